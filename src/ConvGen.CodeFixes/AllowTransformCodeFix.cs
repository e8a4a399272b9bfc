using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ConvGen.CodeFixes;

/// <summary>CONV204: allows a plan through Fourier transforms.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowTransformCodeFix))]
[Shared]
public sealed class AllowTransformCodeFix : CodeFixProvider
{
    private const string Argument = "FloatingPoint";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV204"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || !context.Diagnostics[0].Properties.TryGetValue(HintProperties.Value, out string? mode)
            || mode is null)
        {
            return;
        }

        // Written in full and simplified afterwards: the file may have no using directive.
        ExpressionSyntax value = SyntaxFactory.ParseExpression("global::ConvGen." + mode).WithAdditionalAnnotations(Simplifier.Annotation);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write {Argument} = {mode} (accurate in norm)",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, NamedArgument.Set(attribute, Argument, value)))),
                equivalenceKey: nameof(AllowTransformCodeFix)),
            context.Diagnostics);
    }
}
