using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes.Loops;

/// <summary>
/// The taps that an index runs over: first plus last. Known only where the bounds are plain sizes; a loop that is cut at the border of
/// the source (<c>Math.Min</c>) does not visit all taps, and its own bounds say nothing about the kernel's size.
/// </summary>
internal static class TapBounds
{
    /// <summary>First plus last value of the index of a <c>for</c> loop around an expression, or null.</summary>
    public static WrittenSum? FirstPlusLast(ISymbol index, SyntaxNode around, Scope scope)
    {
        if (
            LoopOf(index, around, scope) is not { } loop
            || loop.Declaration!.Variables.First(variable => variable.Identifier.ValueText == index.Name).Initializer?.Value
                is not { } start
            || WrittenSumReader.OfInvariant(start, scope) is not { } first
            || StepOf(index, loop, scope) is not { } step
            || BoundOf(index, loop.Condition, scope, isAbove: step > 0) is not { } last
        )
        {
            return null;
        }

        return first + last;
    }

    /// <summary>The <c>for</c> loop that declares an index.</summary>
    public static ForStatementSyntax? LoopOf(ISymbol index, SyntaxNode around, Scope scope) =>
        around
            .Ancestors()
            .TakeWhile(node => node != scope.Member)
            .OfType<ForStatementSyntax>()
            .FirstOrDefault(loop =>
                loop.Declaration?.Variables.Any(variable =>
                    index.Locations.Any(location => location.SourceSpan == variable.Identifier.Span)
                ) == true
            );

    /// <summary>1 or -1 for an index that the loop steps and that nothing else writes to.</summary>
    private static int? StepOf(ISymbol index, ForStatementSyntax loop, Scope scope)
    {
        ExpressionSyntax[] writes =
        [
            .. loop.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == index.Name
                    && Scope.IsWritten(name)
                    && SymbolEqualityComparer.Default.Equals(scope.SymbolOf(name), index)
                ),
        ];
        if (writes.Length != 1 || writes[0].Parent is not ExpressionSyntax written || !loop.Incrementors.Contains(written))
        {
            return null;
        }

        return written switch
        {
            AssignmentExpressionSyntax assignment when scope.ConstantOf(assignment.Right) == 1 => assignment.Kind() switch
            {
                SyntaxKind.AddAssignmentExpression => 1,
                SyntaxKind.SubtractAssignmentExpression => -1,
                _ => null,
            },
            { } step when step.IsKind(SyntaxKind.PostIncrementExpression) || step.IsKind(SyntaxKind.PreIncrementExpression) => 1,
            { } step when step.IsKind(SyntaxKind.PostDecrementExpression) || step.IsKind(SyntaxKind.PreDecrementExpression) => -1,
            _ => null,
        };
    }

    /// <summary>The last value that a condition lets an index have.</summary>
    private static WrittenSum? BoundOf(ISymbol index, ExpressionSyntax? condition, Scope scope, bool isAbove)
    {
        if (condition is not BinaryExpressionSyntax comparison)
        {
            return null;
        }

        bool isLeft = IsIndex(comparison.Left, index, scope);
        if (
            isLeft == IsIndex(comparison.Right, index, scope)
            || WrittenSumReader.OfInvariant(isLeft ? comparison.Right : comparison.Left, scope) is not { } bound
        )
        {
            return null;
        }

        // Read as if the index stood on the left.
        return (comparison.Kind(), isLeft, isAbove) switch
        {
            (SyntaxKind.LessThanExpression, true, true) or (SyntaxKind.GreaterThanExpression, false, true) => bound - 1,
            (SyntaxKind.LessThanOrEqualExpression, true, true) or (SyntaxKind.GreaterThanOrEqualExpression, false, true) => bound,
            (SyntaxKind.GreaterThanExpression, true, false) or (SyntaxKind.LessThanExpression, false, false) => bound + 1,
            (SyntaxKind.GreaterThanOrEqualExpression, true, false) or (SyntaxKind.LessThanOrEqualExpression, false, false) => bound,
            _ => null,
        };
    }

    private static bool IsIndex(ExpressionSyntax expression, ISymbol index, Scope scope) =>
        expression is IdentifierNameSyntax name
        && name.Identifier.ValueText == index.Name
        && SymbolEqualityComparer.Default.Equals(scope.SymbolOf(name), index);
}
