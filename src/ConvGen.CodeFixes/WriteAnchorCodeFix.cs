using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>CONV213: writes the anchor that is taken in any case, which changes no result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteAnchorCodeFix))]
[Shared]
public sealed class WriteAnchorCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV213"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || !context.Diagnostics[0].Properties.TryGetValue(HintProperties.Value, out string? anchor)
            || anchor is null)
        {
            return;
        }

        string written = $"new[] {{ {anchor.Trim('[', ']')} }}";
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write Anchor = {written} (the result stays the same)",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, NamedArgument.Set(attribute, "Anchor", SyntaxFactory.ParseExpression(written))))),
                equivalenceKey: nameof(WriteAnchorCodeFix)),
            context.Diagnostics);
    }
}
