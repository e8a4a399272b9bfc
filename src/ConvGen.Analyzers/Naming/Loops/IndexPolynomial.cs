using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>A subscript: a polynomial with integer coefficients over counters of loops, sizes and other unknowns.</summary>
/// <remarks>Most of the work on a loop is done here, so terms are gone through without queries.</remarks>
internal sealed class IndexPolynomial
{
    // Beyond these a subscript is not one that a person wrote, and its products could overflow.
    private const int MostTerms = 40;
    private const long LargestFactor = 1L << 40;

    private ImmutableArray<IndexAtom> atoms;

    private IndexPolynomial(ImmutableArray<IndexTerm> terms) => Terms = terms;

    /// <summary>Nothing.</summary>
    public static IndexPolynomial Zero { get; } = new(ImmutableArray<IndexTerm>.Empty);

    /// <summary>Its terms, none with the unknowns of another.</summary>
    public ImmutableArray<IndexTerm> Terms { get; }

    /// <summary>Whether no term is left.</summary>
    public bool IsZero => Terms.IsEmpty;

    /// <summary>Its value where it has no unknowns.</summary>
    public long? Constant => Terms.IsEmpty ? 0 : Terms.Length == 1 && Terms[0].Atoms.IsEmpty ? Terms[0].Factor : null;

    /// <summary>The unknowns.</summary>
    public ImmutableArray<IndexAtom> Atoms => atoms.IsDefault ? atoms = ReadAtoms() : atoms;

    /// <summary>A number.</summary>
    public static IndexPolynomial Of(long constant) => constant == 0 ? Zero : new(ImmutableArray.Create(new IndexTerm(ImmutableArray<IndexAtom>.Empty, constant)));

    /// <summary>An unknown.</summary>
    public static IndexPolynomial Of(IndexAtom atom) => new(ImmutableArray.Create(new IndexTerm(ImmutableArray.Create(atom), 1)));

    /// <summary>The sum, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Add(IndexPolynomial other) => Sum(other, 1);

    /// <summary>The difference, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Subtract(IndexPolynomial other) => Sum(other, -1);

    /// <summary>The product, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Multiply(IndexPolynomial other)
    {
        if (HasLargeFactor || other.HasLargeFactor || Terms.Length * other.Terms.Length > MostTerms)
        {
            return null;
        }

        List<IndexTerm> product = [];
        foreach (IndexTerm left in Terms)
        {
            foreach (IndexTerm right in other.Terms)
            {
                Collect(product, left.Multiply(right));
            }
        }

        return Of(product);
    }

    /// <summary>The product with a small integer.</summary>
    public IndexPolynomial Scale(int factor)
    {
        if (factor is 0 or 1)
        {
            return factor == 0 ? Zero : this;
        }

        ImmutableArray<IndexTerm>.Builder scaled = ImmutableArray.CreateBuilder<IndexTerm>(Terms.Length);
        foreach (IndexTerm term in Terms)
        {
            scaled.Add(term.Scale(factor));
        }

        return new IndexPolynomial(scaled.MoveToImmutable());
    }

    /// <summary>What an unknown is multiplied with, or null where it is not linear in it.</summary>
    public IndexPolynomial? CoefficientOf(IndexAtom atom)
    {
        ImmutableArray<IndexTerm>.Builder coefficient = ImmutableArray.CreateBuilder<IndexTerm>();
        foreach (IndexTerm term in Terms)
        {
            if (!term.Atoms.Contains(atom))
            {
                continue;
            }

            IndexTerm rest = term.Without(atom);
            if (rest.Atoms.Contains(atom))
            {
                return null;
            }

            coefficient.Add(rest);
        }

        return coefficient.Count == 0 ? Zero : new IndexPolynomial(coefficient.ToImmutable());
    }

    /// <summary>Whether its value may change with a loop.</summary>
    public bool Varies(IOperation loop)
    {
        foreach (IndexAtom atom in Atoms)
        {
            if (atom.Varies(loop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is the same polynomial.</summary>
    public bool IsSame(IndexPolynomial other) => Subtract(other) is { IsZero: true };

    /// <summary>
    /// The ratio to another polynomial where it is a term times it: both of one term, or of the same terms. Null where there is none.
    /// </summary>
    public IndexTerm? RatioTo(IndexPolynomial other)
    {
        if (IsZero || other.IsZero)
        {
            return null;
        }

        if (Terms.Length > 1 || other.Terms.Length > 1)
        {
            return IsSame(other) ? new IndexTerm(ImmutableArray<IndexAtom>.Empty, 1)
                : IsSame(other.Scale(-1)) ? new IndexTerm(ImmutableArray<IndexAtom>.Empty, -1)
                : null;
        }

        ImmutableArray<IndexAtom> rest = Terms[0].Atoms;
        foreach (IndexAtom atom in other.Terms[0].Atoms)
        {
            if (!rest.Contains(atom))
            {
                return null;
            }

            rest = rest.Remove(atom);
        }

        return Terms[0].Factor % other.Terms[0].Factor == 0 ? new IndexTerm(rest, Terms[0].Factor / other.Terms[0].Factor) : null;
    }

    /// <summary>Products of factors below the square root of the largest cannot overflow.</summary>
    private bool HasLargeFactor
    {
        get
        {
            foreach (IndexTerm term in Terms)
            {
                if (Math.Abs(term.Factor) > 1L << 31)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private IndexPolynomial? Sum(IndexPolynomial other, int sign)
    {
        List<IndexTerm> sum = new(Terms);
        foreach (IndexTerm term in other.Terms)
        {
            Collect(sum, sign == 1 ? term : term.Scale(sign));
        }

        return Of(sum);
    }

    /// <summary>Adds a term to the one with the same unknowns, where there is one.</summary>
    private static void Collect(List<IndexTerm> terms, IndexTerm term)
    {
        for (int place = 0; place < terms.Count; place++)
        {
            if (terms[place].IsLike(term))
            {
                terms[place] = new IndexTerm(term.Atoms, terms[place].Factor + term.Factor);
                return;
            }
        }

        terms.Add(term);
    }

    private static IndexPolynomial? Of(List<IndexTerm> terms)
    {
        ImmutableArray<IndexTerm>.Builder left = ImmutableArray.CreateBuilder<IndexTerm>(terms.Count);
        foreach (IndexTerm term in terms)
        {
            if (term.Factor == 0)
            {
                continue;
            }

            if (Math.Abs(term.Factor) > LargestFactor || term.Atoms.Length > 6)
            {
                return null;
            }

            left.Add(term);
        }

        return left.Count > MostTerms ? null : new IndexPolynomial(left.ToImmutable());
    }

    private ImmutableArray<IndexAtom> ReadAtoms()
    {
        if (Terms.Length == 1 && Terms[0].Atoms.Length == 1)
        {
            return Terms[0].Atoms;
        }

        ImmutableArray<IndexAtom>.Builder found = ImmutableArray.CreateBuilder<IndexAtom>();
        foreach (IndexTerm term in Terms)
        {
            foreach (IndexAtom atom in term.Atoms)
            {
                if (!found.Contains(atom))
                {
                    found.Add(atom);
                }
            }
        }

        return found.ToImmutable();
    }
}
