using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>A subscript: a polynomial with integer coefficients over counters of loops, sizes and other unknowns.</summary>
internal sealed class IndexPolynomial
{
    // Beyond these a subscript is not one that a person wrote, and its products could overflow.
    private const int MostTerms = 40;
    private const long LargestFactor = 1L << 40;

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
    public IEnumerable<IndexAtom> Atoms => Terms.SelectMany(term => term.Atoms).Distinct();

    /// <summary>A number.</summary>
    public static IndexPolynomial Of(long constant) => constant == 0 ? Zero : new(ImmutableArray.Create(new IndexTerm(ImmutableArray<IndexAtom>.Empty, constant)));

    /// <summary>An unknown.</summary>
    public static IndexPolynomial Of(IndexAtom atom) => new(ImmutableArray.Create(new IndexTerm(ImmutableArray.Create(atom), 1)));

    /// <summary>The sum, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Add(IndexPolynomial other) => Collect(Terms.Concat(other.Terms));

    /// <summary>The difference, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Subtract(IndexPolynomial other) => Collect(Terms.Concat(other.Scale(-1).Terms));

    /// <summary>The product, or null where it grows beyond reason.</summary>
    public IndexPolynomial? Multiply(IndexPolynomial other)
    {
        // Products of factors below the square root of the largest cannot overflow.
        bool isLarge = Terms.Concat(other.Terms).Any(term => Math.Abs(term.Factor) > 1L << 31);
        return isLarge || Terms.Length * other.Terms.Length > MostTerms ? null : Collect(
            from left in Terms
            from right in other.Terms
            select new IndexTerm(left.Atoms.AddRange(right.Atoms).Sort((one, two) => one.Id.CompareTo(two.Id)), left.Factor * right.Factor));
    }

    /// <summary>The product with a small integer.</summary>
    public IndexPolynomial Scale(int factor) => factor == 0 ? Zero : new(Terms.Select(term => term with { Factor = term.Factor * factor }).ToImmutableArray());

    /// <summary>What an unknown is multiplied with, or null where it is not linear in it.</summary>
    public IndexPolynomial? CoefficientOf(IndexAtom atom)
    {
        IndexTerm[] with = [.. Terms.Where(term => term.Atoms.Contains(atom)).Select(term => term.Without(atom))];
        return with.Any(term => term.Atoms.Contains(atom)) ? null : new IndexPolynomial(with.ToImmutableArray());
    }

    /// <summary>Whether its value may change with a loop.</summary>
    public bool Varies(IOperation loop) => Atoms.Any(atom => atom.Varies(loop));

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

    private static IndexPolynomial? Collect(IEnumerable<IndexTerm> terms)
    {
        List<IndexTerm> sum = [];
        foreach (IndexTerm term in terms)
        {
            int place = sum.FindIndex(term.IsLike);
            if (place < 0)
            {
                sum.Add(term);
            }
            else
            {
                sum[place] = term with { Factor = sum[place].Factor + term.Factor };
            }
        }

        sum.RemoveAll(term => term.Factor == 0);
        return sum.Count > MostTerms || sum.Any(term => Math.Abs(term.Factor) > LargestFactor || term.Atoms.Length > 6) ? null : new IndexPolynomial(sum.ToImmutableArray());
    }
}
