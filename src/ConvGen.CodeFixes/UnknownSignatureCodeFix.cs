using System.Collections.Immutable;
using System.Composition;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace ConvGen.CodeFixes;

/// <summary>CONV002: gives parameters whose role is evident the name of that role, here and wherever they are named.</summary>
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
        if (syntax is null || model?.GetDeclaredSymbol(syntax, context.CancellationToken) is not IMethodSymbol method)
        {
            return;
        }

        ImmutableArray<RoleSuggestion> suggestions = RoleNames.Suggest(method);
        if (!suggestions.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Rename {string.Join(", ", suggestions.Select(suggestion => $"'{suggestion.Parameter}' to '{suggestion.Role}'"))}",
                    cancellation => RenameAsync(context.Document, syntax, suggestions, cancellation),
                    equivalenceKey: nameof(UnknownSignatureCodeFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Solution> RenameAsync(Document document, MethodDeclarationSyntax method, ImmutableArray<RoleSuggestion> suggestions, CancellationToken cancellation)
    {
        SyntaxAnnotation mark = new();
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        Solution solution = document.WithSyntaxRoot(root.ReplaceNode(method, method.WithAdditionalAnnotations(mark))).Project.Solution;
        foreach (RoleSuggestion suggestion in suggestions)
        {
            // Each renaming makes a new solution, in which the method has to be found again.
            Document current = solution.GetDocument(document.Id)!;
            SyntaxNode currentRoot = (await current.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            SemanticModel model = (await current.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            MethodDeclarationSyntax marked = currentRoot.GetAnnotatedNodes(mark).OfType<MethodDeclarationSyntax>().Single();
            ParameterSyntax parameter = marked.ParameterList.Parameters[suggestion.Position];
            ISymbol symbol = model.GetDeclaredSymbol(parameter, cancellation)!;
            solution = await Renamer.RenameSymbolAsync(solution, symbol, new SymbolRenameOptions(), suggestion.Role, cancellation).ConfigureAwait(false);
        }

        return solution;
    }
}
