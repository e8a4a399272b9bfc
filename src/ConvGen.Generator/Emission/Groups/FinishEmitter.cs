using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>
/// Prints what makes of the kernels' results those that are stored: <c>Finish</c> for each destination type, and the expressions that it
/// calls. Vectors and the scalar code for short rows compute the same
/// expression, never fused: the numbers are those of a loop over the results of separate calls.
/// </summary>
internal sealed class FinishEmitter
{
    private readonly SourceWriter writer;
    private readonly GroupPlan plan;
    private readonly FinishPlan finish;
    private readonly ElementType destination;
    private readonly string method;
    private readonly FinishExpression expression;

    private FinishEmitter(SourceWriter writer, GroupPlan plan, int output)
    {
        this.writer = writer;
        this.plan = plan;
        finish = plan.Finish!;
        destination = plan.Model.Outputs[output].Buffer.Element;
        method = Method(plan.Model, output);
        expression = new FinishExpression(plan);
    }

    private bool IsFloating => finish.Floating is not null;

    /// <summary>The method for a destination; those of one type share one.</summary>
    public static string Method(GroupModel group, int output)
    {
        ElementType type = group.Outputs[output].Buffer.Element;
        int first = group.Outputs.ToList().FindIndex(other => other.Buffer.Element == type);
        return first == 0 ? "Finish" : "Finish" + Literals.Of(first + 1);
    }

    public static void Emit(SourceWriter writer, GroupPlan plan)
    {
        string[] methods = [.. plan.Model.Outputs.Select((_, index) => Method(plan.Model, index))];
        for (int output = 0; output < methods.Length; output++)
        {
            if (Array.IndexOf(methods, methods[output]) == output)
            {
                new FinishEmitter(writer, plan, output).Emit();
            }
        }
    }

    private void Emit()
    {
        SignatureForm form = plan.Model.Form;
        string inputs = string.Concat(expression.Names().Select(name => $"ref {finish.Inputs.Keyword()} {name}, "));
        writer.Line($"/// <summary>{FinishWords.Of(plan.Model, finish, destination)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void {method}({inputs}ref {destination.Keyword()} destination, nint count{WeightArguments.Factors(form, "float ")})"
            )
        )
        {
            if (finish.ScalarReason is null)
            {
                foreach (VectorWidth width in writer.Widths)
                {
                    EmitVectorLoop(width);
                }
            }

            using (writer.Block("for (nint x = 0; x < count; x++)"))
            {
                string results = string.Join(", ", expression.Names().Select(static name => $"Unsafe.Add(ref {name}, x)"));
                writer.Line($"Unsafe.Add(ref destination, x) = {method}One({results}{WeightArguments.Factors(form, "")});");
            }
        }

        writer.Line();
        if (finish.ScalarReason is null)
        {
            EmitHelpers();
            foreach (VectorWidth width in writer.Widths)
            {
                EmitLoad(width);
                EmitCombined(width);
                EmitStore(width);
            }
        }

