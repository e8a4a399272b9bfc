global using IndexPolynomial = ConvGen.Analyzers.Algebra.Polynomial<ConvGen.Analyzers.Naming.Loops.Subscripts.IndexAtom>;
global using IndexTerm = ConvGen.Analyzers.Algebra.Term<ConvGen.Analyzers.Naming.Loops.Subscripts.IndexAtom>;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>What is asked of a subscript beside algebra.</summary>
internal static class IndexPolynomials
{
    /// <summary>Terms beyond which a subscript is not one that a person wrote.</summary>
    private const int MostTerms = 40;

    /// <summary>Factors of a term beyond which it is none either.</summary>
    private const int MostFactors = 6;

    /// <summary>Whether its value may change with a loop.</summary>
    public static bool Varies(this IndexPolynomial polynomial, IOperation loop)
    {
        foreach (IndexAtom atom in polynomial.Atoms)
        {
            if (atom.Varies(loop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing in it is counted by a loop or changes with one.</summary>
    public static bool IsSettled(this IndexPolynomial polynomial) =>
        polynomial.Atoms.All(static atom => atom.Kind is IndexAtomKind.Fixed or IndexAtomKind.Parameter);

    /// <summary>The product, or null where it grows beyond what a person writes.</summary>
    public static IndexPolynomial? Times(this IndexPolynomial polynomial, IndexPolynomial other) =>
        polynomial.Terms.Length * other.Terms.Length <= MostTerms ? (polynomial * other).Limited() : null;

    /// <summary>The polynomial, or null where it is larger than what a person writes.</summary>
    public static IndexPolynomial? Limited(this IndexPolynomial polynomial) =>
        polynomial.Terms.Length <= MostTerms && polynomial.Terms.All(static term => term.Atoms.Length <= MostFactors) ? polynomial : null;
}
