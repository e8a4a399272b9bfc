using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the spectrum of a kernel. It is computed at the first call from the weights, in double precision and by additions and
/// multiplications only, so that every machine has the same: as text it would take hundreds of kilobytes.
/// </summary>
internal sealed class TransformTables(SourceWriter writer, KernelParts parts, TransformPlan plan)
{
    private readonly string type = parts.Sum;
    private readonly string columns = Literals.Of(plan.Columns.Points);

    /// <summary>Elements of a spectrum.</summary>
    private int SpectrumElements => plan.MatrixElements;

    /// <summary>The method of a kernel that makes the spectrum of weights for all threads of a call, or finds it.</summary>
    public const string SpectrumName = "Spectrum";

    /// <summary>The bytes that the threads of a call share for it.</summary>
    public const string BytesName = "SpectrumBytes";

    /// <summary>Whether a call computes the spectrum for all of its threads and of the items of a batch.</summary>
    public bool IsShared => parts.HasRunTimeWeights && !IsPrepared && parts.Model.Form is { IsParallel: true } or { HasBatch: true };

    private bool IsPrepared => parts.Model.Form.Kernel is { Carrier: Carrier.Prepared };

    public void Emit()
    {
        if (IsPrepared || IsShared)
        {
            EmitShared();
        }

        writer.Line("/// <summary>What the first call computes for all others.</summary>");
        using (writer.Block("private static class Tables"))
        {
            if (!parts.HasRunTimeWeights)
            {
                EmitArray();
            }

            EmitSpectrum();
        }

        writer.Line();
    }

    /// <summary>Prints, in <c>Run</c>, a local that refers to the kernel's spectrum.</summary>
    public void EmitLocal()
    {
        if (!parts.HasRunTimeWeights)
        {
            CacheLine.EmitReference(writer, parts.Plan.Accumulator, "spectrum", "Tables.Spectrum");
            return;
        }

        if (IsPrepared)
        {
            writer.Line($"{type}[] frequencies = {SpectrumName}(kernel);");
            CacheLine.EmitReference(writer, parts.Plan.Accumulator, "spectrum", "frequencies");
            return;
        }

        CacheLine.EmitRented(writer, parts.Plan.Accumulator, "spectrum", "frequencies", SpectrumElements);
        writer.Line("Tables.MakeSpectrum(ref kernel, ref spectrum);");
    }

    /// <summary>Prints what gives it back.</summary>
    public void EmitReturn()
    {
        if (parts.HasRunTimeWeights && !IsPrepared)
        {
            CacheLine.EmitReturn(writer, "frequencies");
        }
    }

    private void EmitArray()
    {
        writer.Line(
            "/// <summary>The spectrum of the kernel, in the order of a transformed tile. An array that is pinned keeps its "
                + "place, which begins with a cache line.</summary>"
        );
        writer.Line($"internal static readonly {type}[] Spectrum = MakeSpectrum();");
        writer.Line();
    }

    /// <summary>An array with the spectrum, which keeps its place because all who read it find the same cache line.</summary>
    private void EmitMake(string head, string weights)
    {
        using (writer.Block(head))
        {
            writer.Line(
                $"{type}[] spectrum = "
                    + $"GC.AllocateUninitializedArray<{type}>({Literals.Of(SpectrumElements + CacheLine.Elements(parts.Plan.Accumulator))}, "
                    + "pinned: true);"
            );
            CacheLine.EmitReference(writer, parts.Plan.Accumulator, "first", "spectrum");
            writer.Line($"{(IsPrepared ? "Tables." : "")}MakeSpectrum({weights}, ref first);");
            writer.Line("return spectrum;");
        }

        writer.Line();
    }