        new ScalarFinish(writer, plan, destination, method).Emit();
    }

    private void EmitVectorLoop(VectorWidth width)
    {
        string lanes = Literals.Of(width.Lanes(finish.Lanes)),
            bits = Literals.Of(width.Bits);
        using (writer.Block($"if ({width.Condition(writer, fuses: false)} && count >= {lanes})"))
        {
            SignatureForm form = plan.Model.Form;
            string number = finish.Floating == ElementType.Double ? "(double)" : "";
            if (form.HasScale)
            {
                writer.Line($"{width.Type(finish.Lanes)} scales = {width.Broadcast(number + "scale")};");
            }

            if (form.HasOffset)
            {
                writer.Line($"{width.Type(finish.Lanes)} offsets = {width.Broadcast(number + "offset")};");
            }

            writer.Line("// The last vector ends with the last result; what it computes twice is the same.");
            using (writer.Block($"for (nint start = 0; start < count; start += {lanes})"))
            {
                writer.Line($"nint x = Math.Min(start, count - {lanes});");
                string loaded = string.Join(
                    ", ",
                    expression
                        .Names()
                        .Select(name =>
                            Loads
                                ? $"{method}Load{bits}(ref Unsafe.Add(ref {name}, x))"
                                : $"{width.Operations}.LoadUnsafe(ref {name}, (nuint)x)"
                        )
                );
                string value = $"{method}Combined{bits}({loaded}{(form.HasScale ? ", scales" : "")}{(form.HasOffset ? ", offsets" : "")})";
                writer.Line($"{method}Store{bits}({value}, ref Unsafe.Add(ref destination, x));");
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Whether results are converted to the lanes' type.</summary>
    private bool Loads => finish.Inputs != finish.Lanes;

    private void EmitLoad(VectorWidth width)
    {
        if (!Loads)
        {
            return;
        }

        Inline();
        writer.Line(
            $"private static {width.Type(finish.Lanes)} {method}Load{Literals.Of(width.Bits)}(ref {finish.Inputs.Keyword()} samples) =>"
        );
        writer.Line($"    {LoadEmitter.Expression(finish.Inputs, finish.Lanes, width)};");
        writer.Line();
    }

    private void EmitCombined(VectorWidth width)
    {
        SignatureForm form = plan.Model.Form;
        string type = width.Type(finish.Lanes);
        string parameters =
            string.Join(", ", expression.Names().Select(name => type + " " + name))
            + (form.HasScale ? $", {type} scale" : "")
            + (form.HasOffset ? $", {type} offset" : "");
        Inline();
        writer.Line($"private static {type} {method}Combined{Literals.Of(width.Bits)}({parameters}) =>");
        string operations = width.Operations;
        string value = expression.Combined(
            term => $"{operations}.Abs({term})",
            square => $"{operations}.Sqrt({square})",
            (a, b) => Larger(width, a, b, isSmaller: false),
            (a, b) => Larger(width, a, b, isSmaller: true)
        );
        writer.Line($"    {expression.Scaled(value)};");
        writer.Line();
    }

    /// <summary>The larger or smaller of two; of whole numbers by one instruction.</summary>
    private string Larger(VectorWidth width, string a, string b, bool isSmaller) =>
        !IsFloating
            ? $"{width.Operations}.{(isSmaller ? "Min" : "Max")}({a}, {b})"
            : $"{method}{(isSmaller ? "Smaller" : "Larger")}{Literals.Of(width.Bits)}({a}, {b})";

    /// <summary>Prints the comparisons that, unlike those of every processor and framework, agree on what is not a number.</summary>
    private void EmitHelpers()
    {
        if (!IsFloating || plan.Model.Combination is not (Combination.Maximum or Combination.Minimum))
        {
            return;
        }

        bool isSmaller = plan.Model.Combination == Combination.Minimum;
        foreach (VectorWidth width in writer.Widths)
        {
            string type = width.Type(finish.Lanes),
                operations = width.Operations;
            Inline();
            writer.Line(
                $"private static {type} {method}{(isSmaller ? "Smaller" : "Larger")}{Literals.Of(width.Bits)}({type} a, {type} b) =>"
            );
            writer.Line(
                $"    {operations}.ConditionalSelect({operations}.{(isSmaller ? "LessThan" : "GreaterThan")}(a, b) | ~{operations}.Equals(a, a), a, b);"
            );
            writer.Line();
        }
    }

    private void EmitStore(VectorWidth width)
    {
        Inline();
        using (
            writer.Block(
                $"private static void {method}Store{Literals.Of(width.Bits)}({width.Type(finish.Lanes)} sum, ref "
                    + $"{destination.Keyword()} samples)"
            )
        )
        {
            int lanes = width.Lanes(finish.Lanes);
            if (finish.HasSmallRoots)
            {
                string whole = $"{width.Operations}.ConvertToInt32(sum + {width.Broadcast("0.5f")})";
                writer.Line($"{width.Type(ElementType.Int32)} whole = {whole};");
                StoreEmitter.EmitNarrowing(
                    writer,
                    new(
                        $"{width.Operations}.Min(whole, {width.Broadcast(Literals.Of(destination.Maximum()))})",
                        ElementType.Int32,
                        width.Bits
                    ),
                    destination,
                    lanes
                );
            }
            else if (finish.Floating is { } floating && destination.IsInteger())
            {
                StoreEmitter.EmitNarrowing(writer, StoreEmitter.EmitRounding(writer, floating, destination, width), destination, lanes);
            }
            else
            {
                EmitLimits(width);
                StoreEmitter.EmitNarrowing(writer, new("sum", finish.Lanes, width.Bits), destination, lanes);
            }
        }

        writer.Line();
    }

    private void EmitLimits(VectorWidth width)
    {
        if (finish.Range is not { } range || finish.Whole is not { } whole)
        {
            return;
        }

        if (range.Minimum < destination.Minimum())
        {
            writer.Line($"sum = {width.Operations}.Max(sum, {width.Broadcast(Literals.Integer(destination.Minimum(), whole))});");
        }

        if (range.Maximum > destination.Maximum())
        {
            writer.Line($"sum = {width.Operations}.Min(sum, {width.Broadcast(Literals.Integer(destination.Maximum(), whole))});");
        }
    }

    private void Inline() => writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
}
