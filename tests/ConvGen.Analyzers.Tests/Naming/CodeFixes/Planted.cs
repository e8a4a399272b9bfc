using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Tests.Naming.CodeFixes;

/// <summary>A diagnostic to report.</summary>
internal sealed record Planted(Location Location, Location[] Additional, ImmutableDictionary<string, string?> Properties)
{
    private static readonly ImmutableDictionary<string, string?> NamedConvolution = ImmutableDictionary<string, string?>
        .Empty.Add(NamingProperties.Named, "Convolution")
        .Add(NamingProperties.Computed, "Correlation");

    /// <summary>CONV101 for each method declared [Correlation].</summary>
    public static IEnumerable<Planted> Declarations(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Select(method =>
                (
                    Method: method,
                    Attributes: method.AttributeLists.SelectMany(list => list.Attributes).ToLookup(attribute => attribute.Name.ToString())
                )
            )
            .Where(pair => pair.Attributes["Correlation"].Any() && pair.Attributes["Kernel"].Any())
            .Select(pair => new Planted(
                pair.Method.Identifier.GetLocation(),
                [
                    pair.Method.Identifier.GetLocation(),
                    pair.Attributes["Correlation"].First().GetLocation(),
                    pair.Attributes["Kernel"].First().ArgumentList!.Arguments[0].GetLocation(),
                ],
                NamedConvolution
            ));

    /// <summary>
    /// CONV102 for each call of a method, unless the kernel's name says that it is reversed; the literal is the first list in the
    /// arguments, or what the first variable among them starts with.
    /// </summary>
    public static IEnumerable<Planted> Calls(SyntaxNode root, string callee, string? sibling = null, string? anchor = null) =>
        root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                NameOf(call).Identifier.ValueText == callee && !call.ArgumentList.ToString().Contains("everse", StringComparison.Ordinal)
            )
            .Select(call => new Planted(
                NameOf(call).GetLocation(),
                [
                    call.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.GetLocation(),
                    .. LiteralOf(call, root) is { } literal ? [literal.GetLocation()] : Array.Empty<Location>(),
                ],
                NamedConvolution.Add(NamingProperties.Sibling, sibling).Add(NamingProperties.Anchor, anchor)
            ));

    /// <summary>CONV103 for each product with an access to <c>kernel</c> whose subscripts do not run backwards.</summary>
    public static IEnumerable<Planted> Loops(SyntaxNode root, string indices) =>
        root.DescendantNodes()
            .OfType<BinaryExpressionSyntax>()
            .Where(product =>
                product.IsKind(SyntaxKind.MultiplyExpression) && product.Right.ToString().StartsWith("kernel[", StringComparison.Ordinal)
            )
            .Take(1)
            .Select(product => new Planted(
                product.GetLocation(),
                [product.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.GetLocation(), product.Right.GetLocation()],
                NamedConvolution.Add(NamingProperties.Indices, indices)
            ));

    /// <summary>CONV105 for each call of <c>Convolve</c> in a member that reverses something.</summary>
    public static IEnumerable<Planted> Reversals(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Select(method =>
                (
                    Call: method
                        .DescendantNodes()
                        .OfType<InvocationExpressionSyntax>()
                        .FirstOrDefault(call => NameOf(call).Identifier.ValueText == "Convolve"),
                    Reversal: method
                        .DescendantNodes()
                        .OfType<InvocationExpressionSyntax>()
                        .FirstOrDefault(call => NameOf(call).Identifier.ValueText == "Reverse")
                )
            )
            .Where(pair => pair is { Call: not null, Reversal: not null })
            .Select(pair => new Planted(
                NameOf(pair.Call!).GetLocation(),
                [pair.Call!.GetLocation(), pair.Call.ArgumentList.Arguments[1].GetLocation(), pair.Reversal!.GetLocation()],
                NamedConvolution
            ));

    private static SimpleNameSyntax NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax name => name,
            _ => SyntaxFactory.IdentifierName("none"),
        };

    private static SyntaxNode? LiteralOf(InvocationExpressionSyntax call, SyntaxNode root)
    {
        if (call.ArgumentList.DescendantNodes().FirstOrDefault(IsList) is { } list)
        {
            return list;
        }

        IEnumerable<string> names = call
            .ArgumentList.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText);
        return root.DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .Where(declarator => names.Contains(declarator.Identifier.ValueText))
                .Select(declarator => declarator.Initializer?.DescendantNodes().FirstOrDefault(IsList))
                .FirstOrDefault(list => list is not null)
            ?? (SyntaxNode?)(call.ArgumentList.Arguments.Count > 3 ? call : null);
    }

    private static bool IsList(SyntaxNode node) => node is InitializerExpressionSyntax or CollectionExpressionSyntax;
}
