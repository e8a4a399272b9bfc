using ConvGen.Execution.Tests.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>The tables of weights in generated text.</summary>
internal static class WeightTables
{
    /// <summary>The size in bytes of the largest table of each type that has one; nested types as in <c>Kernel+Vertical</c>.</summary>
    public static IReadOnlyDictionary<string, long> SizesIn(IEnumerable<string> texts)
    {
        Dictionary<string, long> sizes = [];
        IEnumerable<SyntaxNode> nodes = texts.SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes());
        foreach (PropertyDeclarationSyntax table in nodes.OfType<PropertyDeclarationSyntax>())
        {
            if (
                table.Identifier.ValueText is "Weights" or "PairWeights"
                && table is { Type: GenericNameSyntax type, ExpressionBody.Expression: CollectionExpressionSyntax numbers }
                && type.TypeArgumentList.Arguments is [PredefinedTypeSyntax element]
            )
            {
                IEnumerable<TypeDeclarationSyntax> outer = table.Ancestors().OfType<TypeDeclarationSyntax>().Reverse();
                string name = string.Join('+', outer.Select(declared => declared.Identifier.ValueText));
                sizes[name] = Math.Max(sizes.GetValueOrDefault(name), (long)numbers.Elements.Count * SizeOf(element.Keyword.ValueText));
            }
        }

        return sizes;
    }

    private static int SizeOf(string keyword) => Enum.GetValues<Element>().Single(element => element.Keyword() == keyword).Bits() / 8;
}
