using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// Prints <c>Rows</c> for a separated sum, which lets the vertical passes fill a few rows of intermediate sums and the horizontal one read them, and
/// the types that hold the passes.
/// </summary>
internal static class SeparableEmitter
{
    private const string Horizontal = "Horizontal";

    /// <summary>Bytes that a cache line holds; rows of sums begin on one where the array allows it.</summary>
    private const int LineBytes = 64;

    public static void Emit(SourceWriter writer, KernelParts parts, Separation separation)
    {
        KernelParts horizontal = new(separation.Horizontal, Horizontal);
        KernelParts[] vertical = [.. separation.Vertical.Select((plan, term) => new KernelParts(plan, VerticalType(separation, term)))];
        if (parts.Plan.Halo.IsNeeded)
        {
            RowsEmitter.EmitPassPixels(writer, horizontal);
        }

        EmitRows(writer, parts, separation, vertical, horizontal);
        foreach (KernelParts pass in vertical)
        {
            EmitPass(writer, pass, "Sums down the columns of the source.");
        }

        EmitPass(writer, horizontal, "Sums along the rows of what the vertical pass computed.");
    }

    /// <summary>Prints, at the start of <c>Run</c>, a local <c>sums</c>: a reference to memory for the intermediate sums.</summary>
    public static void EmitBuffer(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Separation is not { } separation)
        {
            return;
        }

        string type = separation.Intermediate.Keyword();
        int size = separation.Intermediate.Size();
        writer.Line("// Intermediate sums of a few rows, from the beginning of a cache line on.");
        writer.Line($"{type}[] rented = ArrayPool<{type}>.Shared.Rent({Literals.Of((PlaneElements(parts, separation) * separation.Vertical.Count) + (LineBytes / size))});");
        writer.Line($"ref {type} first = ref MemoryMarshal.GetArrayDataReference(rented);");
        writer.Line($"nint past = Unsafe.ByteOffset(ref Unsafe.NullRef<{type}>(), ref first) & {Literals.Of(LineBytes - 1)};");
        writer.Line($"ref {type} sums = ref Unsafe.AddByteOffset(ref first, ({Literals.Of(LineBytes)} - past) & {Literals.Of(LineBytes - 1)});");
        writer.Line();
    }

    /// <summary>Prints, at the end of <c>Run</c>, what gives the memory back.</summary>
    public static void EmitReturn(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Separation is { } separation)
        {
            writer.Line($"ArrayPool<{separation.Intermediate.Keyword()}>.Shared.Return(rented);");
        }
    }

    private static string VerticalType(Separation separation, int term) => separation.Vertical.Count == 1 ? "Vertical" : "Vertical" + Literals.Of(term + 1);

    /// <summary>Elements of a row's sums beyond one for each result.</summary>
    private static int Overhang(KernelParts parts) => parts.Layout.Offset(parts.Model.Horizontal.Size - 1);

    /// <summary>The last strip of a row may be up to twice as wide, so that none is too narrow for vectors.</summary>
    private static int PitchElements(KernelParts parts, Separation separation)
    {
        int line = LineBytes / separation.Intermediate.Size();
        int elements = separation.StripElements + (separation.StripElements / 2) + Overhang(parts);
        return (elements + line - 1) / line * line;
    }

    private static int PlaneElements(KernelParts parts, Separation separation) => PitchElements(parts, separation) * Separation.Rows;

    private static void EmitRows(SourceWriter writer, KernelParts parts, Separation separation, KernelParts[] vertical, KernelParts horizontal)
    {
        string strip = Literals.Of(separation.StripElements);
        string pitch = Literals.Of(PitchElements(parts, separation));
        writer.Line("/// <summary>Computes rows whose windows can be read in place: a few rows at a time, in strips whose intermediate sums stay in the first-level cache.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string step = parts.HasRowStep ? ", nint step" : "";
        using (writer.Block($"private static void Rows(ref {parts.Source} source, nint pitch{step}, ref {parts.Destination} destination, nint destinationPitch, nint count, nint rows{RowsEmitter.Parameters(parts)})"))
        using (writer.Block("while (rows > 0)"))
        {
            writer.Line($"nint group = Math.Min(rows, {Literals.Of(Separation.Rows)});");
            writer.Line("nint x = 0;");
            using (writer.Block("while (x < count)"))
            {
                writer.Line($"nint columns = count - x < {Literals.Of(separation.StripElements + (separation.StripElements / 2))} ? count - x : {strip};");
                writer.Line($"ref {parts.Source} window = ref Unsafe.Add(ref source, x);");
                string read = Overhang(parts) == 0 ? "columns" : "columns + " + Literals.Of(Overhang(parts));
                for (int term = 0; term < vertical.Length; term++)
                {
                    string target = term == 0 ? "sums" : $"Unsafe.Add(ref sums, {Literals.Of(term * PlaneElements(parts, separation))})";
                    writer.Line($"{vertical[term].PassType}.Rows(ref window, pitch{(parts.HasRowStep ? ", step" : "")}, ref {target}, {pitch}, {read}, group);");
                }

                writer.Line($"{horizontal.PassType}.Rows(ref sums, {Literals.Of(PlaneElements(parts, separation))}, {pitch}, ref Unsafe.Add(ref destination, x), destinationPitch, columns, group);");
                writer.Line("x += columns;");
            }

            writer.Line();
            writer.Line($"source = ref Unsafe.Add(ref source, group * {(parts.HasRowStep ? "step" : "pitch")});");
            writer.Line("destination = ref Unsafe.Add(ref destination, group * destinationPitch);");
            writer.Line("rows -= group;");
        }

        writer.Line();
    }

    private static void EmitPass(SourceWriter writer, KernelParts pass, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        using (writer.Block("private static class " + pass.PassType))
        {
            WeightEmitter.EmitTable(writer, pass);
            PairWeights.EmitTable(writer, pass.Plan);
            TapLoop.EmitTables(writer, pass);
            KernelEmitter.EmitPasses(writer, pass);
        }

        writer.Line();
    }
}
