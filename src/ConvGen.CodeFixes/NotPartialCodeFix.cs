using System.Collections.Immutable;
using System.Composition;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ConvGen.CodeFixes;

/// <summary>CONV001: adds <c>partial</c> to a method without a body, and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialCodeFix))]
[Shared]
public sealed class NotPartialCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.NotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        MethodDeclarationSyntax? method = root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>();

        // A method with a body has been implemented by hand, and which of the two is meant cannot be known.
        if (method is null || method.Body is not null || method.ExpressionBody is not null)
        {
            return;
        }

        ImmutableArray<MemberDeclarationSyntax> closed =
        [
            .. method
                .AncestorsAndSelf()
                .Where(node => node is MethodDeclarationSyntax or TypeDeclarationSyntax)
                .Cast<MemberDeclarationSyntax>()
                .Where(member => !member.Modifiers.Any(SyntaxKind.PartialKeyword)),
        ];
        if (!closed.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make {string.Join(" and ", closed.Select(NameOf))} partial",
                    cancellation => MakePartialAsync(context.Document, closed, cancellation),
                    equivalenceKey: nameof(NotPartialCodeFix)
                ),
                context.Diagnostics
            );
        }
    }

    private static string NameOf(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => $"'{method.Identifier.ValueText}'",
            TypeDeclarationSyntax type => $"'{type.Identifier.ValueText}'",
            _ => "it",
        };

    private static async Task<Document> MakePartialAsync(
        Document document,
        ImmutableArray<MemberDeclarationSyntax> closed,
        CancellationToken cancellation
    )
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (MemberDeclarationSyntax member in closed)
        {
            // The editor hands over the node as it is by then, with the members inside it already changed.
            editor.ReplaceNode(
                member,
                (current, generator) => generator.WithModifiers(current, generator.GetModifiers(current).WithPartial(true))
            );
        }

        return editor.GetChangedDocument();
    }
}
