using System.Globalization;

namespace ConvGen.Benchmarks.Results;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>Three significant digits, or a dash for nothing.</summary>
    public static string Text(double? value)
    {
        if (value is not { } number)
        {
            return "-";
        }

        int digits = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(number) + double.Epsilon)), 0, 4);
        return number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Two decimals, or a dash.</summary>
    public static string Ratio(double? value) => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>A percentage, or a dash.</summary>
    public static string Share(double? value) =>
        value is { } share ? (share * 100).ToString("F0", CultureInfo.InvariantCulture) + " %" : "-";
}
