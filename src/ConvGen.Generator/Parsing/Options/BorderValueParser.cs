using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>Reads the border value exactly, and judges whether the source's element type can hold it.</summary>
internal static class BorderValueParser
{
    public static Outcome<Rational> Parse(OperationDeclaration operation, ElementType source)
    {
        if (operation.BorderValue is not { } constant)
        {
            return Rational.Zero;
        }

        if (!MessageText.IsFinite(constant))
        {
            return Refusal.Of(
                DeclarationRules.OptionOutOfRange,
                RefusalSite.Option("BorderValue"),
                "BorderValue",
                MessageText.Text(constant),
                "write a finite number, whatever the source's type"
            );
        }

        Rational value = Rational.FromDouble(constant.Value);
        return Remedy(value, source) is { } remedy
            ? Refusal.Of(
                DeclarationRules.BorderValueNotHeld,
                RefusalSite.Option("BorderValue"),
                MessageText.Text(constant),
                source.Keyword().Replace("global::System.", ""),
                remedy
            )
            : value;
    }

    /// <summary>
    /// What to write instead, or null where the type holds the value: integers exactly, floating-point types after rounding.
    /// </summary>
    public static string? Remedy(Rational value, ElementType source) =>
        source switch
        {
            ElementType.Double => null,
            ElementType.Single => float.IsInfinity(value.ToSingle()) ? "write a number of magnitude 3.4E+38 or less" : null,
            ElementType.Half => float.IsInfinity(value.ToHalf()) ? "write a number from -65504 to 65504" : null,
            _ => IntegerRemedy(value, source.Minimum(), source.Maximum()),
        };

    private static string? IntegerRemedy(Rational value, BigInteger minimum, BigInteger maximum) =>
        value.IsInteger && value.Numerator >= minimum && value.Numerator <= maximum
            ? null
            : FormattableString.Invariant($"write an integer from {minimum} to {maximum}");
}
