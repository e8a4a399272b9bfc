using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Calls;

/// <summary>Whether a member still compiles after a change, so that no fix is offered that breaks the build.</summary>
internal static class CompileCheck
{
    /// <summary>Makes the changes and counts the errors of the member around a place, before and after.</summary>
    public static async Task<bool> CompilesAsync(
        Document document,
        int position,
        IReadOnlyCollection<TextChange> changes,
        CancellationToken cancellation
    )
    {
        // What stands before the first change stands there afterwards too.
        position = Math.Min(position, changes.Min(change => change.Span.Start));
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        int before = await CountErrorsAsync(document, position, cancellation).ConfigureAwait(false);
        int after = await CountErrorsAsync(document.WithText(text.WithChanges(changes)), position, cancellation).ConfigureAwait(false);
        return after <= before;
    }

    private static async Task<int> CountErrorsAsync(Document document, int position, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        TextSpan? span = root?.FindToken(position).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Span;
        return model is null || span is null
            ? 0
            : model.GetDiagnostics(span, cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
