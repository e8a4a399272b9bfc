using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Loops;

/// <summary>
/// Writes a subscript of a kernel so that the named indices run the other way. Where the loops' bounds are plain, each index <c>k</c>
/// becomes
/// <c>first + last - k</c>, which visits the same taps; where they are not, the whole subscript is counted from the kernel's end.
/// </summary>
internal sealed class SubscriptReversal(Scope scope, ISet<string> indices)
{
    private const int MaximumDepth = 8;

    /// <summary>
    /// The subscript the other way round; null where it cannot be written, and the same text where none of the indices is in it.
    /// </summary>
    /// <param name="subscript">The subscript.</param>
    /// <param name="extent">How many elements the axis has; null where that cannot be written.</param>
    public string? Reverse(ExpressionSyntax subscript, WrittenSum? extent)
    {
        if (!DependsOnIndices(subscript, 0))
        {
            return subscript.ToString();
        }

        if (subscript.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(Scope.IsWritten))
        {
            return null;
        }

        // ^e counts from the end, so that the element it means lies e - 1 from the start the other way round.
        if (subscript is PrefixUnaryExpressionSyntax fromEnd && fromEnd.IsKind(SyntaxKind.IndexExpression))
        {
            return Read(fromEnd.Operand, reverse: false, 0) is { } distance ? (distance - 1).ToText() : null;
        }

        return Read(subscript, reverse: true, 0)?.ToText() ?? FromEnd(subscript, extent);
    }

    private bool DependsOnIndices(ExpressionSyntax expression, int depth) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                scope.SymbolOf(name) is ILocalSymbol or IParameterSymbol
                && (
                    indices.Contains(name.Identifier.ValueText)
                    || (
                        depth < MaximumDepth
                        && scope.SymbolOf(name) is { } symbol
                        && scope.OnlyValueOf(symbol) is { } value
                        && DependsOnIndices(value, depth + 1)
                    )
                )
            );

    /// <summary>
    /// Counts from the kernel's end. The subscript must depend on nothing but taps, or samples and channels would be reversed too.
    /// </summary>
    private string? FromEnd(ExpressionSyntax subscript, WrittenSum? extent)
    {
        if (extent is null || !OnlyTapsVary(subscript, 0))
        {
            return null;
        }

        if (Read(subscript, reverse: false, 0) is not { } sum)
        {
            return null;
        }

        // A row's number times the width is easier to read in one piece, unless the subscript counted from the end before.
        WrittenSum last = extent - 1;
        WrittenSum mirrored = last - sum;
        bool isProduct = subscript.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.MultiplyExpression));
        if (isProduct && extent.Atom is { } size && mirrored.FactorOf(size).IsOne)
        {
            mirrored =
                last - WrittenSums.Of("subscript", subscript is ParenthesizedExpressionSyntax ? subscript.ToString() : $"({subscript})");
        }

        return mirrored.ToText();
    }

    private bool OnlyTapsVary(ExpressionSyntax expression, int depth) =>
        depth < MaximumDepth
        && expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .All(name =>
                indices.Contains(name.Identifier.ValueText)
                || WrittenSumReader.OfInvariant(name, scope) is not null
                || scope.SymbolOf(name) is not (ILocalSymbol or IParameterSymbol)
                || scope.TypeOf(name)?.SpecialType != SpecialType.System_Int32
                || (scope.OnlyValueOf(scope.SymbolOf(name)!) is { } value && OnlyTapsVary(value, depth + 1))
            );

    /// <summary>
    /// The subscript as a sum; when reversing, with every index replaced by its mirror image in the range that its loop runs over.
    /// </summary>
    private WrittenSum? Read(ExpressionSyntax expression, bool reverse, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        if (!DependsOnIndices(expression, 0) && WrittenSumReader.OfInvariant(expression, scope) is { } invariant)
        {
            return invariant;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Read(parenthesized.Expression, reverse, depth);
            case IdentifierNameSyntax name when indices.Contains(name.Identifier.ValueText):
                return OfIndex(name, reverse);
            case IdentifierNameSyntax name when scope.SymbolOf(name) is { } symbol && scope.OnlyValueOf(symbol) is { } value:
                return reverse ? Read(value, reverse, depth + 1) : WrittenSums.Of(Scope.KeyOf(symbol), name.Identifier.ValueText);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.SubtractExpression):
                return Read(binary.Left, reverse, depth) is { } left && Read(binary.Right, reverse, depth) is { } right
                    ? binary.IsKind(SyntaxKind.AddExpression)
                        ? left + right
                        : left - right
                    : null;
            case ExpressionSyntax other when !DependsOnIndices(other, 0):
                return WrittenSums.Of(other.ToString(), Primary(other));
            case BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression):
                return OfProduct(product, reverse, depth);
            default:
                return null;
        }
    }

    private WrittenSum? OfIndex(IdentifierNameSyntax name, bool reverse)
    {
        ISymbol symbol = scope.SymbolOf(name)!;
        WrittenSum index = WrittenSums.Of(Scope.KeyOf(symbol), name.Identifier.ValueText);
        return reverse
            ? TapBounds.FirstPlusLast(symbol, name, scope) is { } ends
                ? ends - index
                : null
            : index;
    }

    /// <summary>A row's number times the width: the index in it is replaced, the product stays one.</summary>
    private WrittenSum? OfProduct(BinaryExpressionSyntax product, bool reverse, int depth)
    {
        if (Read(product.Left, reverse, depth) is not { } left || Read(product.Right, reverse, depth) is not { } right)
        {
            return null;
        }

        if ((left.Constant ?? right.Constant) is { } factor)
        {
            return (left.Constant is null ? left : right).Scale(factor);
        }

        string text = $"{left.ToFactor()} * {right.ToFactor()}";
        return WrittenSums.Of(text, text);
    }

    private static string Primary(ExpressionSyntax expression) =>
        expression is ConditionalExpressionSyntax or CastExpressionSyntax
        || (expression is BinaryExpressionSyntax && !expression.IsKind(SyntaxKind.MultiplyExpression))
            ? $"({expression})"
            : expression.ToString();
}
