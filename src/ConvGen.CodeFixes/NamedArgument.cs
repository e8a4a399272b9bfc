using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>Writes named arguments of attributes.</summary>
internal static class NamedArgument
{
    /// <summary>The attribute with an argument; one of that name gets the new value.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } written)
        {
            return attribute.WithArgumentList(list.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression)));
        }

        AttributeArgumentSyntax added = SyntaxFactory
            .AttributeArgument(value)
            .WithNameEquals(
                SyntaxFactory.NameEquals(
                    SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)
                )
            );
        SyntaxNodeOrTokenList items = list.Arguments.GetWithSeparators();
        items = items.Count == 0 ? items : items.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(items.Add(added))));
    }
}
