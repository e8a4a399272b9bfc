using System.Collections.Immutable;
using System.Composition;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Signatures;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV002: gives parameters whose role is evident the name of that role, in the declaration and wherever callers name them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownSignatureCodeFix))]
[Shared]
public sealed class UnknownSignatureCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.UnknownSignature.Id];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        MethodDeclarationSyntax? syntax = root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (
            syntax is null
            || model?.GetDeclaredSymbol(syntax, context.CancellationToken) is not IMethodSymbol method
            || DeclarationReader.Read(method, context.CancellationToken) is not { } declaration
        )
        {
            return;
        }

        ImmutableArray<Renaming> renamings = Suggest(declaration);
        if (!renamings.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Rename {string.Join(", ", renamings.Select(renaming => $"'{renaming.Name}' to '{renaming.Role}'"))}",
                    cancellation => RenameAsync(context.Document, syntax, renamings, cancellation),
                    equivalenceKey: nameof(UnknownSignatureCodeFix)
                ),
                context.Diagnostics
            );
        }
    }

    /// <summary>A role that two parameters could mean is given to neither.</summary>
    private static ImmutableArray<Renaming> Suggest(Declaration declaration)
    {
        Renaming[] all =
        [
            .. declaration
                .Parameters.Select(
                    (parameter, index) =>
                        RoleGuesses.Suggest(declaration, index) is { } role ? new Renaming(index, parameter.Name, role) : null
                )
                .OfType<Renaming>(),
        ];
        return [.. all.Where(renaming => all.Count(other => other.Role == renaming.Role) == 1)];
    }

    private static async Task<Solution> RenameAsync(
        Document document,
        MethodDeclarationSyntax method,
        ImmutableArray<Renaming> renamings,
        CancellationToken cancellation
    )
    {
        // Each renaming makes a new solution, in which the method has to be found again.
        SyntaxAnnotation mark = new();
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        Solution solution = document.WithSyntaxRoot(root.ReplaceNode(method, method.WithAdditionalAnnotations(mark))).Project.Solution;
        foreach (Renaming renaming in renamings)
        {
            Document current = solution.GetDocument(document.Id)!;
            SyntaxNode currentRoot = (await current.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            SemanticModel model = (await current.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            MethodDeclarationSyntax marked = currentRoot.GetAnnotatedNodes(mark).OfType<MethodDeclarationSyntax>().Single();
            ISymbol parameter = model.GetDeclaredSymbol(marked.ParameterList.Parameters[renaming.Position], cancellation)!;
            solution = await Renamer
                .RenameSymbolAsync(solution, parameter, new SymbolRenameOptions(), renaming.Role, cancellation)
                .ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>A parameter, and the role that it evidently means.</summary>
    private sealed record Renaming(int Position, string Name, string Role);
}
