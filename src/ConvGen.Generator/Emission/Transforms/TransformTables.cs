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

    public void Emit()
    {
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

        CacheLine.EmitRented(writer, parts.Plan.Accumulator, "spectrum", "frequencies", SpectrumElements);
        writer.Line("Tables.MakeSpectrum(ref kernel, ref spectrum);");
    }

    /// <summary>Prints what gives it back.</summary>
    public void EmitReturn()
    {
        if (parts.HasRunTimeWeights)
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
            using (writer.Block($"private static {type}[] MakeSpectrum()"))
            {
                writer.Line(
                    $"{type}[] spectrum = "
                        + $"GC.AllocateUninitializedArray<{type}>({Literals.Of(SpectrumElements + CacheLine.Elements(parts.Plan.Accumulator))}, "
                        + "pinned: true);"
                );
                CacheLine.EmitReference(writer, parts.Plan.Accumulator, "first", "spectrum");
                writer.Line("MakeSpectrum(ref MemoryMarshal.GetReference(Weights), ref first);");
                writer.Line("return spectrum;");
            }

            writer.Line();
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
