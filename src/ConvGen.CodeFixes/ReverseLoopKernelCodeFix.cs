using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV103, CONV104: makes the indices of a hand-written loop run the other way in the kernel: <c>kernel[k]</c> becomes <c>kernel[K - 1 -
/// k]</c>, and
/// a subscript that runs backwards already is written forwards. The source's subscript stays, so that the same samples are read.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReverseLoopKernelCodeFix))]
[Shared]
public sealed class ReverseLoopKernelCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV103", "CONV104"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (
                root is not null
                && model is not null
                && Rewrite(root, model, diagnostic, context.CancellationToken) is { Count: > 0 } changes
            )
            {
                string title =
                    diagnostic.Id == "CONV103"
                        ? $"Reverse the kernel's indices {Titles.Promise(diagnostic)}"
                        : $"Reverse the kernel on the other axis as well {Titles.Promise(diagnostic)}";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        cancellation => ApplyAsync(context.Document, changes, cancellation),
                        equivalenceKey: nameof(ReverseLoopKernelCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static List<TextChange>? Rewrite(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (
            diagnostic.AdditionalLocations.Count < 2
            || diagnostic.AdditionalLocations[1].SourceTree != root.SyntaxTree
            || !diagnostic.Properties.TryGetValue(NamingProperties.Indices, out string? listed)
            || string.IsNullOrEmpty(listed)
        )
        {
            return null;
        }

        SyntaxNode node = root.FindNode(diagnostic.AdditionalLocations[1].SourceSpan, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        Scope scope = new(member, model, cancellation);
        HashSet<string> indices = [.. listed!.Split(',')];
        SubscriptReversal reversal = new(scope, indices);
        if (KernelAccess.Read(node, scope) is not { } reported || Alike(reported, indices, scope) is not { } accesses)
        {
            return null;
        }

        List<TextChange> changes = [];
        foreach (KernelAccess access in accesses)
        {
            if (access.Reverse(reversal) is not { } edits)
            {
                return null;
            }

            changes.AddRange(edits);
        }

        return changes;
    }

    /// <summary>
    /// The accesses to rewrite: the reported one and those like it in the same loops, as for three channels of a pixel. Null where the
    /// kernel is read
    /// or written in another way there, or multiplied elsewhere in the member, so that one rewritten access would leave the others behind.
    /// </summary>
    private static List<KernelAccess>? Alike(KernelAccess reported, HashSet<string> indices, Scope scope)
    {
        SyntaxNode loops =
            reported
                .Node.Ancestors()
                .TakeWhile(node => node != scope.Member)
                .LastOrDefault(node =>
                    node is ForStatementSyntax loop
                    && loop.Declaration?.Variables.Any(variable => indices.Contains(variable.Identifier.ValueText)) == true
                )
            ?? reported
                .Node.Ancestors()
                .FirstOrDefault(node =>
                    node is WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax
                )
            ?? reported.Node;
        List<KernelAccess> alike = [];
        foreach (
            ElementAccessExpressionSyntax node in scope
                .Member.DescendantNodes()
                .OfType<ElementAccessExpressionSyntax>()
                .Where(node => node.Parent is not ElementAccessExpressionSyntax outer || outer.Expression != node)
        )
        {
            // A row of a jagged kernel that is asked for its length is not read.
            if (
                KernelAccess.Read(node, scope) is not { } access
                || !access.IsOfSameKernel(reported, scope)
                || (access.Subscripts.Length < reported.Subscripts.Length && node.Parent is MemberAccessExpressionSyntax)
            )
            {
                continue;
            }

            bool isInside = loops.Span.Contains(node.Span);
            if (isInside && !Scope.IsWritten(node) && node.IsEquivalentTo(reported.Node, topLevel: false))
            {
                alike.Add(access);
            }
            else if (isInside || node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression })
            {
                return null;
            }
        }

        return alike;
    }

    private static async Task<Document> ApplyAsync(Document document, List<TextChange> changes, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }
}
