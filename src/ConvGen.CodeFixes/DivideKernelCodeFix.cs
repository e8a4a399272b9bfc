using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>CONV206 and CONV209: writes the divisor with which the weights add up to one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideKernelCodeFix))]
[Shared]
public sealed class DivideKernelCodeFix : CodeFixProvider
{
    private const string Argument = "Divisor";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV206", "CONV209"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: not null } attribute
            || !context.Diagnostics[0].Properties.TryGetValue(HintProperties.Value, out string? divisor)
            || divisor is null)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write {Argument} = {divisor}",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, NamedArgument.Set(attribute, Argument, SyntaxFactory.ParseExpression(divisor))))),
                equivalenceKey: nameof(DivideKernelCodeFix)),
            context.Diagnostics);
    }
}
