using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// The places of all identifiers that name an operation, found in the text of the source files before anything is bound. A member without
/// one cannot contradict itself, and is not read.
/// </summary>
internal sealed class WordIndex
{
    // Trees are shared from one compilation to the next: an edit makes one new tree, and only that one is scanned.
    private static readonly ConditionalWeakTable<SyntaxTree, Entry> Entries = new();

    private readonly Dictionary<SyntaxTree, int[]> positions = new();

    private WordIndex() { }

    /// <summary>Whether no identifier names an operation.</summary>
    public bool IsEmpty => positions.Count == 0;

    /// <summary>Scans the source files; what was found in a file is kept as long as its tree lives.</summary>
    public static WordIndex Read(Compilation compilation, NamingOptionsReader options, CancellationToken cancellation)
    {
        WordIndex index = new();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] found = Find(tree, options.Of(tree), cancellation);
            if (found.Length > 0)
            {
                index.positions[tree] = found;
            }
        }

        return index;
    }

    /// <summary>
    /// Whether an identifier that names an operation stands in the declaration of a member: its name, or anything inside.
    /// </summary>
    public bool AnyIn(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation block in blocks)
        {
            if (positions.TryGetValue(block.Syntax.SyntaxTree, out int[]? found) && AnyIn(found, Declaration(owner, block.Syntax).FullSpan))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the name of the type around a member says an operation.</summary>
    public bool IsInNamed(ISymbol owner) =>
        owner.ContainingType is { } type
        && NameReader.ReadRoutine(type.Name, NamingOptions.Default) is not null
        && type.Locations.Any(IsAt);

    /// <summary>Whether the identifier at a place names an operation.</summary>
    public bool IsAt(Location location) =>
        location.SourceTree is { } tree && positions.TryGetValue(tree, out int[]? found) && AnyIn(found, location.SourceSpan);

    private static bool AnyIn(int[] positions, TextSpan span)
    {
        int index = Array.BinarySearch(positions, span.Start);
        index = index < 0 ? ~index : index;
        return index < positions.Length && positions[index] < span.End;
    }

    /// <summary>What a body belongs to: of a field only its own declarator, of top-level statements the whole file.</summary>
    private static SyntaxNode Declaration(ISymbol owner, SyntaxNode body)
    {
        for (SyntaxNode? node = body; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case VariableDeclaratorSyntax when owner is IFieldSymbol or IEventSymbol:
                case BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or EnumMemberDeclarationSyntax or CompilationUnitSyntax:
                    return node;
                case GlobalStatementSyntax:
                    continue;
                case BaseTypeDeclarationSyntax:
                    // A primary constructor: its arguments to the base.
                    return body;
            }
        }

        return body;
    }

    private static int[] Find(SyntaxTree tree, NamingOptions options, CancellationToken cancellation)
    {
        if (Entries.TryGetValue(tree, out Entry? entry) && entry.HasWordsOf(options))
        {
            return entry.Positions;
        }

        // Two compilations that ask at the same time may both scan; other words, which come with an edit of the options, replace what was
        // found.
        entry = new Entry(options, WordScanner.Find(tree, options, cancellation));
        Entries.Remove(tree);
        _ = Entries.GetValue(tree, _ => entry);
        return entry.Positions;
    }

    private sealed class Entry(NamingOptions options, int[] positions)
    {
        public int[] Positions { get; } = positions;

        public bool HasWordsOf(NamingOptions other) =>
            options.ConvolutionWords.SequenceEqual(other.ConvolutionWords)
            && options.CorrelationWords.SequenceEqual(other.CorrelationWords);
    }
}
