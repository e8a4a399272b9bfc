using System.Globalization;

namespace ConvGen.Generator.Kernels;

/// <summary>
/// Tells rows in which commas and white space split values differently: in <c>0,25 0,5 0,25</c> the commas are decimal signs for whoever
/// wrote it. Where every two
/// values have both between them, or all of them the same one, a row can be read in one way only.
/// </summary>
internal static class MixedSeparators
{
    /// <summary>Values of a row that a message shows.</summary>
    private const int MostShown = 12;

    /// <summary>Both readings of a row and the remedy, as a clause, or null where they are one.</summary>
    /// <param name="row">Values and what splits them.</param>
    /// <param name="hasColumns">
    /// Whether programs write such rows, who fill columns of one width up with blanks: a comma with none beside it counts as one of them
    /// where it cannot be a decimal sign.
    /// </param>
    public static string? Explain(string row, bool hasColumns)
    {
        if (row.IndexOf(',') < 0)
        {
            return null;
        }

        int gaps = 0,
            commas = 0,
            blanks = 0;
        for (
            int end = EndOfValue(row, StartOfValue(row, 0));
            StartOfValue(row, end) is var next && next < row.Length;
            end = EndOfValue(row, next)
        )
        {
            bool hasComma = row.IndexOf(',', end, next - end) >= 0;
            bool hasBlank =
                row.Substring(end, next - end).Any(char.IsWhiteSpace) || (hasColumns && hasComma && !MayBeDecimalSign(row, end));
            gaps++;
            commas += hasComma ? 1 : 0;
            blanks += hasBlank ? 1 : 0;
        }

        if (commas == 0 || blanks == 0 || (commas == gaps && blanks == gaps))
        {
            return null;
        }

        IEnumerable<string> byBlanks = row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(static value => value.Trim(','));
        IEnumerable<string> byCommas = row.Split(',').Select(static value => value.Trim());
        return "commas and white space split this row differently: white space into "
            + Show(byBlanks)
            + ", commas into "
            + Show(byCommas)
            + "; write the decimal sign as a point, as in 0.25, and the same between all values";
    }

    /// <summary>
    /// Whether the character at a place stands between two digits, with nothing before it in its value that a decimal sign cannot follow.
    /// </summary>
    private static bool MayBeDecimalSign(string row, int comma)
    {
        int start = comma;
        while (start > 0 && !IsSeparator(row[start - 1]))
        {
            start--;
        }

        string whole = row.Substring(start, comma - start).TrimStart('-', '+');
        return whole.All(static c => c is >= '0' and <= '9') && comma + 1 < row.Length && row[comma + 1] is >= '0' and <= '9';
    }

    private static string Show(IEnumerable<string> values)
    {
        string[] all = [.. values.Where(static value => value.Length > 0)];
        string shown = string.Join(" | ", all.Take(MostShown)) + (all.Length > MostShown ? " | ..." : "");
        return all.Length.ToString(CultureInfo.InvariantCulture) + (all.Length == 1 ? " value (" : " values (") + shown + ")";
    }

    private static int StartOfValue(string row, int position)
    {
        while (position < row.Length && IsSeparator(row[position]))
        {
            position++;
        }

        return position;
    }

    private static int EndOfValue(string row, int position)
    {
        while (position < row.Length && !IsSeparator(row[position]))
        {
            position++;
        }

        return position;
    }

    private static bool IsSeparator(char c) => c == ',' || char.IsWhiteSpace(c);
}
