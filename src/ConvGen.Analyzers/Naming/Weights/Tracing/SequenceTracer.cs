using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>
/// Kernels that are made with a lambda for each weight: copies, scaled copies, and <c>Select((w, i) => k[K - 1 - i])</c>.
/// </summary>
internal static class SequenceTracer
{
    /// <summary>Reads a <c>Select</c> or a <c>ConvertAll</c>; null for other calls.</summary>
    public static KernelTrace? Trace(IInvocationOperation call, KernelTracer tracer)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isSelection =
            method
            is { Name: "Select", ContainingType.Name: "Enumerable" }
                or { Name: "ConvertAll", ContainingType.Name: "Array" or "List" };
        if (!isSelection)
        {
            return null;
        }

        IOperation? source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (source is null || Lambda(call.Arguments.LastOrDefault()?.Value) is not { } lambda || Result(lambda) is not { } result)
        {
            return KernelTrace.Unknown;
        }

        IParameterSymbol item = lambda.Symbol.Parameters[0];
        if (IsItem(result, item))
        {
            return tracer.Trace(source);
        }

        if (result is IArrayElementReferenceOperation { Indices.Length: 1 } element)
        {
            IParameterSymbol counter = lambda.Symbol.Parameters[lambda.Symbol.Parameters.Length - 1];
            bool counts =
                lambda.Symbol.Parameters.Length == 2
                || Unwrapped(source) is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } };
            return counts && IsFromEnd(element.Indices[0], counter)
                ? tracer.Trace(element.ArrayReference).Reverse(AxisFlips.All, call)
                : KernelTrace.Unknown;
        }

        if (Row(result, item, tracer) is { } flips)
        {
            return tracer.Trace(source).Reverse(flips, call);
        }

        return KernelFill.IsScalar(result, 0) ? tracer.Trace(source).Refilled() : KernelTrace.Unknown;
    }

    /// <summary>Whether the result is the item itself, converted or scaled.</summary>
    private static bool IsItem(IOperation result, IParameterSymbol item) =>
        result switch
        {
            IConversionOperation conversion => IsItem(conversion.Operand, item),
            IParenthesizedOperation parenthesized => IsItem(parenthesized.Operand, item),
            IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, item),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => IsItem(unary.Operand, item),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } binary => IsItem(binary.LeftOperand, item)
                && IsFactor(binary.RightOperand, item),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } binary => (
                IsItem(binary.LeftOperand, item) && IsFactor(binary.RightOperand, item)
            ) || (IsItem(binary.RightOperand, item) && IsFactor(binary.LeftOperand, item)),
            IInvocationOperation { TargetMethod.ContainingType: { Name: "Convert" } } conversion => conversion.Arguments.Length == 1
                && IsItem(conversion.Arguments[0].Value, item),
            _ => false,
        };

    // A factor of a lambda is the same for all items only if it mentions none of the lambda's parameters.
    private static bool IsFactor(IOperation factor, IParameterSymbol item) =>
        factor
            .DescendantsAndSelf()
            .All(operation =>
                operation switch
                {
                    IParameterReferenceOperation reference => !SymbolEqualityComparer.Default.Equals(
                        reference.Parameter.ContainingSymbol,
                        item.ContainingSymbol
                    ),
                    IInvocationOperation or IIncrementOrDecrementOperation or IArrayElementReferenceOperation => false,
                    _ => true,
                }
            );

    /// <summary><c>K - 1 - i</c>, <c>last - i</c>, or <c>^(i + 1)</c>.</summary>
    private static bool IsFromEnd(IOperation index, IParameterSymbol counter)
    {
        switch (index)
        {
            case IConversionOperation conversion:
                return IsFromEnd(conversion.Operand, counter);
            case IParenthesizedOperation parenthesized:
                return IsFromEnd(parenthesized.Operand, counter);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat }:
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference:
                bool takesCounter =
                    difference.RightOperand is IParameterReferenceOperation reference
                    && SymbolEqualityComparer.Default.Equals(reference.Parameter, counter);
                return takesCounter
                    ? IsFactor(difference.LeftOperand, counter)
                    : ConstantReader.Int32(difference.RightOperand) is not null && IsFromEnd(difference.LeftOperand, counter);
            default:
                return false;
        }
    }

    /// <summary>Rows of a jagged kernel, each reversed.</summary>
    private static AxisFlips? Row(IOperation result, IParameterSymbol item, KernelTracer tracer)
    {
        if (!KernelTypes.IsCollection(item.Type))
        {
            return null;
        }

        KernelTrace row = tracer.Trace(result);
        return row is { Flips: AxisFlips.None or AxisFlips.All, Symbol: { } symbol } && SymbolEqualityComparer.Default.Equals(symbol, item)
            ? row.Flips == AxisFlips.All
                ? AxisFlips.Columns
                : AxisFlips.None
            : null;
    }

    private static IAnonymousFunctionOperation? Lambda(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => Lambda(conversion.Operand),
            IDelegateCreationOperation creation => Lambda(creation.Target),
            IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 or 2 } lambda => lambda,
            _ => null,
        };

    private static IOperation? Result(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length > 0 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value }
            ? Unwrapped(value)
            : null;

    private static IOperation Unwrapped(IOperation operation) =>
        operation is IConversionOperation conversion ? Unwrapped(conversion.Operand) : operation;
}
