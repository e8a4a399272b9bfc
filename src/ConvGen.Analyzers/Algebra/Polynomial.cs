using System.Collections.Immutable;
using System.Numerics;

namespace ConvGen.Analyzers.Algebra;

/// <summary>
/// A polynomial with integer coefficients over unknowns: what a subscript, a size or the bound of a loop is, however it was written. The
/// readers differ in what they take for an unknown; they calculate alike.
/// </summary>
/// <typeparam name="TAtom">What an unknown is.</typeparam>
/// <remarks>Most of the work on a loop is done here, so terms are gone through without queries.</remarks>
internal sealed class Polynomial<TAtom> : IEquatable<Polynomial<TAtom>>
    where TAtom : class, IEquatable<TAtom>
{
    private ImmutableArray<TAtom> atoms;

    private Polynomial(ImmutableArray<Term<TAtom>> terms) => Terms = terms;

    /// <summary>Nothing.</summary>
    public static Polynomial<TAtom> Zero { get; } = new(ImmutableArray<Term<TAtom>>.Empty);

    /// <summary>Its terms in the order in which they came, none with the unknowns of another.</summary>
    public ImmutableArray<Term<TAtom>> Terms { get; }

    /// <summary>Whether no term is left.</summary>
    public bool IsZero => Terms.IsEmpty;

    /// <summary>The part without unknowns.</summary>
    public BigInteger ConstantTerm => FactorOf(static term => term.Atoms.IsEmpty);

    /// <summary>Its value where it has no unknowns.</summary>
    public BigInteger? Constant =>
        Terms.IsEmpty ? BigInteger.Zero
        : Terms.Length == 1 && Terms[0].Atoms.IsEmpty ? Terms[0].Factor
        : null;

    /// <summary>1 or -1 where it is nothing but that, else 0.</summary>
    public int Unit => Terms.Length == 1 ? Terms[0].Unit : 0;

    /// <summary>The unknown, where it is nothing else.</summary>
    public TAtom? Atom => Terms.Length == 1 && Terms[0] is { Atoms.Length: 1, Factor.IsOne: true } term ? term.Atoms[0] : null;

    /// <summary>The unknowns, each once.</summary>
    public ImmutableArray<TAtom> Atoms => atoms.IsDefault ? atoms = ReadAtoms() : atoms;

    /// <summary>A number.</summary>
    public static implicit operator Polynomial<TAtom>(int value) => Of(value);

    /// <summary>The sum.</summary>
    public static Polynomial<TAtom> operator +(Polynomial<TAtom> a, Polynomial<TAtom> b)
    {
        List<Term<TAtom>> sum = [.. a.Terms];
        foreach (Term<TAtom> term in b.Terms)
        {
            Collect(sum, term);
        }

        return Of(sum);
    }

    /// <summary>The negative.</summary>
    public static Polynomial<TAtom> operator -(Polynomial<TAtom> a) => a.Scale(-1);

    /// <summary>The difference.</summary>
    public static Polynomial<TAtom> operator -(Polynomial<TAtom> a, Polynomial<TAtom> b) => a + -b;

    /// <summary>The product.</summary>
    public static Polynomial<TAtom> operator *(Polynomial<TAtom> a, Polynomial<TAtom> b)
    {
        List<Term<TAtom>> product = [];
        foreach (Term<TAtom> left in a.Terms)
        {
            foreach (Term<TAtom> right in b.Terms)
            {
                Collect(product, left.Multiply(right));
            }
        }

        return Of(product);
    }

    /// <summary>A number.</summary>
    public static Polynomial<TAtom> Of(BigInteger constant) =>
        constant.IsZero ? Zero : new(ImmutableArray.Create(new Term<TAtom>(ImmutableArray<TAtom>.Empty, constant)));

    /// <summary>An unknown.</summary>
    public static Polynomial<TAtom> Of(TAtom atom) =>
        new(ImmutableArray.Create(new Term<TAtom>(ImmutableArray.Create(atom), BigInteger.One)));

    /// <summary>The product with an integer.</summary>
    public Polynomial<TAtom> Scale(BigInteger factor)
    {
        if (factor.IsZero || factor.IsOne)
        {
            return factor.IsZero ? Zero : this;
        }

        ImmutableArray<Term<TAtom>>.Builder scaled = ImmutableArray.CreateBuilder<Term<TAtom>>(Terms.Length);
        foreach (Term<TAtom> term in Terms)
        {
            scaled.Add(term.Scale(factor));
        }

        return new Polynomial<TAtom>(scaled.MoveToImmutable());
    }

    /// <summary>The integer that an unknown is multiplied with where it stands alone.</summary>
    public BigInteger FactorOf(TAtom atom) => FactorOf(term => term.Atoms.Length == 1 && term.Atoms[0].Equals(atom));

    /// <summary>All that an unknown is multiplied with, or null where it is not linear in it.</summary>
    public Polynomial<TAtom>? CoefficientOf(TAtom atom) => Split(atom)?.Coefficient;

    /// <summary>
    /// The polynomial as an unknown times a coefficient plus what is left, neither with the unknown; null where there are none.
    /// </summary>
    public (Polynomial<TAtom> Coefficient, Polynomial<TAtom> Remainder)? Split(TAtom atom)
    {
        ImmutableArray<Term<TAtom>>.Builder coefficient = ImmutableArray.CreateBuilder<Term<TAtom>>();
        ImmutableArray<Term<TAtom>>.Builder rest = ImmutableArray.CreateBuilder<Term<TAtom>>();
        foreach (Term<TAtom> term in Terms)
        {
            if (!term.Atoms.Contains(atom))
            {
                rest.Add(term);
                continue;
            }

            Term<TAtom> other = term.Without(atom);
            if (other.Atoms.Contains(atom))
            {
                return null;
            }

            coefficient.Add(other);
        }

        return (new Polynomial<TAtom>(coefficient.ToImmutable()), new Polynomial<TAtom>(rest.ToImmutable()));
    }

    /// <summary>The polynomial with an unknown replaced, or null where it is not linear in it.</summary>
    public Polynomial<TAtom>? Replace(TAtom atom, Polynomial<TAtom> value) =>
        Split(atom) is var (coefficient, rest) ? (coefficient * value) + rest : null;

    /// <summary>Whether an unknown occurs at all.</summary>
    public bool Contains(TAtom atom) => Atoms.Contains(atom);

    /// <summary>
    /// The ratio to another polynomial where it is a term times it: both of one term, or of the same terms. Null where there is none.
    /// </summary>
    public Term<TAtom>? RatioTo(Polynomial<TAtom> other)
    {
        if (IsZero || other.IsZero)
        {
            return null;
        }

        if (Terms.Length > 1 || other.Terms.Length > 1)
        {
            return Equals(other) ? new Term<TAtom>(ImmutableArray<TAtom>.Empty, BigInteger.One)
                : Equals(-other) ? new Term<TAtom>(ImmutableArray<TAtom>.Empty, BigInteger.MinusOne)
                : null;
        }

        ImmutableArray<TAtom> rest = Terms[0].Atoms;
        foreach (TAtom atom in other.Terms[0].Atoms)
        {
            if (!rest.Contains(atom))
            {
                return null;
            }

            rest = rest.Remove(atom);
        }

        BigInteger ratio = BigInteger.DivRem(Terms[0].Factor, other.Terms[0].Factor, out BigInteger remainder);
        return remainder.IsZero ? new Term<TAtom>(rest, ratio) : null;
    }

    /// <summary>Whether it is the same polynomial.</summary>
    public bool Equals(Polynomial<TAtom>? other)
    {
        if (other is null || Terms.Length != other.Terms.Length)
        {
            return false;
        }

        foreach (Term<TAtom> term in Terms)
        {
            if (!other.Terms.Contains(term))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial<TAtom>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 0;
        foreach (Term<TAtom> term in Terms)
        {
            hash += term.GetHashCode();
        }

        return hash;
    }

    /// <summary>Adds a term to the one with the same unknowns, where there is one.</summary>
    private static void Collect(List<Term<TAtom>> terms, Term<TAtom> term)
    {
        for (int place = 0; place < terms.Count; place++)
        {
            if (terms[place].IsLike(term))
            {
                terms[place] = terms[place] with { Factor = terms[place].Factor + term.Factor };
                return;
            }
        }

        terms.Add(term);
    }

    private static Polynomial<TAtom> Of(List<Term<TAtom>> terms)
    {
        terms.RemoveAll(static term => term.Factor.IsZero);
        return terms.Count == 0 ? Zero : new Polynomial<TAtom>(terms.ToImmutableArray());
    }

    private BigInteger FactorOf(Func<Term<TAtom>, bool> isMeant)
    {
        foreach (Term<TAtom> term in Terms)
        {
            if (isMeant(term))
            {
                return term.Factor;
            }
        }

        return BigInteger.Zero;
    }

    private ImmutableArray<TAtom> ReadAtoms()
    {
        if (Terms.Length == 1 && Terms[0].Atoms.Length == 1)
        {
            return Terms[0].Atoms;
        }

        ImmutableArray<TAtom>.Builder found = ImmutableArray.CreateBuilder<TAtom>();
        foreach (Term<TAtom> term in Terms)
        {
            foreach (TAtom atom in term.Atoms)
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
