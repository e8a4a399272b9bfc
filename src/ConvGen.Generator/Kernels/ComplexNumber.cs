namespace ConvGen.Generator.Kernels;

/// <summary>
/// One value of a complex kernel's text: a real number, an imaginary one that ends in <c>i</c> or <c>j</c>, or both as in <c>2+1i</c>; all
/// that <see cref="KernelNumber"/> reads may be a part.
/// </summary>
/// <param name="Real">The real part.</param>
/// <param name="Imaginary">The imaginary part.</param>
/// <param name="Error">Why the text is no number, or null.</param>
internal readonly record struct ComplexNumber(Rational Real, Rational Imaginary, string? Error)
{
    /// <summary>Reads a text without white space.</summary>
    public static ComplexNumber Read(string text)
    {
        if (!EndsInUnit(text))
        {
            KernelNumber number = KernelNumber.Read(text);
            return new(number.Value, Rational.Zero, number.Error);
        }

        string parts = text.Substring(0, text.Length - 1);
        int sign = SignBetween(parts);
        KernelNumber real = sign > 0 ? KernelNumber.Read(parts.Substring(0, sign)) : new(Rational.Zero, null);
        KernelNumber imaginary = Coefficient(parts.Substring(Math.Max(sign, 0)));
        return (real.Error ?? imaginary.Error) is null
            ? new(real.Value, imaginary.Value, null)
            : new(
                Rational.Zero,
                Rational.Zero,
                "'"
                    + KernelNumber.Shortened(text)
                    + "' is not a complex number; write its parts without spaces, as in 2+1i, -1i or 0.5-1/4i"
            );
    }

    /// <summary>Reads a value where all are real.</summary>
    public static ComplexNumber ReadReal(string text)
    {
        KernelNumber number = KernelNumber.Read(text);
        return new(
            number.Value,
            Rational.Zero,
            number.Error is not null && IsImaginary(text)
                ? "'"
                    + KernelNumber.Shortened(text)
                    + "' is a complex number; write Complex = true on the operation, whose samples are then pairs of a real and an "
                    + "imaginary part"
                : number.Error
        );
    }

    /// <summary>Whether a text is a number with an imaginary part.</summary>
    public static bool IsImaginary(string text) => EndsInUnit(text) && Read(text).Error is null;

    private static bool EndsInUnit(string text) => text.Length > 0 && text[text.Length - 1] is 'i' or 'j';

    /// <summary>
    /// The place of the sign that ends the real part, or -1 where there is none: neither the first one nor one of an exponent.
    /// </summary>
    private static int SignBetween(string parts)
    {
        for (int position = parts.Length - 1; position > 0; position--)
        {
            if (parts[position] is '+' or '-' && parts[position - 1] is not ('e' or 'E'))
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>What stands before the imaginary unit, which alone counts once.</summary>
    private static KernelNumber Coefficient(string text) =>
        text switch
        {
            "" or "+" => new(Rational.One, null),
            "-" => new(-Rational.One, null),
            _ => KernelNumber.Read(text),
        };
}
