using System.Collections.Immutable;
using System.Numerics;

namespace ConvGen.Analyzers.Algebra;

/// <summary>An integer times a product of unknowns.</summary>
/// <typeparam name="TAtom">What an unknown is.</typeparam>
/// <param name="Atoms">The unknowns; one that is squared stands twice.</param>
/// <param name="Factor">The integer; never zero.</param>
internal sealed record Term<TAtom>(ImmutableArray<TAtom> Atoms, BigInteger Factor)
    where TAtom : class, IEquatable<TAtom>
{
    /// <summary>1 or -1 where it is nothing but that, else 0.</summary>
    public int Unit => Atoms.IsEmpty && (Factor.IsOne || (-Factor).IsOne) ? Factor.Sign : 0;

    /// <summary>Whether another term has the same unknowns, in whatever order.</summary>
    public bool IsLike(Term<TAtom> other)
    {
        if (Atoms.Length != other.Atoms.Length)
        {
            return false;
        }

        foreach (TAtom atom in Atoms)
        {
            if (CountOf(atom) != other.CountOf(atom))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The term without one occurrence of an unknown.</summary>
    public Term<TAtom> Without(TAtom atom) => new(Atoms.Remove(atom), Factor);

    /// <summary>The product with an integer.</summary>
    public Term<TAtom> Scale(BigInteger factor) => new(Atoms, Factor * factor);

    /// <summary>The product with another term.</summary>
    public Term<TAtom> Multiply(Term<TAtom> other) =>
        new(
            Atoms.IsEmpty ? other.Atoms
                : other.Atoms.IsEmpty ? Atoms
                : Atoms.AddRange(other.Atoms),
            Factor * other.Factor
        );

    /// <summary>Whether another term has the same unknowns and the same factor.</summary>
    public bool Equals(Term<TAtom>? other) => other is not null && Factor == other.Factor && IsLike(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Factor.GetHashCode();
        foreach (TAtom atom in Atoms)
        {
            hash += atom.GetHashCode();
        }

        return hash;
    }

    private int CountOf(TAtom atom)
    {
        int count = 0;
        foreach (TAtom other in Atoms)
        {
            count += other.Equals(atom) ? 1 : 0;
        }

        return count;
    }
}
