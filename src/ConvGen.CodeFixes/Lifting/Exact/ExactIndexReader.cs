using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Reads integer expressions as polynomials. What is not understood is null, and then nothing is offered.</summary>
internal static class ExactIndexReader
{
    public static ExactIndex? Read(IOperation? operation, LoopScope scope) =>
        operation switch
        {
            null => null,
            { ConstantValue: { HasValue: true, Value: int value } } => ExactIndex.Of(new BigInteger(value)),
            { Type.SpecialType: not SpecialType.System_Int32 } => null,
            ILocalReferenceOperation local => scope.Integers.TryGetValue(local.Local, out ExactIndex? form) ? form : null,
            IParameterReferenceOperation parameter => scope.IsWritten(parameter.Parameter) || parameter.Parameter.RefKind != RefKind.None
                ? null
            : scope.Integers.TryGetValue(parameter.Parameter, out ExactIndex? known) ? known
            : ExactIndex.Of(new VariableAtom(parameter.Parameter)),
            IFieldReferenceOperation field => scope.Integers.TryGetValue(field.Field, out ExactIndex? number) ? number : null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus => Read(minus.Operand, scope) is { } form
                ? -form
                : null,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus, OperatorMethod: null } plus => Read(plus.Operand, scope),
            IConversionOperation { OperatorMethod: null, Operand.Type.SpecialType: SpecialType.System_Int32 } same => Read(
                same.Operand,
                scope
            ),
            IParenthesizedOperation parentheses => Read(parentheses.Operand, scope),
            IBinaryOperation { OperatorMethod: null } binary => ReadBinary(binary, scope),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => ReadChoice(choice, whenFalse, scope),
            IPropertyReferenceOperation { Property.Name: "Length", Arguments.IsEmpty: true, Instance: { } array } => Extent(
                array,
                0,
                scope
            ),
            IInvocationOperation call => ReadCall(call, scope),
            _ => null,
        };

    /// <summary>The extent of an array or a span along a dimension.</summary>
    private static ExactIndex? Extent(IOperation array, int? dimension, LoopScope scope)
    {
        if (LoopScope.SymbolOf(array) is not { } symbol || dimension is not { } index || scope.IsWritten(symbol))
        {
            return null;
        }

        int rank = array.Type is IArrayTypeSymbol type ? type.Rank : 1;
        if (index < 0 || index >= rank || (rank > 1 && array.Parent is IPropertyReferenceOperation))
        {
            return null;
        }

        return scope.Extents.TryGetValue(symbol, out ImmutableArray<ExactIndex> extents) ? extents[index]
            : symbol is IParameterSymbol { RefKind: RefKind.None } ? ExactIndex.Of(new ExtentAtom(symbol, index))
            : null;
    }

    private static ExactIndex? ReadBinary(IBinaryOperation binary, LoopScope scope)
    {
        if (Read(binary.LeftOperand, scope) is not { } left || Read(binary.RightOperand, scope) is not { } right)
        {
            return null;
        }

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide when right.Constant is { IsZero: false } divisor => left.Constant is { } dividend
                ? ExactIndex.Of(dividend / divisor)
            : divisor.Sign > 0 && divisor < int.MaxValue ? ExactIndex.Of(new QuotientAtom(left, (int)divisor))
            : null,
            BinaryOperatorKind.Remainder => Folding.Remainder(left, right),
            _ => null,
        };
    }

    private static ExactIndex? ReadChoice(IConditionalOperation choice, IOperation whenFalse, LoopScope scope) =>
        ConditionReader.Read(choice.Condition, scope) is { Length: 1 } condition
        && Read(choice.WhenTrue, scope) is { } left
        && Read(whenFalse, scope) is { } right
            ? Folding.Choose(condition[0], left, right)
            : null;

    private static ExactIndex? ReadCall(IInvocationOperation call, LoopScope scope)
    {
        ImmutableArray<IOperation> arguments = Arguments(call);
        if (
            call is { Instance: { Type: IArrayTypeSymbol } array, TargetMethod.Name: "GetLength" or "GetUpperBound" }
            && arguments.Length == 1
        )
        {
            ExactIndex? extent = Extent(
                array,
                Read(arguments[0], scope)?.Constant is { } dimension ? (int)BigInteger.Min(dimension, int.MaxValue) : null,
                scope
            );
            return call.TargetMethod.Name == "GetLength" ? extent
                : extent is null ? null
                : extent - 1;
        }

        if (!IsMath(call.TargetMethod) || arguments.Any(argument => Read(argument, scope) is null))
        {
            return null;
        }

        ExactIndex[] values = [.. arguments.Select(argument => Read(argument, scope)!)];
        return (call.TargetMethod.Name, values.Length) switch
        {
            ("Clamp", 3) when values[1].Equals(ExactIndex.Zero) => Folding.ClampLow(values[0]) is { } from
                ? Folding.ClampHigh(from, values[2] + 1)
                : null,
            ("Max", 2) when values[1].Equals(ExactIndex.Zero) => Folding.ClampLow(values[0]),
            ("Max", 2) when values[0].Equals(ExactIndex.Zero) => Folding.ClampLow(values[1]),
            ("Min", 2) => Folding.ClampHigh(values[0], values[1] + 1) ?? Folding.ClampHigh(values[1], values[0] + 1),
            _ => null,
        };
    }

    /// <summary>Whether a method stands in <c>System.Math</c>.</summary>
    public static bool IsMath(IMethodSymbol method) =>
        method.ContainingType is { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The arguments in the order of the parameters; none where a parameter takes none or several.</summary>
    public static ImmutableArray<IOperation> Arguments(IInvocationOperation call) =>
        call.Arguments.Length == call.TargetMethod.Parameters.Length
            ? [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value)]
            : [];
}
