using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Loops;

/// <summary>
/// Reads sizes and bounds as sums. What is not a sum of plain sizes is refused, because its value may differ from one turn to the next.
/// </summary>
internal static class WrittenSumReader
{
    /// <summary>Locals that stand for locals that stand for a size end soon.</summary>
    private const int MaximumDepth = 8;

    /// <summary>An expression whose value is the same in every turn of the loops around it, or null.</summary>
    public static WrittenSum? OfInvariant(ExpressionSyntax expression, Scope scope, int depth = 0)
    {
        if (scope.ConstantOf(expression) is { } constant && expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax)
        {
            return constant;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return OfInvariant(parenthesized.Expression, scope, depth);
            case PrefixUnaryExpressionSyntax minus
                when minus.IsKind(SyntaxKind.UnaryMinusExpression) && OfInvariant(minus.Operand, scope, depth) is { } operand:
                return -operand;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.SubtractExpression):
                return OfInvariant(binary.Left, scope, depth) is { } left && OfInvariant(binary.Right, scope, depth) is { } right
                    ? binary.IsKind(SyntaxKind.AddExpression)
                        ? left + right
                        : left - right
                    : null;
            case BinaryExpressionSyntax binary
                when binary.IsKind(SyntaxKind.MultiplyExpression) || binary.IsKind(SyntaxKind.DivideExpression):
                return OfProduct(binary, scope, depth);
            default:
                return KeyOf(expression, scope, depth) is { } key ? WrittenSums.Of(key, expression.ToString()) : null;
        }
    }

    /// <summary>
    /// The key of a size: a name that never changes, or something such as <c>kernel.Length</c> and <c>kernel.GetLength(0)</c> of one.
    /// </summary>
    public static string? KeyOf(ExpressionSyntax expression, Scope scope, int depth = 0)
    {
        switch (expression)
        {
            case ThisExpressionSyntax:
                return "this";
            case IdentifierNameSyntax name:
                return KeyOfName(name, scope, depth);
            case MemberAccessExpressionSyntax access when KeyOf(access.Expression, scope, depth) is { } owner:
                return $"{owner}.{access.Name.Identifier.ValueText}";
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetLength" } access,
                ArgumentList.Arguments: { Count: 1 } arguments
            } when scope.ConstantOf(arguments[0].Expression) is { } dimension && KeyOf(access.Expression, scope, depth) is { } owner:
                return FormattableString.Invariant($"{owner}.GetLength({dimension})");
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } element
                when scope.ConstantOf(arguments[0].Expression) is { } index && KeyOf(element.Expression, scope, depth) is { } owner:
                return FormattableString.Invariant($"{owner}[{index}]");
            default:
                return null;
        }
    }

    private static WrittenSum? OfProduct(BinaryExpressionSyntax product, Scope scope, int depth)
    {
        if (OfInvariant(product.Left, scope, depth) is not { } left || OfInvariant(product.Right, scope, depth) is not { } right)
        {
            return null;
        }

        if (product.IsKind(SyntaxKind.MultiplyExpression) && (left.Constant ?? right.Constant) is { } factor)
        {
            return (left.Constant is null ? left : right).Scale(factor);
        }

        return WrittenSums.Of($"({left.ToText()}){product.OperatorToken.Text}({right.ToText()})", product.ToString());
    }

    private static string? KeyOfName(IdentifierNameSyntax name, Scope scope, int depth)
    {
        ISymbol? symbol = scope.SymbolOf(name);
        if (symbol is IFieldSymbol or IPropertySymbol)
        {
            return Scope.KeyOf(symbol);
        }

        if (symbol is not (ILocalSymbol or IParameterSymbol) || scope.Changes(symbol) || depth > MaximumDepth)
        {
            return null;
        }

        if (symbol is IParameterSymbol || scope.TypeOf(name)?.SpecialType != SpecialType.System_Int32)
        {
            return Scope.KeyOf(symbol);
        }

        // A number that a local stands for has that local's name, unless it is a single size: then both names mean one term.
        return scope.OnlyValueOf(symbol) is { } value && OfInvariant(value, scope, depth + 1) is { } sum
            ? sum.Atom?.Key ?? Scope.KeyOf(symbol)
            : null;
    }
}
