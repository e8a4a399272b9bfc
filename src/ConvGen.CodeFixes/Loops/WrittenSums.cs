global using WrittenSum = ConvGen.Analyzers.Algebra.Polynomial<ConvGen.CodeFixes.Loops.WrittenSize>;
using System.Globalization;
using System.Numerics;
using System.Text;
using ConvGen.Analyzers.Algebra;

namespace ConvGen.CodeFixes.Loops;

/// <summary>
/// Prints a sum of sizes as C#, so that <c>K - 1 - (K - 1 - k)</c> becomes <c>k</c> and a name that stands for a size keeps being used. A
/// product
/// of two sizes counts as one size, and stays as it was written.
/// </summary>
internal static class WrittenSums
{
    /// <summary>A size.</summary>
    public static WrittenSum Of(string key, string text) => WrittenSum.Of(new WrittenSize(key, text));

    /// <summary>The sum as a factor: in parentheses unless it is a single name or call.</summary>
    public static string ToFactor(this WrittenSum sum) => Factor(sum.ToText());

    /// <summary>The sum: what is added, the number, what is subtracted.</summary>
    public static string ToText(this WrittenSum sum)
    {
        StringBuilder text = new();
        Term<WrittenSize>[] sizes = [.. sum.Terms.Where(static term => !term.Atoms.IsEmpty)];
        foreach (Term<WrittenSize> added in sizes.Where(static term => term.Factor.Sign > 0))
        {
            Append(text, Times(added), subtracted: false);
        }

        // A number below zero stands last where nothing is added that it could be taken from.
        BigInteger number = sum.ConstantTerm;
        bool isLast = number.Sign < 0 && text.Length == 0;
        if (!number.IsZero && !isLast)
        {
            Append(text, Digits(BigInteger.Abs(number)), number.Sign < 0);
        }

        foreach (Term<WrittenSize> subtracted in sizes.Where(static term => term.Factor.Sign < 0))
        {
            Append(text, Times(subtracted), subtracted: true);
        }

        if (isLast)
        {
            Append(text, Digits(-number), subtracted: true);
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static string Times(Term<WrittenSize> term) =>
        BigInteger.Abs(term.Factor) is { IsOne: false } count ? Digits(count) + " * " + Factor(term.Atoms[0].Text) : term.Atoms[0].Text;

    private static string Digits(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Factor(string term) => term.Contains(' ') ? $"({term})" : term;

    private static void Append(StringBuilder text, string term, bool subtracted)
    {
        if (text.Length > 0)
        {
            text.Append(subtracted ? " - " : " + ");
        }
        else if (subtracted)
        {
            text.Append('-');
        }

        text.Append(term);
    }
}
