using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>
/// Moves an anchor that is written out with the kernel that is reversed under it: the weight that lay on the output sample stays on it, so
/// that
/// <c>a</c> becomes <c>size - 1 - a</c>. An anchor that is not written is left to its default, which is the same for both operations.
/// </summary>
internal static class AnchorMirror
{
    /// <summary>
    /// The changes to <c>Anchor = ...</c> in an operation's attribute; empty where there is none, null where it cannot be moved.
    /// </summary>
    public static IReadOnlyList<TextChange>? OfAttribute(AttributeSyntax operation, KernelSlots kernel)
    {
        AttributeArgumentSyntax? anchor = operation.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "Anchor"
        );
        if (anchor is null || anchor.Expression.IsKind(SyntaxKind.NullLiteralExpression))
        {
            return [];
        }

        return (KernelListSlots.Elements(anchor.Expression), kernel) switch
        {
            ({ Length: 1 } axis, { Rows: 1, Columns: { } columns }) => [Mirror(axis[0], columns)],
            ({ Length: 2 } axes, { Rows: { } rows, Columns: { } columns }) => [Mirror(axes[0], rows), Mirror(axes[1], columns)],
            _ => null,
        };
    }

    /// <summary>The changes to an argument such as <c>new Point(1, 0)</c>, x before y; -1 stands for the centre and stays.</summary>
    public static IReadOnlyList<TextChange>? OfArgument(
        ExpressionSyntax argument,
        KernelSlots kernel,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            argument is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } point }
            || point.Any(coordinate => coordinate.NameColon is not null)
            || model.GetConstantValue(point[0].Expression, cancellation).Value is not int column
            || model.GetConstantValue(point[1].Expression, cancellation).Value is not int row
        )
        {
            return argument.IsKind(SyntaxKind.NullLiteralExpression) || argument.IsKind(SyntaxKind.DefaultLiteralExpression) ? [] : null;
        }

        if (row < 0 && column < 0)
        {
            return [];
        }

        return kernel is { Rows: { } rows, Columns: { } columns }
            ?
            [
                .. column < 0 ? [] : new[] { Mirror(point[0].Expression, columns) },
                .. row < 0 ? [] : new[] { Mirror(point[1].Expression, rows) },
            ]
            : null;
    }

    private static TextChange Mirror(ExpressionSyntax position, int size) =>
        new(
            position.Span,
            position is LiteralExpressionSyntax { Token.Value: int value }
                ? (size - 1 - value).ToString(CultureInfo.InvariantCulture)
                : (size - 1).ToString(CultureInfo.InvariantCulture)
                    + " - "
                    + (
                        position is IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax
                            ? position.ToString()
                            : $"({position})"
                    )
        );
}
