using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Functions of numbers: <c>Math</c>, conversions, and what number types bring with them.</summary>
internal sealed class MathCalls(Machine machine)
{
    /// <summary>What a function gives.</summary>
    public Number Call(string name, Number[] operands, IOperation place)
    {
        switch (name)
        {
            case "FusedMultiplyAdd" or "MultiplyAddEstimate" when operands.Length == 3:
                return machine.Arithmetic.Add(machine.Multiply(operands[0], operands[1], place), operands[2]);
            case "BigMul" or "Multiply" when operands.Length == 2:
                return machine.Multiply(operands[0], operands[1], place);
        }

        if (
            Array.TrueForAll(operands, static operand => operand.Known is not null)
            && Value(name, Array.ConvertAll(operands, static operand => operand.Known!.Value)) is { } value
        )
        {
            return operands.Length == 1 && operands[0].IsOfSamples ? operands[0] with { Known = value } : Number.Of(value);
        }

        bool isShape =
            name
                is "Round"
                    or "Floor"
                    or "Ceiling"
                    or "Truncate"
                    or "Clamp"
                    or "Min"
                    or "Max"
                    or "CreateSaturating"
                    or "CreateTruncating"
                    or "CreateChecked"
                    or "Parse"
            || name.StartsWith("To", StringComparison.Ordinal);
        Number[] sums = [.. operands.Where(static operand => operand.IsOfSamples)];
        if (sums.Length > 1 && name is "Min" or "Max")
        {
            machine.HasRivals = true;
            machine.Compared.AddRange(sums.Where(static sum => sum.HasProducts));
            return sums[0];
        }

        machine.Magnitudes.AddRange(sums.Where(sum => sum.HasProducts && name is "Abs" or "Pow" or "Hypot" or "Magnitude"));
        bool isAbsolute = name == "Abs" && sums.Length == 1 && sums[0].HasProducts;
        return (isShape || isAbsolute) && sums.Length == 1 ? sums[0] with { Known = null } : machine.Arithmetic.Function(name, operands);
    }

    private static double? Value(string name, double[] operands) =>
        (name, operands.Length) switch
        {
            ("Min", 2) => Math.Min(operands[0], operands[1]),
            ("Max", 2) => Math.Max(operands[0], operands[1]),
            ("Clamp", 3) => Math.Max(operands[1], Math.Min(operands[2], operands[0])),
            ("Abs", 1) => Math.Abs(operands[0]),
            ("Sqrt", 1) => Math.Sqrt(operands[0]),
            ("Floor", 1) => Math.Floor(operands[0]),
            ("Ceiling", 1) => Math.Ceiling(operands[0]),
            ("Truncate", 1) => Math.Truncate(operands[0]),
            ("Round", 1) => Math.Round(operands[0]),
            ("Sign", 1) => Math.Sign(operands[0]),
            ("Pow", 2) => Math.Pow(operands[0], operands[1]),
            ("Exp", 1) => Math.Exp(operands[0]),
            ("Log", 1) => Math.Log(operands[0]),
            ("Cos", 1) => Math.Cos(operands[0]),
            ("Sin", 1) => Math.Sin(operands[0]),
            ("ToInt32" or "ToInt64", 1) => Math.Round(operands[0]),
            (_, 1) when name.StartsWith("To", StringComparison.Ordinal) || name.StartsWith("Create", StringComparison.Ordinal) => operands[
                0
            ],
            _ => null,
        };

    /// <summary>The quotient, and the remainder where it is asked for, or both.</summary>
    public object Divided(long dividend, long divisor, object[] arguments, IOperation place)
    {
        Number quotient = Number.Of(dividend / divisor);
        Number remainder = Number.Of(dividend % divisor);
        if (arguments is not [_, _, Spot to])
        {
            return new Bundle([quotient, remainder]);
        }

        machine.Memory.Save(to, remainder, place);
        return quotient;
    }
}
