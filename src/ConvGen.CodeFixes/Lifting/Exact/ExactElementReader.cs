using System.Collections.Immutable;
using ConvGen.CodeFixes.Lifting.Nests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.CodeFixes.Lifting.Exact;

/// <summary>Reads elements of arrays and spans, through the locals that hold them and the conversions that lose nothing.</summary>
internal static class ExactElementReader
{
    public static LoopElement? Read(IOperation operation, LoopScope scope) =>
        operation switch
        {
            ILocalReferenceOperation local => scope.Elements.TryGetValue(local.Local, out LoopElement? element) ? element : null,
            IParenthesizedOperation parentheses => Read(parentheses.Operand, scope),
            IConversionOperation { OperatorMethod: null, Type: { } type } conversion => Read(conversion.Operand, scope) is { } element
                ? Convert(element, type, conversion)
                : null,
            IConditionalOperation { WhenFalse: { } whenFalse } choice => ReadChoice(choice, whenFalse, scope),
            IArrayElementReferenceOperation or IPropertyReferenceOperation => ReadAccess(operation, scope),
            _ => null,
        };

    /// <summary>The array and the subscripts of an element that is read or written.</summary>
    public static LoopElement? ReadAccess(IOperation operation, LoopScope scope)
    {
        (IOperation? array, ImmutableArray<IOperation> subscripts) = operation switch
        {
            IArrayElementReferenceOperation access => (access.ArrayReference, access.Indices),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } access when IsSpan(span.Type) => (
                span,
                [.. access.Arguments.Select(static argument => argument.Value)]
            ),
            _ => (null, []),
        };
        if (array is null || operation.Type is not { } type || LoopScope.SymbolOf(array) is not { } symbol || scope.IsWritten(symbol))
        {
            return null;
        }

        ImmutableArray<ExactIndex> index =
        [
            .. subscripts.Select(subscript => ExactIndexReader.Read(subscript, scope)).OfType<ExactIndex>(),
        ];
        return index.Length == subscripts.Length ? new LoopElement(symbol, type, index, type, []) : null;
    }

    /// <summary>Whether a type is <c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Name: "Span" or "ReadOnlySpan",
                Arity: 1,
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };

    /// <summary>One implicit numeric conversion, even where it was written out; two might round twice.</summary>
    private static LoopElement? Convert(LoopElement element, ITypeSymbol type, IConversionOperation conversion)
    {
        if (SymbolEqualityComparer.Default.Equals(element.Type, type))
        {
            return element;
        }

        CSharpCompilation? compilation = conversion.SemanticModel?.Compilation as CSharpCompilation;
        return
            SymbolEqualityComparer.Default.Equals(element.Type, element.Element)
            && compilation?.ClassifyConversion(element.Element, type) is { IsNumeric: true, IsImplicit: true }
            ? element with
            {
                Type = type,
            }
            : null;
    }

    /// <summary><c>inside ? x[i] : 0</c>.</summary>
    private static LoopElement? ReadChoice(IConditionalOperation choice, IOperation whenFalse, LoopScope scope)
    {
        (IOperation value, IOperation zero, bool isNegated) = IsZero(whenFalse)
            ? (choice.WhenTrue, whenFalse, false)
            : (whenFalse, choice.WhenTrue, true);
        return
            IsZero(zero)
            && ConditionReader.Read(choice.Condition, scope, isNegated) is { } inside
            && Read(value, scope) is { Inside.IsEmpty: true } element
            ? element with
            {
                Inside = inside,
            }
            : null;
    }

    /// <summary>Whether an operation is the constant +0.</summary>
    public static bool IsZero(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value }
        && value switch
        {
            float number => number == 0 && !IsNegative(number),
            double number => number == 0 && !IsNegative(number),
            byte or sbyte or short or ushort or int or long => System.Convert.ToInt64(
                value,
                System.Globalization.CultureInfo.InvariantCulture
            ) == 0,
            _ => false,
        };

    private static bool IsNegative(double zero) => BitConverter.DoubleToInt64Bits(zero) < 0;
}
