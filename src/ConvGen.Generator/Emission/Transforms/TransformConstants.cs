using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints what transforms multiply by, whatever the kernel is. Factors within a pass are constants. Those between rows and columns, of
/// which there are as many as samples in a tile, and spectra are computed from few constants.
/// </summary>
internal static class TransformConstants
{
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.PlaneSpectrum or HelperKind.LineSpectrum:
                EmitSpectrum(writer, key);
                break;
            case HelperKind.BetweenFactors:
                EmitBetween(writer, key);
                break;
            case HelperKind.PassFactors:
                EmitFactors(writer, key);
                break;
            case HelperKind.FourierTransform:
                EmitTransform(writer, key);
                break;
            case HelperKind.Root:
                EmitRoot(writer, key);
                break;
            case HelperKind.Order:
                EmitOrder(writer, key);
                break;
            case HelperKind.Reversed:
                EmitReversed(writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "no constants of transforms");
        }
    }

    /// <summary>Prints a list of constants as a property.</summary>
    public static void EmitList(SourceWriter writer, string head, IEnumerable<string> lines)
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

    private static void EmitFactors(SourceWriter writer, HelperKey key)
    {
        int block = key.Points,
            radix = LineTransform.All.SelectMany(line => line.Divisions).First(division => division.Block == block).Radix;
        IReadOnlyList<(Rational Re, Rational Im)> roots = RootsOfUnity.Powers(block, 1, block);
        writer.Line(
            $"/// <summary>Factors of a pass that divides blocks of {Literals.Of(block)} into {Literals.Of(radix)}: powers of "
                + $"<c>exp(-2 pi i / {Literals.Of(block)})</c>, real and imaginary parts.</summary>"
        );
        EmitList(
            writer,
            $"ReadOnlySpan<{key.Type.Keyword()}> {key.Name}",
            Enumerable
                .Range(0, block / radix)
                .Select(row => string.Join(", ", Enumerable.Range(1, radix - 1).Select(point => Complex(roots[row * point], key.Type))))
        );
    }

    private static string Complex((Rational Re, Rational Im) number, ElementType element) =>
        Literals.Of(number.Re, element) + ", " + Literals.Of(number.Im, element);

    private static int FineRoots(int order)
    {
        int count = 1;
        while (count * count < order)
        {
            count *= 2;
        }

        return count;
    }

    private static void EmitRoot(SourceWriter writer, HelperKey key)
    {
        int order = key.Points,
            fine = FineRoots(order);
        string unit = $"exp(-2 pi i / {Literals.Of(order)})",
            steps = Literals.Of(fine);
        writer.Line($"/// <summary>The first powers of <c>{unit}</c>, real and imaginary parts.</summary>");
        EmitList(writer, $"ReadOnlySpan<double> Fine{Literals.Of(order)}", Pairs(RootsOfUnity.Powers(order, 1, fine)));
        writer.Line($"/// <summary>Every power that is a multiple of {steps}.</summary>");
        EmitList(writer, $"ReadOnlySpan<double> Coarse{Literals.Of(order)}", Pairs(RootsOfUnity.Powers(order, fine, order / fine)));
        writer.Line($"/// <summary>A power of <c>{unit}</c>.</summary>");
        using (writer.Block($"private static (double Re, double Im) {key.Name}(int power)"))
        {
            string tables = Literals.Of(order);
            writer.Line($"int coarse = power / {steps} * 2, fine = (power & {Literals.Of(fine - 1)}) * 2;");
            writer.Line(
                $"double a = Coarse{tables}[coarse], b = Coarse{tables}[coarse + 1], c = Fine{tables}[fine], d = Fine{tables}[fine + 1];"
            );
            writer.Line("return ((a * c) - (b * d), (a * d) + (b * c));");
        }
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<(Rational Re, Rational Im)> roots) =>
        roots
            .Select((root, index) => (Text: Complex(root, ElementType.Double), Line: index / 2))
            .GroupBy(pair => pair.Line)
            .Select(line => string.Join(", ", line.Select(pair => pair.Text)));

    private static void EmitOrder(SourceWriter writer, HelperKey key)
    {
        writer.Line($"/// <summary>The frequency at each place after the passes over {Literals.Of(key.Points)} points.</summary>");
        EmitList(
            writer,
            $"ReadOnlySpan<byte> {key.Name}",
            new LineTransform(key.Points)
                .Order.Select((frequency, index) => (Text: Literals.Of(frequency), Line: index / 16))
                .GroupBy(pair => pair.Line)
                .Select(part => string.Join(", ", part.Select(pair => pair.Text)))
        );
    }

    /// <summary>The table of the order in which frequencies of a line stand.</summary>
    private static string Order(SourceWriter writer, LineTransform line) =>
        writer.Use(new HelperKey(HelperKind.Order) { Points = line.Points });

    private static void EmitSpectrum(SourceWriter writer, HelperKey key)
    {
        TransformPlan plan = TransformHelpers.Tiles(key);
        string type = key.Type.Keyword(),
            rows = Literals.Of(key.Points),
            columns = Literals.Of(key.Columns);
        writer.Line(
            "/// <summary>The spectrum of weights, which stand at the places of a tile that they reach back to, in the order of a "
                + "transformed tile.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void {key.Name}(ref double re, ref double im, ref {type} spectrum)"))
        {
            EmitTransforms(writer, plan);
            string reversed = writer.Use(HelperKind.Reversed),
                rowOrder = Order(writer, plan.Rows),
                columnOrder = Order(writer, plan.Columns);
            writer.Line("// Digits are reversed where frequencies stand: the row's come first.");
            writer.Line($"Span<int> lines = stackalloc int[{rows}];");
            using (writer.Block($"for (int y = 0; y < {rows}; y++)"))
            {
                writer.Line($"lines[y] = {reversed}({rowOrder}[y], {Literals.Of(Log(key.Points))}) * {columns};");
            }

            writer.Line();
            using (writer.Block($"for (nint x = 0; x < {columns}; x++)"))
            {
                writer.Line($"int column = {reversed}({columnOrder}[(int)x], {Literals.Of(Log(key.Columns))});");
                EmitPlaces(writer, key, plan);
            }
        }
    }

    private static void EmitPlaces(SourceWriter writer, HelperKey key, TransformPlan plan)
    {
        using (writer.Block($"for (nint y = 0; y < {Literals.Of(key.Points)}; y++)"))
        {
            writer.Line("int place = lines[(int)y] + column;");
            int line = TransformPlan.Line(key.Type);
            string rest = Literals.Of(line - 1);
            writer.Line($"nint target = ((y & ~{rest}) * {Literals.Of(plan.RowElements)}) + (x * {Literals.Of(2 * line)}) + (y & {rest});");
            writer.Line($"Unsafe.Add(ref spectrum, target) = {Cast(key, "Unsafe.Add(ref re, place)")};");
            writer.Line($"Unsafe.Add(ref spectrum, target + {Literals.Of(line)}) = {Cast(key, "Unsafe.Add(ref im, place)")};");
        }
    }

    private static string Cast(HelperKey key, string number) => key.Type == ElementType.Double ? number : $"({key.Type.Keyword()}){number}";

    private static void EmitTransforms(SourceWriter writer, TransformPlan plan)
    {
        int order = plan.HasTwoAxes ? Math.Max(plan.Rows.Points, plan.Columns.Points) : plan.Points;
        string transform = writer.Use(new HelperKey(HelperKind.FourierTransform) { Points = order }),
            rows = Literals.Of(plan.Rows.Points),
            columns = Literals.Of(plan.Columns.Points);
        if (!plan.HasTwoAxes)
        {
            writer.Line($"{transform}(ref re, ref im, 1, {Literals.Of(plan.Points)}, 1);");
            return;
        }

        writer.Line($"{transform}(ref re, ref im, {columns}, {rows}, {columns});");
        using (writer.Block($"for (nint y = 0; y < {Literals.Of(plan.Points)}; y += {columns})"))
        {
            writer.Line($"{transform}(ref Unsafe.Add(ref re, y), ref Unsafe.Add(ref im, y), 1, {columns}, 1);");
        }

        writer.Line();
    }

    private static void EmitBetween(SourceWriter writer, HelperKey key)
    {
        TransformPlan plan = TransformHelpers.Tiles(key);
        string type = key.Type.Keyword(),
            rows = Literals.Of(key.Points),
            columns = Literals.Of(key.Columns),
            pitch = Literals.Of(2 * key.Columns),
            root = writer.Use(new HelperKey(HelperKind.Root) { Points = plan.Points });
        writer.Line(
            $"/// <summary>Powers of <c>exp(-2 pi i / {Literals.Of(plan.Points)})</c>, by which frequencies of columns are multiplied before "
                + "rows are transformed: products of a column and of the frequency that stands in a row, of a row real, then imaginary "
                + "parts.</summary>"
        );
        using (writer.Block($"private static class {key.Name}"))
        {
            writer.Line(
                "/// <summary>The first call computes them for all others. An array that is pinned keeps its place, which begins with a "
                    + "cache line.</summary>"
            );
            writer.Line($"internal static readonly {type}[] All = Make();");
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"private static {type}[] Make()"))
            {
                writer.Line(
                    $"{type}[] between = GC.AllocateUninitializedArray<{type}>("
                        + $"{Literals.Of((2 * plan.Points) + CacheLine.Elements(key.Type))}, pinned: true);"
                );
                CacheLine.EmitReference(writer, key.Type, "first", "between");
                using (writer.Block($"for (int y = 0; y < {rows}; y++)"))
                using (writer.Block($"for (int x = 0; x < {columns}; x++)"))
                {
                    writer.Line($"(double re, double im) = {root}({Order(writer, plan.Rows)}[y] * x);");
                    writer.Line($"Unsafe.Add(ref first, (y * {pitch}) + x) = {Cast(key, "re")};");
                    writer.Line($"Unsafe.Add(ref first, (y * {pitch}) + {columns} + x) = {Cast(key, "im")};");
                }

                writer.Line();
                writer.Line("return between;");
            }
        }
    }

    private static void EmitTransform(SourceWriter writer, HelperKey key)
    {
        writer.Line(
            "/// <summary>Fourier transforms of numbers that lie <c>step</c> apart, of so many that lie side by side. Frequencies come out "
                + "with the digits of their places reversed.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {key.Name}(ref double re, ref double im, nint step, int points, nint count)"))
        using (writer.Block("for (int size = points; size > 1; size /= 2)"))
        using (writer.Block("for (int k = 0; k < size / 2; k++)"))
        {
            string root = writer.Use(new HelperKey(HelperKind.Root) { Points = key.Points });
            writer.Line($"(double cosine, double sine) = {root}(k * ({Literals.Of(key.Points)} / size));");
            using (writer.Block("for (int i = k; i < points; i += size)"))
            {
                writer.Line("nint a = i * step, b = a + (size / 2 * step);");
                using (writer.Block("for (nint end = a + count; a < end; a++, b++)"))
                {
                    writer.Line("double otherRe = Unsafe.Add(ref re, b), otherIm = Unsafe.Add(ref im, b);");
                    writer.Line("double differenceRe = Unsafe.Add(ref re, a) - otherRe, differenceIm = Unsafe.Add(ref im, a) - otherIm;");
                    writer.Line("Unsafe.Add(ref re, a) += otherRe;");
                    writer.Line("Unsafe.Add(ref im, a) += otherIm;");
                    writer.Line("Unsafe.Add(ref re, b) = (differenceRe * cosine) - (differenceIm * sine);");
                    writer.Line("Unsafe.Add(ref im, b) = (differenceRe * sine) + (differenceIm * cosine);");
                }
            }
        }
    }

    private static void EmitReversed(SourceWriter writer)
    {
        writer.Line("/// <summary>A number with its binary digits reversed.</summary>");
        using (writer.Block($"private static int {nameof(HelperKind.Reversed)}(int number, int digits)"))
        {
            writer.Line("int reversed = 0;");
            using (writer.Block("for (int digit = 0; digit < digits; digit++)"))
            {
                writer.Line("reversed = (reversed << 1) | ((number >> digit) & 1);");
            }

            writer.Line();
            writer.Line("return reversed;");
        }
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
