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
    public IndexTerm Without(IndexAtom atom) => new(Atoms.Remove(atom), Factor);

    /// <summary>The product with an integer.</summary>
    public IndexTerm Scale(long factor) => new(Atoms, Factor * factor);

    /// <summary>The product with another term.</summary>
    public IndexTerm Multiply(IndexTerm other) => new(
        Atoms.IsEmpty ? other.Atoms : other.Atoms.IsEmpty ? Atoms : Atoms.AddRange(other.Atoms).Sort(static (one, two) => one.Id.CompareTo(two.Id)),
        Factor * other.Factor);
}
