using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the numbers that transforms multiply by. Factors within a pass are constants. The kernel's spectrum and the factors between rows
/// and columns, of which there are as many as samples in a tile, are computed from few
/// constants at the first call, in double precision and by additions and multiplications only, so that every machine has the same: as text
/// they would take hundreds of kilobytes.
/// </summary>
internal sealed class TransformTables(SourceWriter writer, KernelParts parts, TransformPlan plan)
{
    private readonly string type = parts.Sum;
    private readonly string rows = Literals.Of(plan.Rows.Points);
    private readonly string columns = Literals.Of(plan.Columns.Points);

    /// <summary>Points of the longest transform whose roots are needed.</summary>
    private readonly int order = plan.HasTwoAxes ? Math.Max(plan.Rows.Points, plan.Columns.Points) : plan.Points;

    /// <summary>A reference to the factors of a pass that divides blocks of so many points.</summary>
    public static string Table(int block) => $"MemoryMarshal.GetReference(Factors{Literals.Of(block)})";

    /// <summary>Elements of a spectrum.</summary>
    private int SpectrumElements => plan.MatrixElements;

    public void Emit()
    {
        foreach (
            (int radix, int block) in plan.Rows.Divisions.Concat(plan.Columns.Divisions).Distinct().OrderBy(division => division.Block)
        )
        {
            EmitFactors(radix, block);
        }

        writer.Line("/// <summary>What the first call computes for all others.</summary>");
        using (writer.Block("private static class Tables"))
        {
            EmitArrays();
            EmitRoots();
            EmitOrder("Row", plan.Rows);
            if (plan.Columns.Points != plan.Rows.Points)
            {
                EmitOrder("Column", plan.Columns);
            }

            EmitSpectrum();
            if (!plan.HasTwoAxes)
            {
                EmitBetween();
            }

            EmitTransform();
            EmitRoot();
            EmitReversed();
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

    private void EmitFactors(int radix, int block)
    {
        IReadOnlyList<(Rational Re, Rational Im)> roots = RootsOfUnity.Powers(block, 1, block);
        ElementType element = parts.Plan.Accumulator;
        writer.Line(
            $"/// <summary>Factors of a pass that divides blocks of {Literals.Of(block)} into {Literals.Of(radix)}: powers of "
                + $"<c>exp(-2 pi i / {Literals.Of(block)})</c>, real and imaginary parts.</summary>"
        );
        EmitList(
            $"ReadOnlySpan<{type}> Factors{Literals.Of(block)}",
            Enumerable
                .Range(0, block / radix)
                .Select(row => string.Join(", ", Enumerable.Range(1, radix - 1).Select(point => Complex(roots[row * point], element))))
        );
    }

    private static string Complex((Rational Re, Rational Im) number, ElementType element) =>
        Literals.Of(number.Re, element) + ", " + Literals.Of(number.Im, element);

    private void EmitList(string head, IEnumerable<string> lines)
    {
        writer.Line($"private static {head} =>");
        writer.Line("[");
        using (writer.Indent())
        {
            writer.Lines(lines.Select(line => line + ","));
        }

        writer.Line("];");
        writer.Line();
    }

    private void EmitArrays()
    {
        if (!parts.HasRunTimeWeights)
        {
            writer.Line(
                "/// <summary>The spectrum of the kernel, in the order of a transformed tile. An array that is pinned keeps its "
                    + "place, which begins with a cache line.</summary>"
            );
            writer.Line($"internal static readonly {type}[] Spectrum = MakeSpectrum();");
            writer.Line();
        }

        if (!plan.HasTwoAxes)
        {
            writer.Line(
                "/// <summary>What frequencies of columns are multiplied by before rows are transformed: a row's real, then its "
                    + "imaginary parts.</summary>"
            );
            writer.Line($"internal static readonly {type}[] Between = MakeBetween();");
            writer.Line();
        }
    }

    private int FineRoots()
    {
        int count = 1;
        while (count * count < order)
        {
            count *= 2;
        }

        return count;
    }

    private void EmitRoots()
    {
        int fine = FineRoots();
        string unit = $"exp(-2 pi i / {Literals.Of(order)})";
        writer.Line($"/// <summary>The first powers of <c>{unit}</c>, real and imaginary parts.</summary>");
        EmitList("ReadOnlySpan<double> Fine", Pairs(RootsOfUnity.Powers(order, 1, fine)));
        writer.Line($"/// <summary>Every power that is a multiple of {Literals.Of(fine)}.</summary>");
        EmitList("ReadOnlySpan<double> Coarse", Pairs(RootsOfUnity.Powers(order, fine, order / fine)));
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<(Rational Re, Rational Im)> roots) =>
        roots
            .Select((root, index) => (Text: Complex(root, ElementType.Double), Line: index / 2))
            .GroupBy(pair => pair.Line)
            .Select(line => string.Join(", ", line.Select(pair => pair.Text)));

    private void EmitOrder(string name, LineTransform line)
    {
        writer.Line($"/// <summary>The frequency at each place after the passes over {Literals.Of(line.Points)} points.</summary>");
        EmitList(
            $"ReadOnlySpan<byte> {name}Order",
            line.Order.Select((frequency, index) => (Text: Literals.Of(frequency), Line: index / 16))
                .GroupBy(pair => pair.Line)
                .Select(part => string.Join(", ", part.Select(pair => pair.Text)))
        );
    }

    private string ColumnOrder => plan.Columns.Points == plan.Rows.Points ? "RowOrder" : "ColumnOrder";

    private void EmitSpectrum()
    {
        ConvolutionModel model = parts.Model;
        if (!parts.HasRunTimeWeights)
        {
            writer.Line("/// <summary>The weights of the kernel as applied, row by row.</summary>");
            EmitList(
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
            EmitTransforms();
            string fromRow = $"Reversed(RowOrder[(int)y], {Literals.Of(Log(plan.Rows.Points))})";
            string place = plan.HasTwoAxes
                ? $"({fromRow} * {columns}) + Reversed({ColumnOrder}[(int)x], {Literals.Of(Log(plan.Columns.Points))})"
                : $"Reversed(RowOrder[(int)y] + ({ColumnOrder}[(int)x] * {rows}), {Literals.Of(Log(plan.Points))})";
            using (writer.Block($"for (nint x = 0; x < {columns}; x++)"))
            using (writer.Block($"for (nint y = 0; y < {rows}; y++)"))
            {
                writer.Line($"int place = {place};");
                int line = TransformPlan.Line(parts.Plan.Accumulator);
                string rest = Literals.Of(line - 1);
                writer.Line(
                    $"nint target = ((y & ~{rest}) * {Literals.Of(plan.RowElements)}) + (x * {Literals.Of(2 * line)}) + (y & {rest});"
                );
                writer.Line($"Unsafe.Add(ref spectrum, target) = {Cast("Unsafe.Add(ref re, place)")};");
                writer.Line($"Unsafe.Add(ref spectrum, target + {Literals.Of(line)}) = {Cast("Unsafe.Add(ref im, place)")};");
            }

            writer.Line();
            CacheLine.EmitReturn(writer, "numbers");
        }

        writer.Line();
    }

    private string Cast(string number) => parts.Plan.Accumulator == ElementType.Double ? number : $"({type}){number}";

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

    private void EmitTransforms()
    {
        if (!plan.HasTwoAxes)
        {
            writer.Line($"Transform(ref re, ref im, 0, 1, {Literals.Of(plan.Points)});");
            return;
        }

        using (writer.Block($"for (int x = 0; x < {columns}; x++)"))
        {
            writer.Line($"Transform(ref re, ref im, x, {columns}, {rows});");
        }

        writer.Line();
        using (writer.Block($"for (int y = 0; y < {rows}; y++)"))
        {
            writer.Line($"Transform(ref re, ref im, y * {columns}, 1, {columns});");
        }

        writer.Line();
    }

    private void EmitBetween()
    {
        string pitch = Literals.Of(2 * plan.Columns.Points);
        writer.Line(
            $"/// <summary>Powers of <c>exp(-2 pi i / {Literals.Of(plan.Points)})</c>: products of a column and of the frequency "
                + "that stands in a row.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static {type}[] MakeBetween()"))
        {
            writer.Line(
                $"{type}[] between = "
                    + $"GC.AllocateUninitializedArray<{type}>({Literals.Of((2 * plan.Points) + CacheLine.Elements(parts.Plan.Accumulator))}, "
                    + "pinned: true);"
            );
            CacheLine.EmitReference(writer, parts.Plan.Accumulator, "first", "between");
            using (writer.Block($"for (int y = 0; y < {rows}; y++)"))
            using (writer.Block($"for (int x = 0; x < {columns}; x++)"))
            {
                writer.Line("(double re, double im) = Root(RowOrder[y] * x);");
                writer.Line($"Unsafe.Add(ref first, (y * {pitch}) + x) = {Cast("re")};");
                writer.Line($"Unsafe.Add(ref first, (y * {pitch}) + {columns} + x) = {Cast("im")};");
            }

            writer.Line();
            writer.Line("return between;");
        }

        writer.Line();
    }

    private void EmitTransform()
    {
        writer.Line(
            "/// <summary>A Fourier transform of numbers that lie <c>step</c> apart. Frequencies come out with the digits of their "
                + "places reversed.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("private static void Transform(ref double re, ref double im, int start, int step, int points)"))
        using (writer.Block("for (int size = points; size > 1; size /= 2)"))
        using (writer.Block("for (int k = 0; k < size / 2; k++)"))
        {
            writer.Line($"(double cosine, double sine) = Root(k * ({Literals.Of(order)} / size));");
            using (writer.Block("for (int i = k; i < points; i += size)"))
            {
                writer.Line("int a = start + (i * step), b = a + (size / 2 * step);");
                writer.Line("double otherRe = Unsafe.Add(ref re, b), otherIm = Unsafe.Add(ref im, b);");
                writer.Line("double differenceRe = Unsafe.Add(ref re, a) - otherRe, differenceIm = Unsafe.Add(ref im, a) - otherIm;");
                writer.Line("Unsafe.Add(ref re, a) += otherRe;");
                writer.Line("Unsafe.Add(ref im, a) += otherIm;");
                writer.Line("Unsafe.Add(ref re, b) = (differenceRe * cosine) - (differenceIm * sine);");
                writer.Line("Unsafe.Add(ref im, b) = (differenceRe * sine) + (differenceIm * cosine);");
            }
        }

        writer.Line();
    }

    private void EmitRoot()
    {
        string fine = Literals.Of(FineRoots()),
            mask = Literals.Of(FineRoots() - 1);
        writer.Line($"/// <summary>A power of <c>exp(-2 pi i / {Literals.Of(order)})</c>.</summary>");
        using (writer.Block("private static (double Re, double Im) Root(int power)"))
        {
            writer.Line($"int coarse = power / {fine} * 2, fine = (power & {mask}) * 2;");
            writer.Line("double a = Coarse[coarse], b = Coarse[coarse + 1], c = Fine[fine], d = Fine[fine + 1];");
            writer.Line("return ((a * c) - (b * d), (a * d) + (b * c));");
        }

        writer.Line();
    }

    private void EmitReversed()
    {
        writer.Line("/// <summary>A number with its binary digits reversed.</summary>");
        using (writer.Block("private static int Reversed(int number, int digits)"))
        {
            writer.Line("int reversed = 0;");
            using (writer.Block("for (int digit = 0; digit < digits; digit++)"))
            {
                writer.Line("reversed = (reversed << 1) | ((number >> digit) & 1);");
            }

            writer.Line();
            writer.Line("return reversed;");
        }

        writer.Line();
    }

    private static int Log(int points)
    {
        int digits = 0;
        for (; points > 1; points /= 2)
        {
            digits++;
        }

        return digits;
    }
}
