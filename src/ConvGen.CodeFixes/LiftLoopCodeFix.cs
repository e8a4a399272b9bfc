using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Lifting;
using ConvGen.CodeFixes.Lifting.Callers;
using ConvGen.CodeFixes.Lifting.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV103: puts a declaration in the place of a hand-written loop, with the same result or with the reversed kernel that the name
/// promises. Offered only where
/// the generated code is proven to give the bits of the loop.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiftLoopCodeFix))]
[Shared]
public sealed class LiftLoopCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV103"];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        MethodDeclarationSyntax? method = root
            ?.FindNode(context.Span, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<MethodDeclarationSyntax>();
        Diagnostic diagnostic = context.Diagnostics[0];
        if (
            method is null
            || model is null
            || Operation(diagnostic, NamingProperties.Computed) is not { } computed
            || Operation(diagnostic, NamingProperties.Named) is not { } named
        )
        {
            return;
        }

        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        void Offer(string title, LiftCandidate candidate, OperationKind operation, KernelSize? size)
        {
            LiftResult result = LiftWriter.Write(candidate, operation, keepsName: operation == named, model, text, size);
            if (
                candidate.Solution.IsReversed == (computed == OperationKind.Convolution)
                && LiftCheck.IsRight(candidate, operation, result, model.Compilation, text, context.CancellationToken)
            )
            {
                string key = nameof(LiftLoopCodeFix) + (operation == named) + (size is null ? "" : Shape(candidate));
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(result.Changes))), key),
                    diagnostic
                );
            }
        }

        if (MethodReader.Read(method, context.Span, model, context.CancellationToken) is { } whole)
        {
            Offer($"Let the generator write this {Word(computed)} (same result)", whole, computed, null);
            if (named != computed)
            {
                Offer($"Let the generator write the {Word(named)} that the name says (the kernel is reversed)", whole, named, null);
            }

            return;
        }

        // With the loops left for other sizes the operation must stay what it is.
        foreach ((LiftCandidate sized, KernelSize size) in SizedLiftReader.Read(method, context.Span, model, context.CancellationToken))
        {
            Offer(
                $"Let the generator write this {Word(computed)} for kernels of {Shape(sized)}, {(size.IsPassed ? "as they are passed" : "which the checks let pass")} (same result)",
                sized,
                computed,
                size
            );
        }
    }

    private static string Shape(LiftCandidate candidate) =>
        string.Join(" x ", candidate.Solution.Axes.Select(static axis => axis.Size)) + (candidate.Solution.Axes.Length == 1 ? " taps" : "");

    private static OperationKind? Operation(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out string? text) && Enum.TryParse(text, out OperationKind operation)
            ? operation
            : null;

    private static string Word(OperationKind operation) => operation == OperationKind.Convolution ? "convolution" : "correlation";
}
