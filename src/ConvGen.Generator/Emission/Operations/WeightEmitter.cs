using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints weights: as constants, as a table, or read from the table.</summary>
internal static class WeightEmitter
{
    private const int NumbersInALine = 32;

    /// <summary>Taps beyond which a table is printed as short as possible.</summary>
    private const int LargeTable = 512;

    /// <summary>A weight as a constant of the type in which sums are formed.</summary>
    public static string Constant(KernelPlan plan, Tap tap, ElementType type) =>
        type.IsFloating() ? Literals.Of(tap.Weight, type) : Literals.Integer(type.Wrap(Scaled(plan, tap)), type);

    /// <summary>A weight, or its size where the sum applies its sign.</summary>
    public static Rational Magnitude(KernelPlan plan, Tap tap, ElementType type) =>
        type.IsFloating() ? tap.Weight : new Rational(System.Numerics.BigInteger.Abs(Scaled(plan, tap)), System.Numerics.BigInteger.One);

    /// <summary>The whole number that stands for a weight in an integer sum.</summary>
    public static System.Numerics.BigInteger Scaled(KernelPlan plan, Tap tap) => plan.Whole(tap.Weight).Numerator;

    /// <summary>1 or -1 where a multiplication can be left out, else 0.</summary>
    public static int UnitSign(KernelPlan plan, Tap tap)
    {
        if (plan.Model.Kernel.Weights is null)
        {
            return 0;
        }

        Rational weight = plan.Whole(tap.Weight);
        return weight.Equals(Rational.One) ? 1
            : weight.Equals(-Rational.One) ? -1
            : 0;
    }

    /// <summary>Prints the table of constant weights, where one is read.</summary>
    public static void EmitTable(SourceWriter writer, KernelParts parts)
    {
        if (IsPrepared(parts))
        {
            EmitPrepared(writer, parts);
        }

        if (!parts.PassesWeights || parts.HasRunTimeWeights)
        {
            return;
        }

        KernelPlan plan = parts.Plan;
        writer.Line(
            "/// <summary>The weights of the kernel as applied, row by row"
                + (plan.Taps.Count < plan.Model.Kernel.Count ? ", zeros left out" : "")
                + ".</summary>"
        );
        if (plan.HasWideProducts)
        {
            writer.Line(
                "/// <remarks>Products of 64 bits read 32 of a weight, and broadcasts are of as many: one of 64 bits, of which a "
                    + "product takes the low "
                    + "half, is read at a wrong place by some JIT compilers.</remarks>"
            );
        }

        writer.Line($"private static ReadOnlySpan<{parts.Weight}> Weights =>");
        writer.Line("[");
        using (writer.Indent())
        {
            EmitRows(writer, plan, tap => Compact(plan, Constant(plan, tap, plan.WeightType)));
        }

        writer.Line("];");
        writer.Line();
    }

    private static bool IsPrepared(KernelParts parts) => parts.Model.Form.Kernel is { Carrier: Carrier.Prepared };

    /// <summary>Prints what puts weights in order that a prepared kernel keeps.</summary>
    private static void EmitPrepared(SourceWriter writer, KernelParts parts)
    {
        bool isReversed = parts.Model.Operation == OperationKind.Convolution;
        writer.Line("/// <summary>Stands for this method in prepared kernels.</summary>");
        writer.Line("private static readonly object Prepared = new();");
        writer.Line();
        writer.Line($"/// <summary>The kernel as applied{(isReversed ? ": reversed" : "")}.</summary>");
        using (writer.Block($"private static {parts.Weight}[] Applied({parts.Model.Form.Kernel!.Element.Keyword()}[] written)"))
        {
            writer.Line($"{parts.Weight}[] applied = new {parts.Weight}[written.Length];");
            using (writer.Block("for (int i = 0; i < applied.Length; i++)"))
            {
                writer.Line($"applied[i] = ({parts.Weight})written[{(isReversed ? "written.Length - 1 - i" : "i")}];");
            }

            writer.Line();
            writer.Line("return applied;");
        }

        writer.Line();
    }

