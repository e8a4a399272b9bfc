using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Spots;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Calls of <c>TensorPrimitives</c>: an operator over whole spans, the last of which takes the results.</summary>
internal static class TensorCalls
{
    /// <summary>What a call gives; null where it is not known.</summary>
    public static object? Call(Machine machine, IMethodSymbol method, string type, object[] arguments, IOperation place)
    {
        if (type != "TensorPrimitives" || !Array.TrueForAll(arguments, static argument => argument is Store or Number))
        {
            return null;
        }

        if (method.Name == "Sum" && arguments is [Store summed])
        {
            return machine.Memory.Items(summed, place).OfType<Number>().Aggregate(Number.Zero, machine.Arithmetic.Add);
        }

        if (arguments.Length < 3 || arguments[arguments.Length - 1] is not Store target || arguments[0] is not Store first)
        {
            return null;
        }

        for (int index = 0; index < first.Length; index++)
        {
            Number[] operands =
            [
                .. arguments
                    .Take(arguments.Length - 1)
                    .Select(argument =>
                        (argument is Store array ? machine.Memory.Load(array, new Place(index), place) : argument) as Number
                        ?? machine.Arithmetic.Fresh()
                    ),
            ];
            if (Apply(machine, method.Name, operands, place) is not { } result)
            {
                return null;
            }

            machine.Memory.Save(new ElementSpot(target, new Place(index)), result, place);
        }

        return Unknown.Value;
    }

    private static Number? Apply(Machine machine, string name, Number[] operands, IOperation place) =>
        (name, operands) switch
        {
            ("Add", [var one, var other]) => machine.Arithmetic.Add(one, other),
            ("Subtract", [var one, var other]) => machine.Arithmetic.Subtract(one, other),
            ("Multiply", [var one, var other]) => machine.Multiply(one, other, place),
            ("Divide", [var one, var other]) => machine.Arithmetic.Divide(one, other, false),
            ("MultiplyAdd" or "FusedMultiplyAdd" or "MultiplyAddEstimate", [var one, var other, var addend]) => machine.Arithmetic.Add(
                machine.Multiply(one, other, place),
                addend
            ),
            ("AddMultiply", [var one, var other, var factor]) => machine.Multiply(machine.Arithmetic.Add(one, other), factor, place),
            _ => null,
        };
}
