using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>CONV101: declares the operation that the name says. The options of the attribute are those of both, and stay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeOperationCodeFix))]
[Shared]
public sealed class ChangeOperationCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV101"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (
                root is not null
                && diagnostic.AdditionalLocations.ElementAtOrDefault(1) is { } place
                && place.SourceTree == root.SyntaxTree
                && root.FullSpan.Contains(place.SourceSpan)
                && root.FindNode(place.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && diagnostic.Properties.TryGetValue(NamingProperties.Named, out string? named)
                && diagnostic.Properties.TryGetValue(NamingProperties.Computed, out string? computed)
                && named is not null
                && computed is not null
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare it [{named}]",
                        cancellation => ChangeAsync(context.Document, attribute, computed, named, cancellation),
                        equivalenceKey: nameof(ChangeOperationCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static async Task<Document> ChangeAsync(
        Document document,
        AttributeSyntax attribute,
        string computed,
        string named,
        CancellationToken cancellation
    )
    {
        SyntaxToken identifier = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier,
            SimpleNameSyntax simple => simple.Identifier,
            _ => default,
        };

        // [Correlation] and [CorrelationAttribute], qualified or not, keep their form; an alias of another name has no counterpart.
        if (identifier.ValueText == computed || identifier.ValueText == computed + "Attribute")
        {
            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            return document.WithText(text.WithChanges(new TextChange(identifier.Span, identifier.ValueText.Replace(computed, named))));
        }

        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        NameSyntax name = SyntaxFactory
            .ParseName("global::ConvGen." + named)
            .WithTriviaFrom(attribute.Name)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(attribute.Name, name));
    }
}
