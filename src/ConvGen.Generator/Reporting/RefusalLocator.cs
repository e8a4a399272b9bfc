using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// Finds the place in the source that a refusal points to. The parser knows no syntax, because a model with syntax in it could not be
/// cached; only a method that is refused pays for the search.
/// </summary>
internal static class RefusalLocator
{
    /// <summary>
    /// The place, or the nearest thing to it that exists: the attribute for a missing argument, the method's name for a missing attribute.
    /// </summary>
    public static Location Locate(IMethodSymbol method, RefusalSite site, CancellationToken cancellation)
    {
        Location? location = site.Kind switch
        {
            RefusalSiteKind.ReturnType => Declared(method, cancellation)?.ReturnType.GetLocation(),
            RefusalSiteKind.Parameter => Parameter(method, site.Index, cancellation),
            RefusalSiteKind.Operation => Operation(method, site.Index, cancellation)?.Syntax.GetLocation(),
            RefusalSiteKind.Option => Argument(Operation(method, 0, cancellation), site.Name),
            RefusalSiteKind.Kernel => Kernel(method, site.FirstKernel + site.Index, cancellation)?.Syntax.GetLocation(),
            RefusalSiteKind.KernelArgument when site.Name.Length == 0 => Kernel(method, site.FirstKernel, cancellation)
                ?.Syntax.ArgumentList?.Arguments.ElementAtOrDefault(site.Index)
                ?.GetLocation(),
            RefusalSiteKind.KernelArgument => Argument(Kernel(method, site.FirstKernel + site.Index, cancellation), site.Name),
            RefusalSiteKind.KernelText => KernelText(Kernel(method, site.FirstKernel, cancellation), site),
            RefusalSiteKind.Weight => Weight(Kernel(method, site.FirstKernel, cancellation), site.Index),
            RefusalSiteKind.Mask => Argument(WrittenAttribute.Find(method, 0, cancellation, AttributeNames.Mask), "Keep"),
            _ => null,
        };

        return location ?? Declared(method, cancellation)?.Identifier.GetLocation() ?? method.Locations.FirstOrDefault() ?? Location.None;
    }

    private static MethodDeclarationSyntax? Declared(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax;

    private static Location? Parameter(IMethodSymbol method, int index, CancellationToken cancellation) =>
        Declared(method, cancellation)?.ParameterList.Parameters is { } parameters && index < parameters.Count
            ? parameters[index].GetLocation()
            : null;

    private static WrittenAttribute? Operation(IMethodSymbol method, int index, CancellationToken cancellation) =>
        WrittenAttribute.Find(
            method,
            index,
            cancellation,
            AttributeNames.Convolution,
            AttributeNames.Correlation,
            AttributeNames.Unfold,
            AttributeNames.Fold
        );

    private static WrittenAttribute? Kernel(IMethodSymbol method, int index, CancellationToken cancellation) =>
        WrittenAttribute.Find(method, index, cancellation, AttributeNames.Kernels);

    /// <summary>A named argument is underlined with its name, which says what the number means.</summary>
    private static Location? Argument(WrittenAttribute? attribute, string name) =>
        (attribute?.Argument(name) ?? (SyntaxNode?)attribute?.Syntax)?.GetLocation();

    private static Location? KernelText(WrittenAttribute? attribute, RefusalSite site)
    {
        string name = site.Name.Length == 0 ? WrittenAttribute.Weights : site.Name;
        ExpressionSyntax? expression = attribute?.Argument(name)?.Expression;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        // A constant or a concatenation has no characters of its own to underline; the message says the position within the text.
        return expression is LiteralExpressionSyntax literal && LiteralText.Find(literal.Token, site.Start, site.Length) is { } span
            ? Location.Create(literal.SyntaxTree, span)
            : Argument(attribute, name);
    }

    private static Location? Weight(WrittenAttribute? attribute, int index)
    {
        IReadOnlyList<SyntaxNode> weights = attribute?.WeightList() ?? [];
        return index < weights.Count ? weights[index].GetLocation() : Argument(attribute, WrittenAttribute.Weights);
    }
}
