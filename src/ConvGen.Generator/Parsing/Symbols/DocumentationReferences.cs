using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Writes what a documentation comment refers to in a way that means the same in another file: a <c>cref</c> as the id of what it names,
/// which no <c>using</c> and no alias
/// decides, and the file of an <c>include</c> with its folder.
/// </summary>
internal static class DocumentationReferences
{
    /// <summary>
    /// The comment's text. What cannot be resolved stays as it is written; the compiler's own warning (CS1574) stands at the declaration.
    /// Where no documentation file is
    /// written the compiler takes comments for ordinary ones, and there is nothing to resolve.
    /// </summary>
    public static string Resolve(SyntaxTrivia trivia, IMethodSymbol method, CancellationToken cancellation)
    {
        string text = trivia.ToFullString();
        if (
            !trivia.HasStructure
            || (text.IndexOf("cref", StringComparison.Ordinal) < 0 && text.IndexOf("<include", StringComparison.Ordinal) < 0)
        )
        {
            return text;
        }

        List<TextChange> changes = [];
        SemanticModel? model = null;
        foreach (SyntaxNode node in trivia.GetStructure()!.DescendantNodes())
        {
            if (
                node is XmlCrefAttributeSyntax reference
                && method.ContainingAssembly is ISourceAssemblySymbol { Compilation: { } compilation }
            )
            {
                model ??= compilation.GetSemanticModel(reference.SyntaxTree);
                if (Id(reference.Cref, model, cancellation) is { } id)
                {
                    changes.Add(new TextChange(reference.Cref.FullSpan, id));
                }
            }
            else if (
                node is XmlTextAttributeSyntax { Name.LocalName.ValueText: "file" } file
                && IsInclude(file.Parent)
                && InFolder(file) is { } path
            )
            {
                changes.Add(new TextChange(file.TextTokens.Span, path));
            }
        }

        return Apply(text, trivia.FullSpan.Start, changes);
    }

    /// <summary>
    /// The id of what a <c>cref</c> names; of several the first, as the compiler takes it (CS0419 says so at the declaration).
    /// </summary>
    private static string? Id(CrefSyntax cref, SemanticModel model, CancellationToken cancellation)
    {
        SymbolInfo info = model.GetSymbolInfo(cref, cancellation);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol switch
        {
            null or ITypeParameterSymbol or IErrorTypeSymbol => null,
            IAliasSymbol alias => alias.Target.OriginalDefinition.GetDocumentationCommentId(),
            _ => symbol.OriginalDefinition.GetDocumentationCommentId(),
        };
    }

    private static bool IsInclude(SyntaxNode? node) =>
        node switch
        {
            XmlEmptyElementSyntax element => element.Name.LocalName.ValueText == "include",
            XmlElementStartTagSyntax element => element.Name.LocalName.ValueText == "include",
            _ => false,
        };

    /// <summary>The compiler looks for the file beside the comment's, and the generated one is elsewhere.</summary>
    private static string? InFolder(XmlTextAttributeSyntax file)
    {
        string path = string.Concat(file.TextTokens.Select(static token => token.ValueText));
        string folder =
            file.SyntaxTree.FilePath is { Length: > 0 } tree && Path.IsPathRooted(tree) ? Path.GetDirectoryName(tree) ?? "" : "";
        return folder.Length == 0 || path.Trim().Length == 0 || path.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || Path.IsPathRooted(path)
            ? null
            : Path.Combine(folder, path).Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").Replace("'", "&apos;");
    }

    private static string Apply(string text, int start, List<TextChange> changes)
    {
        StringBuilder changed = new(text);
        for (int index = changes.Count - 1; index >= 0; index--)
        {
            TextSpan span = changes[index].Span;
            changed.Remove(span.Start - start, span.Length).Insert(span.Start - start, changes[index].NewText);
        }

        return changed.ToString();
    }
}