    /// <summary>
    /// Prints a number for each tap: a kernel row begins a line, but for large kernels, whose tables are no picture of them.
    /// </summary>
    public static void EmitRows(SourceWriter writer, KernelPlan plan, Func<Tap, string> number)
    {
        foreach (IGrouping<int, Tap> row in plan.Taps.GroupBy(tap => IsLarge(plan) ? 0 : tap.Row))
        {
            EmitNumbers(writer, [.. row.Select(number)]);
        }
    }

    /// <summary>Whether a table of the taps is so large that it takes most of the file.</summary>
    private static bool IsLarge(KernelPlan plan) => plan.Taps.Count > LargeTable;

    /// <summary>A number of a large table without the zero before its point.</summary>
    private static string Compact(KernelPlan plan, string number) =>
        !IsLarge(plan) ? number
        : number.StartsWith("0.", StringComparison.Ordinal) ? number.Substring(1)
        : number.StartsWith("-0.", StringComparison.Ordinal) ? "-" + number.Substring(2)
        : number;

    /// <summary>Prints the numbers of a row of a table, on as many lines as it takes.</summary>
    public static void EmitNumbers(SourceWriter writer, IReadOnlyList<string> numbers)
    {
        for (int first = 0; first < numbers.Count; first += NumbersInALine)
        {
            writer.Line(string.Join(", ", numbers.Skip(first).Take(NumbersInALine)) + ",");
        }
    }

    /// <summary>
    /// Prints, at the start of <c>Run</c>, a local <c>weights</c>: a reference to the weights as applied in the accumulator's type.
    /// </summary>
    public static void EmitLocal(SourceWriter writer, KernelParts parts)
    {
        if (!parts.PassesWeights)
        {
            return;
        }

        if (!parts.HasRunTimeWeights)
        {
            writer.Line($"ref {parts.Weight} weights = ref MemoryMarshal.GetReference(Weights);");
            return;
        }

        if (IsPrepared(parts))
        {
            writer.Line($"{parts.Weight}[] applied = kernel.Arranged(Prepared, static written => Applied(written));");
            writer.Line($"ref {parts.Weight} weights = ref MemoryMarshal.GetArrayDataReference(applied);");
            return;
        }

        int count = parts.Model.Kernel.Count;
        string number = Literals.Of(count);
        bool isReversed = parts.Model.Operation == OperationKind.Convolution;
        string type = parts.Plan.HasWideProducts ? "the 32 bits that products read" : "the type of the sums";
        writer.Line(isReversed ? $"// The kernel as applied: reversed, in {type}." : $"// The kernel as applied, in {type}.");
        writer.Line(
            parts.Plan.ConvertsOnStack
                ? $"Span<{parts.Weight}> applied = stackalloc {parts.Weight}[{number}];"
                : $"{parts.Weight}[] applied = ArrayPool<{parts.Weight}>.Shared.Rent({number});"
        );
        using (writer.Block($"for (int i = 0; i < {number}; i++)"))
        {
            string index = isReversed ? Literals.Of(count - 1) + " - i" : "i";
            writer.Line($"applied[i] = ({parts.Weight})Unsafe.Add(ref kernel, {index});");
        }

        writer.Line();
        writer.Line(
            parts.Plan.ConvertsOnStack
                ? $"ref {parts.Weight} weights = ref MemoryMarshal.GetReference(applied);"
                : $"ref {parts.Weight} weights = ref MemoryMarshal.GetArrayDataReference(applied);"
        );
    }

    /// <summary>Prints, at the end of <c>Run</c>, what gives rented memory back.</summary>
    public static void EmitReturn(SourceWriter writer, KernelParts parts)
    {
        if (parts.HasRunTimeWeights && !parts.Plan.ConvertsOnStack && !IsPrepared(parts))
        {
            writer.Line($"ArrayPool<{parts.Weight}>.Shared.Return(applied);");
        }
    }
}
