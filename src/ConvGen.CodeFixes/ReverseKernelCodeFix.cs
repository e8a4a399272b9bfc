using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV101, CONV102: writes a constant kernel backwards where it stands, and moves an anchor that is written out with it. Weights change
/// places; separators, line breaks and comments keep theirs. Not offered for a kernel that something else uses as well.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReverseKernelCodeFix))]
[Shared]
public sealed class ReverseKernelCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV101", "CONV102"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Change? change = diagnostic.Id == "CONV101"
                ? await OfDeclarationAsync(context.Document.Project.Solution, diagnostic, context.CancellationToken).ConfigureAwait(false)
                : await OfCallAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (change is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Reverse the kernel{(change.Anchor.Count > 0 ? " and mirror its anchor" : "")} {Titles.Promise(diagnostic)}",
                        cancellation => ApplyAsync(context.Document.Project.Solution, change, cancellation),
                        equivalenceKey: nameof(ReverseKernelCodeFix)),
                    diagnostic);
            }
        }
    }

    /// <summary>The second additional location of CONV101 is the operation's attribute, the third the kernel's argument.</summary>
    private static async Task<Change?> OfDeclarationAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.AdditionalLocations.Count < 3
            || await FindAsync(solution, diagnostic.AdditionalLocations[2], cancellation).ConfigureAwait(false) is not { } kernel
            || await FindAsync(solution, diagnostic.AdditionalLocations[1], cancellation).ConfigureAwait(false) is not { } operation
            || kernel.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } kernelAttribute
            || operation.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } operationAttribute
            || await kernel.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || KernelAttributeSlots.Read(kernelAttribute, model, cancellation) is not { } slots
            || AnchorMirror.OfAttribute(operationAttribute, slots) is not { } anchor)
        {
            return null;
        }

        return new Change(kernel.Document.Id, slots, operation.Document.Id, anchor);
    }

    /// <summary>The second additional location of CONV102 is the kernel's literal.</summary>
    private static async Task<Change?> OfCallAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.AdditionalLocations.Count < 2
            || await FindAsync(document.Project.Solution, diagnostic.AdditionalLocations[1], cancellation).ConfigureAwait(false) is not { } kernel
            || await kernel.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || SlotsOf(kernel.Node, model, cancellation) is not { } slots
            || await AnchorOfCallAsync(document, diagnostic, slots, cancellation).ConfigureAwait(false) is not { } anchor
            || !await KernelUses.ReachOnlyAsync(kernel.Document, kernel.Node, diagnostic.Location, [], cancellation).ConfigureAwait(false))
        {
            return null;
        }

        return new Change(kernel.Document.Id, slots, document.Id, anchor);
    }

    private static KernelSlots? SlotsOf(SyntaxNode literal, SemanticModel model, CancellationToken cancellation)
    {
        switch (literal)
        {
            case BaseArgumentListSyntax list:
                return list.Parent is null ? null : OfParameterArray(list.Parent, model, cancellation);
            case ArgumentSyntax argument:
                return SlotsOf(argument.Expression, model, cancellation);
            case ExpressionSyntax expression when KernelListSlots.Read(expression, model, cancellation) is { } listed:
                return listed;
            default:
                return OfParameterArray(literal, model, cancellation);
        }
    }

    /// <summary>Weights that stand one by one among the arguments of a call.</summary>
    private static KernelSlots? OfParameterArray(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        ImmutableArray<IArgumentOperation> arguments = model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.ParamArray)?.Value is IArrayCreationOperation { Initializer: { } initializer }
            && initializer.ElementValues.All(element => element.Syntax is ExpressionSyntax)
                ? KernelListSlots.Of([.. initializer.ElementValues.Select(element => (ExpressionSyntax)element.Syntax)], null, null, model, cancellation)
                : null;
    }

    /// <summary>The changes to the anchor that the call is given; null where there is one that cannot be moved.</summary>
    private static async Task<IReadOnlyList<TextChange>?> AnchorOfCallAsync(Document document, Diagnostic diagnostic, KernelSlots slots, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(NamingProperties.Anchor, out string? name) || name is null)
        {
            return [];
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        IOperation? call = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf()
            .Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .Select(node => model?.GetOperation(node, cancellation))
            .FirstOrDefault();
        ImmutableArray<IArgumentOperation> arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Syntax is ArgumentSyntax anchor
            ? AnchorMirror.OfArgument(anchor.Expression, slots, model!, cancellation)
            : [];
    }

    private static async Task<(Document Document, SyntaxNode Node)?> FindAsync(Solution solution, Location location, CancellationToken cancellation) =>
        location.SourceTree is { } tree
        && solution.GetDocument(tree) is { } document
        && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
        && root.FullSpan.Contains(location.SourceSpan)
            ? (document, root.FindNode(location.SourceSpan, getInnermostNodeForTie: true))
            : null;

    private static async Task<Solution> ApplyAsync(Solution solution, Change change, CancellationToken cancellation)
    {
        Document kernel = solution.GetDocument(change.Kernel)!;
        SourceText text = await kernel.GetTextAsync(cancellation).ConfigureAwait(false);
        TextChange[] reversed = [.. change.Slots.Reversed(text)];
        if (change.Kernel == change.Operation)
        {
            return solution.WithDocumentText(change.Kernel, text.WithChanges([.. reversed.Concat(change.Anchor).OrderBy(edit => edit.Span.Start)]));
        }

        SourceText operation = await solution.GetDocument(change.Operation)!.GetTextAsync(cancellation).ConfigureAwait(false);
        return solution
            .WithDocumentText(change.Kernel, text.WithChanges(reversed))
            .WithDocumentText(change.Operation, operation.WithChanges(change.Anchor));
    }

    /// <summary>What is to be changed, and where.</summary>
    private sealed record Change(DocumentId Kernel, KernelSlots Slots, DocumentId Operation, IReadOnlyList<TextChange> Anchor);
}
