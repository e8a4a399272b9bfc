using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV013, CONV208 and CONV211: writes the kernel over a power of two, as a column times a row where it nearly is one, or as the design
/// that it was printed from.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceKernelCodeFix))]
[Shared]
public sealed class ReplaceKernelCodeFix : CodeFixProvider
{
    private const int LongestTitle = 48;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV013", "CONV208", "CONV211"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = context.Diagnostics[0].Properties;
        properties.TryGetValue(HintProperties.Difference, out string? difference);
        foreach (string property in new[] { HintProperties.Design, HintProperties.Value })
        {
            if (
                properties.TryGetValue(property, out string? written)
                && written is not null
                && Parsed(written, attribute) is { } replacement
            )
            {
                string promise = property == HintProperties.Value && difference is not null ? $" ({difference})" : "";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write [{Shortened(written)}]{promise}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, replacement))),
                        equivalenceKey: nameof(ReplaceKernelCodeFix) + property
                    ),
                    context.Diagnostics
                );
            }
        }
    }

    /// <summary>The new attribute, with the namespace that the old one was written with.</summary>
    private static AttributeSyntax? Parsed(string written, AttributeSyntax attribute)
    {
        string prefix = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Left + ".",
            AliasQualifiedNameSyntax alias => alias.Alias + "::",
            _ => "",
        };
        return SyntaxFactory
            .ParseCompilationUnit($"[{prefix}{written}] class C;")
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            .FirstOrDefault()
            ?.WithTriviaFrom(attribute);
    }

    private static string Shortened(string written) =>
        written.Length <= LongestTitle ? written : written.Substring(0, LongestTitle) + "...";
}
