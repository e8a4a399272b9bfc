using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Loops;

/// <summary>A subscripted access to a kernel: <c>kernel[k]</c>, <c>kernel[i, j]</c>, <c>kernel[i][j]</c>.</summary>
/// <param name="Node">The whole access.</param>
/// <param name="Kernel">The kernel without its subscripts: a name.</param>
/// <param name="Subscripts">The subscripts, outermost axis first, each with how many elements its axis has, where that can be
/// written.</param>
internal sealed record KernelAccess(
    ElementAccessExpressionSyntax Node,
    ExpressionSyntax Kernel,
    ImmutableArray<(ExpressionSyntax Subscript, WrittenSum? Extent)> Subscripts
)
{
    /// <summary>Reads the access at a place, or null where it is another kind of expression.</summary>
    public static KernelAccess? Read(SyntaxNode? node, Scope scope)
    {
        if (node?.FirstAncestorOrSelf<ElementAccessExpressionSyntax>() is not { } access)
        {
            return null;
        }

        while (access.Parent is ElementAccessExpressionSyntax outer && outer.Expression == access)
        {
            access = outer;
        }

        ExpressionSyntax kernel = access;
        while (kernel is ElementAccessExpressionSyntax element)
        {
            kernel = element.Expression;
        }

        return IsName(kernel) ? new KernelAccess(access, kernel, SubscriptsOf(access, kernel, scope)) : null;
    }

    /// <summary>The same kernel, whatever the subscripts.</summary>
    public bool IsOfSameKernel(KernelAccess other, Scope scope) =>
        scope.SymbolOf(Kernel) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol, scope.SymbolOf(other.Kernel));

    /// <summary>
    /// The changes that make the named indices run the other way, or null where one of the subscripts cannot be written so.
    /// </summary>
    public IReadOnlyList<TextChange>? Reverse(SubscriptReversal reversal)
    {
        List<TextChange> changes = [];
        foreach ((ExpressionSyntax subscript, WrittenSum? extent) in Subscripts)
        {
            if (reversal.Reverse(subscript, extent) is not { } text)
            {
                return null;
            }

            if (text != subscript.ToString())
            {
                changes.Add(new TextChange(subscript.Span, text));
            }
        }

        return changes;
    }

    private static ImmutableArray<(ExpressionSyntax Subscript, WrittenSum? Extent)> SubscriptsOf(
        ElementAccessExpressionSyntax access,
        ExpressionSyntax kernel,
        Scope scope
    )
    {
        List<(ExpressionSyntax, WrittenSum?)> subscripts = [];
        for (ExpressionSyntax current = access; current is ElementAccessExpressionSyntax element; current = element.Expression)
        {
            SeparatedSyntaxList<ArgumentSyntax> arguments = element.ArgumentList.Arguments;
            for (int axis = arguments.Count - 1; axis >= 0; axis--)
            {
                WrittenSum? extent = ExtentOf(element.Expression, axis, arguments.Count, scope) is { } suffix
                    ? WrittenSums.Of((WrittenSumReader.KeyOf(kernel, scope) ?? kernel.ToString()) + suffix, kernel + suffix)
                    : null;
                subscripts.Insert(0, (arguments[axis].Expression, extent));
            }
        }

        return [.. subscripts];
    }

    private static bool IsName(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax or ThisExpressionSyntax => true,
            MemberAccessExpressionSyntax access => IsName(access.Expression),
            _ => false,
        };

    /// <summary>
    /// What to write behind the kernel's name for the size of an axis; the rows of a jagged kernel are as long as its first.
    /// </summary>
    private static string? ExtentOf(ExpressionSyntax container, int axis, int axes, Scope scope)
    {
        string row = FirstOf(container);
        return scope.TypeOf(container) switch
        {
            IArrayTypeSymbol { Rank: 1 } when axes == 1 => row + ".Length",
            IArrayTypeSymbol array when array.Rank == axes => FormattableString.Invariant($"{row}.GetLength({axis})"),
            INamedTypeSymbol type when axes == 1 && HasSize(type, "Length") => row + ".Length",
            INamedTypeSymbol type when axes == 1 && HasSize(type, "Count") => row + ".Count",
            _ => null,
        };
    }

    private static string FirstOf(ExpressionSyntax container) =>
        container is ElementAccessExpressionSyntax access
            ? $"{FirstOf(access.Expression)}[{string.Join(", ", access.ArgumentList.Arguments.Select(_ => "0"))}]"
            : "";

    private static bool HasSize(INamedTypeSymbol type, string name)
    {
        IEnumerable<INamedTypeSymbol> types = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Prepend(type) : Bases(type);
        return types
            .SelectMany(candidate => candidate.GetMembers(name))
            .OfType<IPropertySymbol>()
            .Any(property =>
                property.Type.SpecialType == SpecialType.System_Int32
                && property.DeclaredAccessibility == Accessibility.Public
                && !property.IsStatic
            );
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
