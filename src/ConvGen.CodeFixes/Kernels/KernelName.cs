using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Kernels;

/// <summary>
/// The name of the variable that holds a kernel, and the name that says that its weights were reversed: the rules trust such a name.
/// </summary>
/// <param name="Symbol">The variable.</param>
/// <param name="Reversed">What it is to be called.</param>
internal sealed record KernelName(ISymbol Symbol, string Reversed)
{
    /// <summary>The variable around a kernel's literal; null for weights among the arguments of the call.</summary>
    public static async Task<KernelName?> FindAsync(KernelReversal kernel, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SemanticModel? model = await kernel.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? declaration = kernel
            .Node.Ancestors()
            .FirstOrDefault(node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or StatementSyntax);
        return
            declaration is not (null or StatementSyntax)
            && !(declaration.SyntaxTree == diagnostic.Location.SourceTree && declaration.Span.Contains(diagnostic.Location.SourceSpan))
            && model?.GetDeclaredSymbol(declaration, cancellation) is { } symbol
            ? new KernelName(symbol, Prefixed(symbol.Name))
            : null;
    }

    /// <summary>Whether nothing else has the new name where the old one stands.</summary>
    public async Task<bool> IsFreeAsync(Document document, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model is not null && model.LookupSymbols(Symbol.Locations[0].SourceSpan.Start, name: Reversed).IsEmpty;
    }

    /// <summary>Every place where the variable is named.</summary>
    public async Task<IReadOnlyList<(DocumentId Document, TextChange Change)>> ChangesAsync(
        Document declared,
        CancellationToken cancellation
    )
    {
        List<(DocumentId, TextChange)> changes = [(declared.Id, new TextChange(Symbol.Locations[0].SourceSpan, Reversed))];
        foreach (
            ReferencedSymbol referenced in await SymbolFinder
                .FindReferencesAsync(Symbol, declared.Project.Solution, cancellation)
                .ConfigureAwait(false)
        )
        {
            changes.AddRange(
                referenced
                    .Locations.Where(location => !location.IsImplicit)
                    .Select(location => (location.Document.Id, new TextChange(location.Location.SourceSpan, Reversed)))
            );
        }

        return changes;
    }

    /// <summary>
    /// <c>emboss</c> becomes <c>reversedEmboss</c>, <c>_emboss</c> <c>_reversedEmboss</c>, <c>EMBOSS</c> <c>REVERSED_EMBOSS</c>.
    /// </summary>
    private static string Prefixed(string name)
    {
        string word = name.TrimStart('_');
        string prefix = name.Substring(0, name.Length - word.Length);
        if (word.Length == 0)
        {
            return name + "reversed";
        }

        if (word.Length > 1 && word.All(character => !char.IsLower(character)))
        {
            return $"{prefix}REVERSED_{word}";
        }

        if (word.Contains('_'))
        {
            return $"{prefix}{(char.IsUpper(word[0]) ? "Reversed" : "reversed")}_{word}";
        }

        return char.IsUpper(word[0]) ? $"{prefix}Reversed{word}" : $"{prefix}reversed{char.ToUpperInvariant(word[0])}{word.Substring(1)}";
    }
}
