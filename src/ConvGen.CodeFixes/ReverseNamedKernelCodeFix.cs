using System.Collections.Immutable;
using System.Composition;
using ConvGen.CodeFixes.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV102: writes the constant kernel of a variable backwards where it stands, moves an anchor that the call writes out, and renames the
/// variable to say
/// so. The name tells readers, and keeps the rule from asking for the same again. Not offered for a kernel that something else uses as
/// well.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReverseNamedKernelCodeFix))]
[Shared]
public sealed class ReverseNamedKernelCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV102"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (
                await KernelReversal
                    .OfCallAsync(context.Document.Project.Solution, diagnostic, context.CancellationToken)
                    .ConfigureAwait(false)
                    is { } kernel
                && await KernelName.FindAsync(kernel, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } name
                && await name.IsFreeAsync(kernel.Document, context.CancellationToken).ConfigureAwait(false)
                && await kernel.AnchorOfCallAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false)
                    is { } anchor
            )
            {
                string mirrored = anchor.Count > 0 ? ", mirror its anchor" : "";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Reverse the kernel{mirrored} and call it '{name.Reversed}' {Titles.Promise(diagnostic)}",
                        cancellation => ApplyAsync(kernel, name, context.Document, anchor, cancellation),
                        equivalenceKey: nameof(ReverseNamedKernelCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static async Task<Solution> ApplyAsync(
        KernelReversal kernel,
        KernelName name,
        Document call,
        IReadOnlyList<TextChange> anchor,
        CancellationToken cancellation
    )
    {
        SourceText text = await kernel.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        List<(DocumentId Document, TextChange Change)> changes =
        [
            .. await name.ChangesAsync(kernel.Document, cancellation).ConfigureAwait(false),
        ];
        changes.AddRange(kernel.Slots.Reversed(text).Select(change => (kernel.Document.Id, change)));
        changes.AddRange(anchor.Select(change => (call.Id, change)));

        Solution solution = call.Project.Solution;
        foreach (IGrouping<DocumentId, (DocumentId Document, TextChange Change)> edits in changes.GroupBy(change => change.Document))
        {
            SourceText before = await solution.GetDocument(edits.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(
                edits.Key,
                before.WithChanges(edits.Select(edit => edit.Change).Distinct().OrderBy(change => change.Span.Start))
            );
        }

        return solution;
    }
}
