using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Sums;

/// <summary>Reads products: two elements that change from tap to tap, times what does not.</summary>
internal sealed class ProductReader(LoopBody body)
{
    private const int MostFactors = 8;

    /// <summary>The product that an expression is, through locals that hold it.</summary>
    public IOperation? ProductOf(IOperation expression)
    {
        IOperation operation = Unwrapped.Of(expression)!;
        return operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } => operation,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => ProductOf(quotient.LeftOperand),
            ILocalReferenceOperation local
                when body.Variables.DefinitionAt(local.Local, local) is { } definition && Unwrapped.Of(definition) is IBinaryOperation =>
                ProductOf(definition),
            IInvocationOperation call when FactorsOf(call) is not null => operation,
            _ => null,
        };
    }

    /// <summary>
    /// The two elements of a product that change with the loops; null where there are not exactly two, or something else changes with them.
    /// </summary>
    public (ElementAccess First, ElementAccess Second)? Factors(IOperation product, IReadOnlyCollection<IOperation> loops)
    {
        List<IOperation> factors = [];
        if (!Flatten(product, factors))
        {
            return null;
        }

        List<ElementAccess> elements = [];
        foreach (IOperation factor in factors)
        {
            if (body.Elements.Read(factor) is { } element)
            {
                if (loops.Any(element.Varies))
                {
                    elements.Add(element);
                }
            }
            else if (!IsSettled(factor, loops))
            {
                return null;
            }
        }

        return elements.Count == 2 ? (elements[0], elements[1]) : null;
    }

    private static (IOperation First, IOperation Second)? FactorsOf(IInvocationOperation call) =>
        (call.TargetMethod.Name, call.Arguments.Length)
            is
                ("Multiply", 2)
                or
                ("FusedMultiplyAdd" or "MultiplyAdd" or "MultiplyAddEstimate", 3)
        && call.Instance is null
            ? (call.Arguments[0].Value, call.Arguments[1].Value)
            : null;

    private bool Flatten(IOperation expression, List<IOperation> factors)
    {
        IOperation operation = Unwrapped.Of(expression)!;
        if (factors.Count > MostFactors)
        {
            return false;
        }

        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                return Flatten(product.LeftOperand, factors) && Flatten(product.RightOperand, factors);
            case IInvocationOperation call when FactorsOf(call) is var (first, second):
                return Flatten(first, factors) && Flatten(second, factors);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient
                when body.Elements.Read(quotient.RightOperand) is null:
                factors.Add(quotient.RightOperand);
                return Flatten(quotient.LeftOperand, factors);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus:
                return Flatten(plus.Operand, factors);
            case ILocalReferenceOperation local
                when body.Variables.DefinitionAt(local.Local, local) is { } definition
                    && Unwrapped.Of(definition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply }:
                return Flatten(definition, factors);
            default:
                factors.Add(operation);
                return true;
        }
    }

    /// <summary>Whether a factor is a number that stays the same while the loops run.</summary>
    private bool IsSettled(IOperation factor, IReadOnlyCollection<IOperation> loops) =>
        factor.ConstantValue.HasValue
        || (
            WriteReader.VariableOf(factor) is { } variable
            && body.BoundIndex(variable) is null
            && body.BoundElement(variable) is null
            && body.WritesTo(variable).All(write => !loops.Any(loop => Order.Contains(loop, write.Operation)))
        );
}
