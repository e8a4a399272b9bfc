using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>An integer times a product of unknowns.</summary>
/// <param name="Atoms">The unknowns, in order; one that is squared stands twice.</param>
/// <param name="Factor">The integer; never zero.</param>
internal sealed record IndexTerm(ImmutableArray<IndexAtom> Atoms, long Factor)
{
    /// <summary>Whether another term has the same unknowns.</summary>
    public bool IsLike(IndexTerm other) => Atoms.SequenceEqual(other.Atoms);

    /// <summary>The term without one occurrence of an unknown.</summary>
    public IndexTerm Without(IndexAtom atom) => this with { Atoms = Atoms.Remove(atom) };
}
