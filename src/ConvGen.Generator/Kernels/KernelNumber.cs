using System.Globalization;
using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>One value of a kernel text: an integer, a decimal, an exponent form or a fraction of two of these, read exactly.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Why the text is no number, or null.</param>
internal readonly record struct KernelNumber(Rational Value, string? Error)
{
    /// <summary>Beyond every <c>double</c>; larger powers would only cost time.</summary>
    private const int LargestExponent = 400;

    private const int MostDigits = 400;

    /// <summary>Reads a text without white space.</summary>
    public static KernelNumber Read(string text)
    {
        if (text.IndexOfAny(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212']) >= 0)
        {
            return Failed("the minus sign is a typographic one; write '-'");
        }

        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return ReadDecimal(text, text, maySign: true);
        }

        if (slash == 0 || slash == text.Length - 1)
        {
            return Failed("a fraction is written without spaces, as in 1/16");
        }

        KernelNumber numerator = ReadDecimal(text.Substring(0, slash), text, maySign: true);
        if (numerator.Error is not null)
        {
            return numerator;
        }

        KernelNumber denominator = ReadDecimal(text.Substring(slash + 1), text, maySign: false);
        if (denominator.Error is not null)
        {
            return denominator;
        }

        return denominator.Value.IsZero ? Failed("the denominator is zero") : new KernelNumber(numerator.Value / denominator.Value, null);
    }

    private static KernelNumber ReadDecimal(string text, string whole, bool maySign)
    {
        int position = 0;
        bool isNegative = false;
        if (maySign && text.Length > 0 && text[0] is '-' or '+')
        {
            isNegative = text[0] == '-';
            position++;
        }

        string integer = Digits(text, ref position);
        string fraction = "";
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = Digits(text, ref position);
        }

        string digits = integer + fraction;
        string exponentDigits = "0";
        bool isExponentNegative = false;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '-' or '+')
            {
                isExponentNegative = text[position] == '-';
                position++;
            }

            exponentDigits = Digits(text, ref position);
        }

        if (position != text.Length || digits.Length == 0 || exponentDigits.Length == 0)
        {
            return Failed(
                "'" + Shortened(whole) + "' is not a number; write an integer, a decimal, an exponent form or a fraction such as 1/16"
            );
        }

        if (digits.Length > MostDigits)
        {
            return Failed("the number has more than 400 digits");
        }

        string significantExponent = exponentDigits.TrimStart('0');
        int exponent = significantExponent.Length switch
        {
            0 => 0,
            <= 3 => int.Parse(significantExponent, NumberStyles.None, CultureInfo.InvariantCulture),
            _ => int.MaxValue,
        };
        return exponent > LargestExponent
            ? Failed("the exponent lies outside -400 to 400")
            : new KernelNumber(Assemble(isNegative, digits, (isExponentNegative ? -exponent : exponent) - fraction.Length), null);
    }

    private static Rational Assemble(bool isNegative, string digits, int exponent)
    {
        BigInteger magnitude = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new ShortestDecimal(isNegative ? -magnitude : magnitude, exponent).ToRational();
    }

    /// <summary>The ASCII digits from <paramref name="position"/> on; digits of other scripts are not read.</summary>
    private static string Digits(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && text[position] is >= '0' and <= '9')
        {
            position++;
        }

        return text.Substring(start, position - start);
    }

    private static KernelNumber Failed(string error) => new(Rational.Zero, error);

    internal static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "...";
}
