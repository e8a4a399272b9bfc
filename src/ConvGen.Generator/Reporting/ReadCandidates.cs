using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Reporting;

/// <summary>
/// Keeps what was read of the candidates in files that an edit leaves as they are. The compiler asks for each of them again after every
/// edit, as the edit might have changed what a name means there, and binding attributes and parameters anew is most of what that costs.
/// Where an edit stays within the bodies of members, as most do, no name means anything else, and what was read before still holds.
/// </summary>
/// <param name="read">Reads a candidate.</param>
internal sealed class ReadCandidates(Func<GeneratorSyntaxContext, CancellationToken, WrittenCandidate?> read)
{
    private readonly object gate = new();

    /// <summary>Compilations live as long as the compiler wants; drivers may come back to one that is not the last.</summary>
    private readonly ConditionalWeakTable<Compilation, Reads> readsOf = new();

    private Surface? lastSurface;

    private Reads? lastReads;

    /// <summary>The candidate that a node is, read now or before; null where it is none.</summary>
    public WrittenCandidate? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        Reads reads = ReadsIn(context.SemanticModel.Compilation, cancellation);
        if (reads.OfNode.TryGetValue(context.Node, out Result? before))
        {
            return before.Candidate;
        }

        Result result = new(read(context, cancellation));
        return reads.OfNode.GetValue(context.Node, _ => result).Candidate;
    }

    private Reads ReadsIn(Compilation compilation, CancellationToken cancellation)
    {
        if (readsOf.TryGetValue(compilation, out Reads? known))
        {
            return known;
        }

        lock (gate)
        {
            if (!readsOf.TryGetValue(compilation, out Reads? reads))
            {
                Surface surface = Surface.Of(compilation);
                reads = lastReads is not null && surface.IsThatOf(lastSurface!, cancellation) ? lastReads : new Reads();
                (lastSurface, lastReads) = (surface, reads);
                readsOf.Add(compilation, reads);
            }

            return reads;
        }
    }

    /// <summary>What was read where names mean the same. Nodes of files that are gone are let go with them.</summary>
    private sealed class Reads
    {
        public ConditionalWeakTable<SyntaxNode, Result> OfNode { get; } = new();
    }

    /// <summary>What a node was read as.</summary>
    private sealed record Result(WrittenCandidate? Candidate);

    /// <summary>What decides on the meaning of names: files without the bodies of their members, references and options.</summary>
    private sealed record Surface(
        string? Assembly,
        CompilationOptions Options,
        ImmutableArray<MetadataReference> References,
        IReadOnlyList<SyntaxTree> Trees
    )
    {
        public static Surface Of(Compilation compilation) =>
            new(compilation.AssemblyName, compilation.Options, compilation.ExternalReferences, compilation.SyntaxTrees.ToList());

        public bool IsThatOf(Surface other, CancellationToken cancellation) =>
            Assembly == other.Assembly
            && Options.Equals(other.Options)
            && References.SequenceEqual(other.References)
            && Trees.Count == other.Trees.Count
            && Enumerable.Range(0, Trees.Count).All(index => AreAlike(Trees[index], other.Trees[index], cancellation));

        private static bool AreAlike(SyntaxTree tree, SyntaxTree other, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return tree == other
                || (
                    tree.FilePath == other.FilePath
                    && tree.Options.Equals(other.Options)
                    && SyntaxFactory.AreEquivalent(tree, other, topLevel: true)
                );
        }
    }
}
