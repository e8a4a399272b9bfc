using System.Collections.Immutable;
using System.Numerics;

namespace ConvGen.CodeFixes.Lifting;

/// <summary>A subscript as a polynomial with integer coefficients: equal polynomials are equal subscripts, however they were written.</summary>
internal sealed class IndexForm : IEquatable<IndexForm>
{
    private readonly ImmutableSortedDictionary<string, Term> terms;

    private IndexForm(ImmutableSortedDictionary<string, Term> terms)
    {
        this.terms = terms;
        Key = string.Join(" + ", terms.Select(term => term.Value.Coefficient + "*" + term.Key));
    }

    public static IndexForm Zero { get; } = new(ImmutableSortedDictionary.Create<string, Term>(StringComparer.Ordinal));

    /// <summary>A text that two forms share exactly where they are equal.</summary>
    public string Key { get; }

    /// <summary>The part without atoms.</summary>
    public BigInteger ConstantTerm => terms.TryGetValue("", out Term? term) ? term.Coefficient : BigInteger.Zero;

    /// <summary>The whole form, if it has no atoms.</summary>
    public BigInteger? Constant => terms.Count == 0 || (terms.Count == 1 && terms.ContainsKey("")) ? ConstantTerm : null;

    /// <summary>The only atom, where the form is nothing else.</summary>
    public IndexAtom? Atom => terms.Count == 1 && terms.Values.Single() is { Atoms.Length: 1, Coefficient.IsOne: true } term ? term.Atoms[0] : null;

    /// <summary>All atoms, each once.</summary>
    public IEnumerable<IndexAtom> Atoms => terms.Values.SelectMany(static term => term.Atoms).Distinct();

    public static implicit operator IndexForm(int value) => Of(new BigInteger(value));

    public static IndexForm operator +(IndexForm a, IndexForm b) => Sum(a.terms.Values.Concat(b.terms.Values));

    public static IndexForm operator -(IndexForm a) => Sum(a.terms.Values.Select(static term => term with { Coefficient = -term.Coefficient }));

    public static IndexForm operator -(IndexForm a, IndexForm b) => a + -b;

    public static IndexForm operator *(IndexForm a, IndexForm b) => Sum(
        from x in a.terms.Values
        from y in b.terms.Values
        select new Term(x.Atoms.AddRange(y.Atoms).Sort(static (p, q) => string.CompareOrdinal(p.Key, q.Key)), x.Coefficient * y.Coefficient));

    public static IndexForm Of(IndexAtom atom) => Sum([new Term([atom], BigInteger.One)]);

    public static IndexForm Of(BigInteger value) => Sum([new Term([], value)]);

    /// <summary>The factor of an atom that stands alone.</summary>
    public BigInteger CoefficientOf(IndexAtom atom) => terms.TryGetValue(atom.Key, out Term? term) ? term.Coefficient : BigInteger.Zero;

    /// <summary>Whether an atom occurs at all.</summary>
    public bool Contains(IndexAtom atom) => Atoms.Any(other => other.Key == atom.Key);

    /// <summary>The form as <c>atom * factor + rest</c>, or null where the atom occurs squared.</summary>
    public (IndexForm Factor, IndexForm Remainder)? Split(IndexAtom atom)
    {
        bool Has(Term term) => term.Atoms.Any(other => other.Key == atom.Key);
        IndexForm factor = Sum(terms.Values.Where(Has).Select(term => term with { Atoms = term.Atoms.RemoveAt(term.Atoms.ToList().FindIndex(other => other.Key == atom.Key)) }));
        return factor.Contains(atom) ? null : (factor, Sum(terms.Values.Where(term => !Has(term))));
    }

    /// <summary>The form with an atom replaced, or null where the atom occurs squared.</summary>
    public IndexForm? Replace(IndexAtom atom, IndexForm value) => Split(atom) is var (factor, rest) ? (factor * value) + rest : null;

    public bool Equals(IndexForm? other) => other is not null && other.Key == Key;

    public override bool Equals(object? obj) => Equals(obj as IndexForm);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private static IndexForm Sum(IEnumerable<Term> all)
    {
        ImmutableSortedDictionary<string, Term>.Builder sum = Zero is null
            ? ImmutableSortedDictionary.CreateBuilder<string, Term>(StringComparer.Ordinal)
            : Zero.terms.ToBuilder();
        foreach (Term term in all)
        {
            string key = string.Join("*", term.Atoms.Select(static atom => atom.Key));
            BigInteger coefficient = term.Coefficient + (sum.TryGetValue(key, out Term? other) ? other.Coefficient : BigInteger.Zero);
            if (coefficient.IsZero)
            {
                sum.Remove(key);
            }
            else
            {
                sum[key] = term with { Coefficient = coefficient };
            }
        }

        return new IndexForm(sum.ToImmutable());
    }

    private sealed record Term(ImmutableArray<IndexAtom> Atoms, BigInteger Coefficient);
}
