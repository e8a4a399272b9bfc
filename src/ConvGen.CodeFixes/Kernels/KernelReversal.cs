using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>A kernel that can be written backwards where it stands: its weights, and what goes with them.</summary>
/// <param name="Document">Where the weights stand.</param>
/// <param name="Node">The literal, or the attribute.</param>
/// <param name="Slots">The weights.</param>
internal sealed record KernelReversal(Document Document, SyntaxNode Node, KernelSlots Slots)
{
    /// <summary>The kernel of a declaration that CONV101 reports; its third additional location is the weights.</summary>
    public static async Task<KernelReversal?> OfDeclarationAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (
            diagnostic.AdditionalLocations.Count < 3
            || await FindAsync(solution, diagnostic.AdditionalLocations[2], cancellation).ConfigureAwait(false) is not var (document, node)
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || KernelAttributeSlots.Read(attribute, model, cancellation) is not { } slots
        )
        {
            return null;
        }

        return new KernelReversal(document, attribute, slots);
    }

    /// <summary>
    /// The kernel at a call that CONV102 reports, if nothing else uses it; its second additional location is the literal.
    /// </summary>
    public static async Task<KernelReversal?> OfCallAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (
            diagnostic.AdditionalLocations.Count < 2
            || await FindAsync(solution, diagnostic.AdditionalLocations[1], cancellation).ConfigureAwait(false) is not var (document, node)
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || SlotsOf(node, model, cancellation) is not { } slots
            || !await KernelUses.ReachOnlyAsync(document, node, diagnostic.Location, [], cancellation).ConfigureAwait(false)
        )
        {
            return null;
        }

        return new KernelReversal(document, node, slots);
    }

    /// <summary>The node at a location, and the document that it stands in.</summary>
    public static async Task<(Document Document, SyntaxNode Node)?> FindAsync(
        Solution solution,
        Location location,
        CancellationToken cancellation
    ) =>
        location.SourceTree is { } tree
        && solution.GetDocument(tree) is { } document
        && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
        && root.FullSpan.Contains(location.SourceSpan)
            ? (document, root.FindNode(location.SourceSpan, getInnermostNodeForTie: true))
            : null;

    /// <summary>
    /// The changes to the anchor that a call is given; empty where it is given none, null where it is given one that cannot be moved.
    /// </summary>
    public async Task<IReadOnlyList<TextChange>?> AnchorOfCallAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        if (!diagnostic.Properties.TryGetValue(NamingProperties.Anchor, out string? name) || name is null)
        {
            return [];
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? call = root
            ?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
        return
            model is not null
            && call is not null
            && ArgumentsOf(call, model, cancellation)
                .FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)
                ?.Syntax
                is ArgumentSyntax anchor
            ? AnchorMirror.OfArgument(anchor.Expression, Slots, model, cancellation)
            : [];
    }

    /// <summary>The solution with the weights written backwards, and with more changes to one of its documents.</summary>
    public async Task<Solution> ApplyAsync(Document other, IEnumerable<TextChange> more, CancellationToken cancellation)
    {
        SourceText text = await Document.GetTextAsync(cancellation).ConfigureAwait(false);
        IEnumerable<TextChange> reversed = Slots.Reversed(text);
        if (other.Id == Document.Id)
        {
            return other.Project.Solution.WithDocumentText(
                other.Id,
                text.WithChanges(reversed.Concat(more).OrderBy(change => change.Span.Start))
            );
        }

        SourceText otherText = await other.GetTextAsync(cancellation).ConfigureAwait(false);
        return other
            .Project.Solution.WithDocumentText(Document.Id, text.WithChanges(reversed))
            .WithDocumentText(other.Id, otherText.WithChanges(more));
    }

    private static KernelSlots? SlotsOf(SyntaxNode literal, SemanticModel model, CancellationToken cancellation) =>
        literal switch
        {
            ArgumentSyntax argument => SlotsOf(argument.Expression, model, cancellation),
            ExpressionSyntax expression when KernelListSlots.Read(expression, model, cancellation) is { } listed => listed,
            BaseArgumentListSyntax { Parent: { } call } => OfParameterArray(call, model, cancellation),
            _ => OfParameterArray(literal, model, cancellation),
        };

    /// <summary>Weights that stand one by one among the arguments of a call.</summary>
    private static KernelSlots? OfParameterArray(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        ArgumentsOf(call, model, cancellation).FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.ParamArray)?.Value
            is IArrayCreationOperation { Initializer: { } initializer }
        && initializer.ElementValues.All(element => element.Syntax is ExpressionSyntax)
            ? KernelListSlots.Of(
                [.. initializer.ElementValues.Select(element => (ExpressionSyntax)element.Syntax)],
                null,
                null,
                model,
                cancellation
            )
            : null;

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
}
