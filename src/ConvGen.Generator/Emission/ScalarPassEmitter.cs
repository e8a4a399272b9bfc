using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints the innermost code for rows too narrow for vectors: the same expressions, sample by sample.</summary>
internal static class ScalarPassEmitter
{
    public static string Call(KernelParts parts) =>
        $"OneRow(ref source{(parts.HasTwoAxes ? ", pitch" : "")}, ref destination, count{parts.WeightsArgument});";

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        string pitch = parts.HasTwoAxes ? ", nint pitch" : "";
        writer.Line("/// <summary>One row, sample by sample.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void OneRow(ref {parts.Source} source{pitch}, ref {parts.Destination} destination, nint count{parts.WeightsParameter})"))
        {
            bool isUnrolled = TapLoop.IsUnrolled(parts.Plan, null, 1);
            if (!isUnrolled)
            {
                TapLoop.EmitReferences(writer, parts);
            }

            using (writer.Block("for (nint x = 0; x < count; x++)"))
            {
                if (isUnrolled)
                {
                    EmitUnrolled(writer, parts);
                }
                else
                {
                    EmitLooped(writer, parts);
                }

                writer.Line($"Unsafe.Add(ref destination, x) = {ArithmeticEmitter.Finish(parts, "y")};");
            }
        }

        writer.Line();
    }

    private static void EmitUnrolled(SourceWriter writer, KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        string type = parts.ScalarSum.Keyword();
        if (plan.Taps.Count == 0)
        {
            writer.Line($"{type} y = 0;");
            return;
        }

        writer.Line($"ref {parts.Source} row = ref Unsafe.Add(ref source, x);");
        bool isFirst = true;
        int row = 0;
        for (int i = 0; i < plan.Taps.Count; i++)
        {
            Tap tap = plan.Taps[i];
            if (tap.Row != row)
            {
                int rowsDown = tap.Row - row;
                writer.Line($"row = ref Unsafe.Add(ref row, {(rowsDown == 1 ? "pitch" : Literals.Of(rowsDown) + " * pitch")});");
                row = tap.Row;
            }

            int offset = parts.Layout.Offset(tap.Column);
            string sample = Sample(parts, offset == 0 ? "row" : $"Unsafe.Add(ref row, {Literals.Of(offset)})");
            string coefficient = parts.PassesWeights
                ? i == 0 ? "weights" : $"Unsafe.Add(ref weights, {Literals.Of(i)})"
                : WeightEmitter.Constant(plan, tap, parts.ScalarSum);
            string value = Accumulate(parts, sample, coefficient, WeightEmitter.UnitSign(plan, tap), isFirst);
            writer.Line(isFirst ? $"{type} y = {value};" : $"y = {value};");
            isFirst = false;
        }
    }

    private static void EmitLooped(SourceWriter writer, KernelParts parts)
    {
        string type = parts.ScalarSum.Keyword();
        if (!TapLoop.StartsWithProduct(parts.Plan))
        {
            writer.Line($"{type} y = 0;");
        }

        TapLoop.Emit(writer, parts, isFirst =>
        {
            string value = Accumulate(parts, Sample(parts, "sample"), isFirst ? "weights" : "Unsafe.Add(ref weights, i)", 0, isFirst);
            writer.Line(isFirst ? $"{type} y = {value};" : $"y = {value};");
        });
        writer.Line();
    }

    private static string Sample(KernelParts parts, string text) =>
        parts.Model.Form.Source.Element == parts.ScalarSum ? text : $"({parts.ScalarSum.Keyword()}){text}";

    private static string Accumulate(KernelParts parts, string sample, string coefficient, int unitSign, bool isFirst)
    {
        KernelPlan plan = parts.Plan;
        string sum = "y";
        if (isFirst && plan.Model.FloatingPoint == FloatingPointMode.Strict && plan.Accumulator.IsFloating())
        {
            isFirst = false;
            sum = plan.Accumulator == ElementType.Single ? "0f" : "0d";
        }

        if (unitSign != 0)
        {
            return isFirst ? (unitSign > 0 ? sample : "-" + sample) : $"{sum} {(unitSign > 0 ? "+" : "-")} {sample}";
        }

        return isFirst ? $"{sample} * {coefficient}"
            : plan.Fuses ? $"MultiplyAdd({sample}, {coefficient}, {sum})"
            : $"{sum} + ({sample} * {coefficient})";
    }
}
