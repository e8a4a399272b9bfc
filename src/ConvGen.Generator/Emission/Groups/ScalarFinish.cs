using System.Numerics;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;

namespace ConvGen.Generator.Emission.Groups;

/// <summary>Prints what makes one result of those of the kernels, for rows too short for vectors.</summary>
internal sealed class ScalarFinish(SourceWriter writer, GroupPlan plan, ElementType destination, string method)
{
    private readonly FinishPlan finish = plan.Finish!;

    private readonly FinishExpression expression = new(plan);

    private bool IsFloating => finish.Floating is not null;

    /// <summary>Prints it.</summary>
    public void Emit()
    {
        SignatureForm form = plan.Model.Form;
        string parameters =
            string.Join(", ", expression.Names().Select(name => $"{finish.Inputs.Keyword()} {name}"))
            + WeightArguments.Factors(form, "float ");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {destination.Keyword()} {method}One({parameters})"))
        {
            ElementType type = finish.Floating ?? (finish.Whole == ElementType.Int64 ? ElementType.Int64 : ElementType.Int32);
            string math = type == ElementType.Single ? "MathF" : "Math";
            string keyword = type.Keyword();
            if (finish.Inputs != type)
            {
                foreach (string name in expression.Names())
                {
                    writer.Line($"{keyword} {Local(name)} = {name};");
                }
            }

            bool isConverted = finish.Inputs != type;
            string value = expression.Combined(
                term => $"Math.Abs({term})",
                square => $"{math}.Sqrt({square})",
                (a, b) => IsFloating ? $"({a} > {b} || {keyword}.IsNaN({a}) ? {a} : {b})" : $"Math.Max({a}, {b})",
                (a, b) => IsFloating ? $"({a} < {b} || {keyword}.IsNaN({a}) ? {a} : {b})" : $"Math.Min({a}, {b})",
                isConverted ? Local : null,
                step => writer.Line(step),
                keyword
            );
            writer.Line($"{keyword} sum = {expression.Scaled(value)};");
            EmitRounding(type);
        }

        writer.Line();
    }

    private void EmitRounding(ElementType type)
    {
        string keyword = destination.Keyword();
        if (finish.HasSmallRoots)
        {
            writer.Line($"return ({keyword})Math.Min((int)(sum + 0.5f), {Literals.Of(destination.Maximum())});");
        }
        else if (IsFloating && destination.IsInteger())
        {
            ArithmeticEmitter.EmitRounding(writer, type, destination, "return");
        }
        else if (IsFloating)
        {
            writer.Line(destination == type ? "return sum;" : $"return ({keyword})sum;");
        }
        else if (finish.Range is { } range && !range.IsWithin(destination))
        {
            BigInteger low = BigInteger.Max(destination.Minimum(), type.Minimum()),
                high = BigInteger.Min(destination.Maximum(), type.Maximum());
            writer.Line($"return ({keyword})Math.Clamp(sum, {Literals.Integer(low, type)}, {Literals.Integer(high, type)});");
        }
        else
        {
            writer.Line(destination == type ? "return sum;" : $"return ({keyword})sum;");
        }
    }

    private static string Local(string name) => name.Replace("result", "value");
}
