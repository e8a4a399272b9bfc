using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>Writes a named argument of the attribute that a hint is about; the hint carries its value.</summary>
public abstract class NamedArgumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (
            root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || !Fits(attribute)
            || !context.Diagnostics[0].Properties.TryGetValue(HintProperties.Value, out string? value)
            || value is null
        )
        {
            return;
        }

        (string title, string argument, ExpressionSyntax written) = Write(value);
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, NamedArgument.Set(attribute, argument, written)))
                    ),
                equivalenceKey: GetType().Name
            ),
            context.Diagnostics
        );
    }

    /// <summary>Whether the argument belongs to an attribute that is written like this one.</summary>
    private protected virtual bool Fits(AttributeSyntax attribute) => true;

    /// <summary>What is offered, and what is written.</summary>
    /// <param name="value">The value that the hint carries.</param>
    private protected abstract (string Title, string Argument, ExpressionSyntax Value) Write(string value);
}
