using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes.Lifting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV103: puts a declaration in the place of a hand-written loop, with the same result or with the reversed kernel that the name promises. Offered only where
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
        MethodDeclarationSyntax? method = root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (method is null || model is null || MethodReader.Read(method, context.Span, model, context.CancellationToken) is not { } candidate)
        {
            return;
        }

        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        Diagnostic diagnostic = context.Diagnostics[0];
        if (Operation(diagnostic, NamingProperties.Computed) is not { } computed
            || Operation(diagnostic, NamingProperties.Named) is not { } named
            || candidate.Solution.IsReversed is not { } isReversed
            || isReversed != (computed == OperationKind.Convolution))
        {
            return;
        }

        void Offer(string title, OperationKind operation)
        {
            LiftResult result = LiftWriter.Write(candidate, operation, keepsName: operation == named, model, text);
            if (LiftCheck.IsRight(candidate, operation, result, model.Compilation, text, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(result.Changes))), nameof(LiftLoopCodeFix) + (operation == named)),
                    diagnostic);
            }
        }

        Offer($"Let the generator write this {Word(computed)} (same result)", computed);
        if (named != computed)
        {
            Offer($"Let the generator write the {Word(named)} that the name says (the kernel is reversed)", named);
        }
    }

    private static OperationKind? Operation(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out string? text) && Enum.TryParse(text, out OperationKind operation) ? operation : null;

    private static string Word(OperationKind operation) => operation == OperationKind.Convolution ? "convolution" : "correlation";
}
