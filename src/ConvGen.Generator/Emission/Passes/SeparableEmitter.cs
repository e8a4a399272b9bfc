using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints what a separated sum needs: <c>Rows</c>, the types that hold the passes, and the memory for the sums between them.
/// </summary>
internal static class SeparableEmitter
{
    /// <summary>The type that adds neighbours before the horizontal pass.</summary>
    public const string PartialType = "Partial";

    private const string Horizontal = "Horizontal";

    public static void Emit(SourceWriter writer, KernelParts parts, Separation separation)
    {
        KernelParts horizontal = new(separation.Horizontal, Horizontal);
        KernelParts[] vertical = [.. separation.Vertical.Select((plan, term) => new KernelParts(plan, VerticalType(separation, term)))];
        if (SumExtension.IsNeeded(parts))
        {
            SumExtension.Emit(writer, parts, separation);
        }
        else if (!parts.ExtendsSums && parts.Plan.Halo.IsNeeded && parts.Model.Horizontal.Stride == 1)
        {
            RowsEmitter.EmitPassPixels(writer, horizontal);
        }

        new StripEmitter(writer, parts, separation, vertical, horizontal).Emit();
        PrefixEmitter.Emit(writer, parts, separation);
        StridedSums.Emit(writer, horizontal);
        foreach (KernelParts pass in vertical)
        {
            EmitPass(writer, pass, "Sums down the columns of the source.");
        }

        if (separation.Partial is { } partial)
        {
            EmitPass(
                writer,
                new KernelParts(partial, PartialType),
                "Sums of neighbours along the rows of what the vertical pass computed."
            );
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

        StripSums sizes = new(parts, separation);
        writer.Line("// Intermediate sums of a few rows, from the beginning of a cache line on.");
        long sorted = StridedSums.Elements(new KernelParts(separation.Horizontal), separation);
        CacheLine.EmitRented(writer, separation.Intermediate, "sums", "rented", ((long)sizes.PlaneElements * separation.Planes) + sorted);
        if (separation.Prefixes is { } prefixes)
        {
            CacheLine.EmitRented(writer, prefixes, "prefixes", "rentedToo", sizes.PlaneElements);
        }

        writer.Line();
    }

    /// <summary>Prints, at the end of <c>Run</c>, what gives the memory back.</summary>
    public static void EmitReturn(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Separation is not { } separation)
        {
            return;
        }

        CacheLine.EmitReturn(writer, "rented");
        if (separation.Prefixes is not null)
        {
            CacheLine.EmitReturn(writer, "rentedToo");
        }
    }

    private static string VerticalType(Separation separation, int term) =>
        separation.Vertical.Count == 1 ? "Vertical" : "Vertical" + Literals.Of(term + 1);

    /// <summary>Prints the type that holds a pass.</summary>
    public static void EmitPass(SourceWriter writer, KernelParts pass, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        using (writer.Block("private static class " + pass.PassType))
        {
            WeightEmitter.EmitTable(writer, pass);
            PairWeights.EmitTable(writer, pass.Plan);
            TapLoop.EmitTables(writer, pass);
            if (pass.Plan.Sum is SlidingSum { Sliding: Sliding.FromRowToRow })
            {
                SlideEmitter.Emit(writer, pass);
            }

            KernelEmitter.EmitPasses(writer, pass);
        }

        writer.Line();
    }
}
