using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Hints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>CONV207: gives the destination, or the returned array, the signed type that holds every result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepSignCodeFix))]
[Shared]
public sealed class KeepSignCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV207"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SyntaxNode? node = root?.FindNode(context.Span);
        TypeSyntax? buffer =
            node?.FirstAncestorOrSelf<ParameterSyntax>()?.Type ?? node?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ReturnType;
        if (
            root is null
            || Element(buffer) is not { } element
            || !context.Diagnostics[0].Properties.TryGetValue(HintProperties.Value, out string? type)
            || type is null
        )
        {
            return;
        }

        TypeSyntax signed = SyntaxFactory.ParseTypeName(type).WithTriviaFrom(element);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Store the results in '{buffer!.ReplaceNode(element, signed).WithoutTrivia()}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(element, signed))),
                equivalenceKey: nameof(KeepSignCodeFix)
            ),
            context.Diagnostics
        );
    }

    /// <summary>The type of the elements where a buffer's type is written out; one that goes by another name stays.</summary>
    private static TypeSyntax? Element(TypeSyntax? buffer) =>
        buffer switch
        {
            NullableTypeSyntax nullable => Element(nullable.ElementType),
            ArrayTypeSyntax array => array.ElementType,
            QualifiedNameSyntax qualified => Element(qualified.Right),
            AliasQualifiedNameSyntax qualified => Element(qualified.Name),
            GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } => arguments[0],
            _ => null,
        };
}
