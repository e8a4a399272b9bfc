using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV102: calls the member of the same library that computes what the name says, or gives the argument that makes this one do so.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SiblingCallCodeFix))]
[Shared]
public sealed class SiblingCallCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV102"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? call = root
                ?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                .AncestorsAndSelf()
                .FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
            if (
                call is null
                || model?.GetOperation(call, context.CancellationToken) is not { } operation
                || !diagnostic.Properties.TryGetValue(NamingProperties.Sibling, out string? sibling)
                || string.IsNullOrEmpty(sibling)
            )
            {
                continue;
            }

            (string Title, ImmutableArray<TextChange> Changes)? fix =
                sibling!.IndexOf('=') is var split and > 0
                    ? DecidingArgument.Change(operation, sibling.Substring(0, split).Trim(), sibling.Substring(split + 1).Trim())
                : operation is IInvocationOperation invocation ? SiblingMethod.Change(invocation, sibling.Trim())
                : null;
            if (
                fix is var (title, changes)
                && await CompileCheck
                    .CompilesAsync(context.Document, call.SpanStart, changes, context.CancellationToken)
                    .ConfigureAwait(false)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"{title} {Titles.Promise(diagnostic)}",
                        cancellation => ApplyAsync(context.Document, changes, cancellation),
                        equivalenceKey: nameof(SiblingCallCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static async Task<Document> ApplyAsync(Document document, ImmutableArray<TextChange> changes, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
