using System.Globalization;
using System.Numerics;
using System.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Numbers as C# constants. Every number in generated code is written here.</summary>
internal static class Literals
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A product as C# text.</summary>
    public static string Times(string value, long factor) =>
        factor == 1 ? value
        : factor == 0 ? "0"
        : $"{value} * {Of(factor)}";

    /// <summary>A text as a C# string literal on one line, whatever characters it holds.</summary>
    public static string Of(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char c in text)
        {
            // Line separators end a line of C# and lone surrogates do not survive UTF-8, so everything unusual is escaped.
            literal.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => "\\n",
                    _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' => "\\u"
                        + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                    _ => c.ToString(),
                }
            );
        }

        return literal.Append('"').ToString();
    }

    /// <summary>An exact number rounded once to <paramref name="type"/>, as a constant of that type.</summary>
    public static string Of(Rational value, ElementType type) =>
        type switch
        {
            ElementType.Single => Single(value.ToSingle()),
            ElementType.Double => Double(value.ToDouble()),
            ElementType.Half => "(global::System.Half)(" + Single(value.ToHalf()) + ")",
            _ => Integer(value.Numerator, type),
        };

    /// <summary>
    /// A positive number that <c>double</c> holds, in the 17 digits that tell any two of them apart. They are computed here, because the
    /// generator may run where <c>double</c> numbers are parsed or
    /// printed with an error in the last place, which a number on which a proof rests cannot have.
    /// </summary>
    public static string Exact(Rational value)
    {
        const int Digits = 17;
        BigInteger past = BigInteger.Pow(10, Digits);
        int exponent = 0;
        Rational scaled = value;
        for (; scaled.CompareTo(new Rational(past, 10)) < 0; exponent--)
        {
            scaled *= 10;
        }

        for (; scaled.CompareTo(new Rational(past, BigInteger.One)) >= 0; exponent++)
        {
            scaled /= 10;
        }

        BigInteger digits = (scaled + new Rational(1, 2)).Floor();
        return FormattableString.Invariant($"{digits}E{exponent}d");
    }

    /// <summary>An integer as a constant of <paramref name="type"/>.</summary>
    public static string Integer(BigInteger value, ElementType type)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            ElementType.Int32 when value == int.MinValue => "int.MinValue",
            ElementType.Int32 => text,
            ElementType.Int64 when value == long.MinValue => "long.MinValue",
            ElementType.Int64 => text + "L",
            _ => "(" + type.Keyword() + ")" + (value.Sign < 0 ? "(" + text + ")" : text),
        };
    }

    private static string Single(float value)
    {
        if (float.IsInfinity(value))
        {
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

#pragma warning disable RS0030 // the one place that prints a float: G9 round-trips
        return RoundTrip(
                value.ToString("G7", CultureInfo.InvariantCulture),
                value.ToString("G9", CultureInfo.InvariantCulture),
                t => float.Parse(t, CultureInfo.InvariantCulture) == value
            ) + "f";
#pragma warning restore RS0030
    }

    private static string Double(double value)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

#pragma warning disable RS0030 // the one place that prints a double: G17 round-trips
        return RoundTrip(
                value.ToString("G15", CultureInfo.InvariantCulture),
                value.ToString("G17", CultureInfo.InvariantCulture),
                t => double.Parse(t, CultureInfo.InvariantCulture) == value
            ) + "d";
#pragma warning restore RS0030
    }

    private static string RoundTrip(string candidate, string exact, Func<string, bool> isExact) => isExact(candidate) ? candidate : exact;
}