    /// <summary>The spectrum that a prepared kernel keeps, or that the threads of a call share.</summary>
    private void EmitShared()
    {
        string weight = parts.Model.Form.Kernel!.Element.Keyword();
        if (!IsPrepared)
        {
            ElementType element = parts.Plan.Accumulator;
            writer.Line("/// <summary>Bytes of a spectrum that begins with a cache line.</summary>");
            writer.Line(
                $"internal const int {BytesName} = {Literals.Of((SpectrumElements + CacheLine.Elements(element)) * element.Size())};"
            );
            writer.Line();
            writer.Line(
                "/// <summary>Computes the spectrum of weights for all threads of a call. Returns the byte at which it begins.</summary>"
            );
            using (writer.Block($"internal static nint {SpectrumName}(ref {weight} kernel, byte[] frequencies)"))
            {
                CacheLine.EmitAligned(writer, element, "spectrum", "frequencies");
                writer.Line("Tables.MakeSpectrum(ref kernel, ref spectrum);");
                writer.Line(
                    $"return Unsafe.ByteOffset(ref frequenciesStart, {Reinterpretation.Of("spectrum", element, ElementType.Byte)});"
                );
            }

            writer.Line();
            return;
        }

        writer.Line("/// <summary>Stands for this method in prepared kernels.</summary>");
        writer.Line("private static readonly object Prepared = new();");
        writer.Line();
        writer.Line("/// <summary>The spectrum of weights, which the first call computes and the kernel keeps.</summary>");
        writer.Line($"internal static {type}[] {SpectrumName}({Carriers.TypeOf(parts.Model.Form.Kernel)} kernel) =>");
        writer.Line("    kernel.Arranged(Prepared, static written => Arranged(written));");
        writer.Line();
        EmitMake($"private static {type}[] Arranged({weight}[] written)", "ref MemoryMarshal.GetArrayDataReference(written)");
    }

    private void EmitSpectrum()
    {
        ConvolutionModel model = parts.Model;
        if (!parts.HasRunTimeWeights)
        {
            writer.Line("/// <summary>The weights of the kernel as applied, row by row.</summary>");
            TransformConstants.EmitList(
                writer,
                "ReadOnlySpan<double> Weights",
                ReadTaps
                    .All(model)
                    .Select((tap, index) => (Text: Literals.Of(tap.Weight, ElementType.Double), Line: index / 8))
                    .GroupBy(weight => weight.Line)
                    .Select(line => string.Join(", ", line.Select(weight => weight.Text)))
            );
            writer.Line("/// <summary>The spectrum of these weights.</summary>");
            EmitMake($"private static {type}[] MakeSpectrum()", "ref MemoryMarshal.GetReference(Weights)");
        }

        string weight = parts.HasRunTimeWeights ? model.Form.Kernel!.Element.Keyword() : "double";
        string points = Literals.Of(plan.Points);
        writer.Line(
            "/// <summary>The spectrum of weights, reversed because a result is the sum of products of weights and samples that "
                + "lie ahead, and divided by the number of points.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void MakeSpectrum(ref {weight} weights, ref {type} spectrum)"))
        {
            CacheLine.EmitRented(writer, ElementType.Double, "re", "numbers", 2L * plan.Points);
            writer.Line($"ref double im = ref Unsafe.Add(ref re, {points});");
            writer.Line($"MemoryMarshal.CreateSpan(ref re, {Literals.Of(2 * plan.Points)}).Clear();");
            EmitPlacing(model);
            writer.Line($"{writer.Use(TransformHelpers.SpectrumOf(plan, parts.Plan.Accumulator))}(ref re, ref im, ref spectrum);");
            CacheLine.EmitReturn(writer, "numbers");
        }

        writer.Line();
    }

    /// <summary>Weights at the places that they reach back to.</summary>
    private void EmitPlacing(ConvolutionModel model)
    {
        bool isReversed = parts.HasRunTimeWeights && model.Operation == OperationKind.Convolution;
        string index = plan.HasTwoAxes ? $"(row * {Literals.Of(model.Kernel.Columns)}) + column" : "column";
        string read = isReversed ? $"{Literals.Of(model.Kernel.Count - 1)} - {(plan.HasTwoAxes ? $"({index})" : index)}" : index;
        string scale = Literals.Of(new Rational(System.Numerics.BigInteger.One, plan.Points), ElementType.Double);
        string along = Back("column", model.Horizontal.Dilation, plan.HasTwoAxes ? plan.Columns.Points : plan.Points);
        string value = $"(double)Unsafe.Add(ref weights, {read}) * {scale}";
        if (plan.HasTwoAxes)
        {
            using (writer.Block($"for (int row = 0; row < {Literals.Of(model.Kernel.Rows)}; row++)"))
            using (writer.Block($"for (int column = 0; column < {Literals.Of(model.Kernel.Columns)}; column++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref re, ({Back("row", model.Vertical.Dilation, plan.Rows.Points)} * {columns}) + {along}) = {value};"
                );
            }
        }
        else
        {
            using (writer.Block($"for (int column = 0; column < {Literals.Of(model.Kernel.Columns)}; column++)"))
            {
                writer.Line($"Unsafe.Add(ref re, {along}) = {value};");
            }
        }

        writer.Line();
    }

    private static string Back(string tap, int dilation, int points) =>
        $"(-{tap}{(dilation == 1 ? "" : " * " + Literals.Of(dilation))} & {Literals.Of(points - 1)})";
}
