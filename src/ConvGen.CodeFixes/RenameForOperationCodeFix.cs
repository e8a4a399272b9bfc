using System.Collections.Immutable;
using System.Composition;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;

namespace ConvGen.CodeFixes;

/// <summary>
/// CONV101, CONV102, CONV103: renames what is named for the other operation, with all references. The word is replaced in its own casing
/// and the
/// rest of the name stays: <c>Convolve2D</c> becomes <c>Correlate2D</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameForOperationCodeFix))]
[Shared]
public sealed class RenameForOperationCodeFix : CodeFixProvider
{
    /// <summary>The name, the kernel, and a local that says the same as the name.</summary>
    private const int LocationsWithLocal = 3;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CONV101", "CONV102", "CONV103"];

    /// <summary>None: several renamings of one solution depend on each other, and a name is a decision of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (
                await FindAsync(context.Document.Project.Solution, diagnostic, context.CancellationToken).ConfigureAwait(false)
                    is var (symbol, name)
                && symbol is not null
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename '{symbol.Name}' to '{name}'",
                        cancellation => RenameAsync(context.Document.Project.Solution, diagnostic, symbol, name, cancellation),
                        equivalenceKey: nameof(RenameForOperationCodeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    /// <summary>
    /// Renames a symbol, and before it the local that says the same: it stands behind the member's name, whose place stays.
    /// </summary>
    private static async Task<Solution> RenameAsync(
        Solution solution,
        Diagnostic diagnostic,
        ISymbol symbol,
        string name,
        CancellationToken cancellation
    )
    {
        if (
            diagnostic.AdditionalLocations.Count < LocationsWithLocal
            || diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } place
            || solution.GetDocument(tree) is not { } document
            || await FindAsync(solution, diagnostic.AdditionalLocations[LocationsWithLocal - 1], cancellation).ConfigureAwait(false)
                is not
                ({ } local, { } localName)
        )
        {
            return await Renamer.RenameSymbolAsync(solution, symbol, new SymbolRenameOptions(), name, cancellation).ConfigureAwait(false);
        }

        Solution renamed = await Renamer
            .RenameSymbolAsync(solution, local, new SymbolRenameOptions(), localName, cancellation)
            .ConfigureAwait(false);
        Document after = renamed.GetDocument(document.Id)!;
        SyntaxNode root = (await after.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await after.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        return root.FindToken(place.SourceSpan.Start).Parent is { } node && model.GetDeclaredSymbol(node, cancellation) is { } member
            ? await Renamer.RenameSymbolAsync(renamed, member, new SymbolRenameOptions(), name, cancellation).ConfigureAwait(false)
            : renamed;
    }

    private static Task<(ISymbol? Symbol, string Name)> FindAsync(
        Solution solution,
        Diagnostic diagnostic,
        CancellationToken cancellation
    ) =>
        diagnostic.AdditionalLocations.Count == 0
            ? Task.FromResult<(ISymbol? Symbol, string Name)>(default)
            : FindAsync(solution, diagnostic.AdditionalLocations[0], cancellation);

    /// <summary>What carries the name at a place, and what it would be called; nothing where it cannot or should not be renamed.</summary>
    private static async Task<(ISymbol? Symbol, string Name)> FindAsync(Solution solution, Location place, CancellationToken cancellation)
    {
        if (
            place.SourceTree is not { } tree
            || solution.GetDocument(tree) is not { } document
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
        )
        {
            return default;
        }

        SyntaxToken token = root.FindToken(place.SourceSpan.Start);
        if (
            !token.IsKind(SyntaxKind.IdentifierToken)
            || NameReader.ReadRoutine(token.ValueText, Options(document, tree)) is not { } reading
            || NameReader.Rename(token.ValueText, reading) is not { } name
            || token.Parent is not { } node
            || (model.GetDeclaredSymbol(node, cancellation) ?? model.GetSymbolInfo(node, cancellation).Symbol) is not { } symbol
            || symbol.Name != token.ValueText
        )
        {
            return default;
        }

        return RenameRules.IsRenamable(symbol) && RenameRules.IsFree(symbol, name, model, token.SpanStart) ? (symbol, name) : default;
    }

    /// <summary>The words of the options name no counterpart; they only matter where they stand beside a word that does.</summary>
    private static NamingOptions Options(Document document, SyntaxTree tree) =>
        new NamingOptionsReader(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider).Of(tree);
}
