using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Decides whether one computed number is what the contract allows.</summary>
internal static class Judge
{
    /// <summary>What is wrong with an output, or null if nothing is.</summary>
    public static string? Objection<T>(Declared declared, ExactSums sums, int index, T actual)
        where T : INumber<T>
    {
        Element type = declared.Destination;
        if (Arithmetic.IsExact(declared))
        {
            if (sums.RoundedInLong(index, type) is { } rounded && long.CreateChecked(actual) == rounded)
            {
                return null;
            }

            BigInteger expected = sums.Rounded(index, type);
            return BigInteger.CreateChecked(actual) == expected ? null : $"{actual} instead of {expected} (exactly {sums.Value(index)})";
        }

        double error = SumError(declared, sums, index);
        return type.IsFloating()
            ? Floating(declared, sums, index, double.CreateChecked(actual), error)
            : Interval(sums, index, type, BigInteger.CreateChecked(actual), error);
    }

    /// <summary>
    /// <c>(taps + 2) * eps * sum(|w| * |x|)</c> in the accumulator's type. Through transforms errors are relative to the largest result
    /// nearby, which this stands for; the bound that is stated is tested with them.
    /// </summary>
    public static double SumError(Declared declared, ExactSums sums, int index) =>
        (declared.Taps + 2)
        * Binary.UnitRoundoff(Arithmetic.Accumulator(declared))
        * ((double)(declared.IsTransform ? sums.LargestMagnitude : sums.Magnitudes[index]) / sums.DenominatorValue);

    /// <summary>
    /// The same near zero, where each rounding may also err by half of the smallest number.
    /// </summary>
    /// <param name="declared">The declaration.</param>
    /// <param name="sums">The exact sums.</param>
    /// <param name="index">The output.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="growth">By how much such an error may have grown: that of a first factor is multiplied by the weights of the
    /// second.</param>
    public static string? ObjectionNearZero<T>(Declared declared, ExactSums sums, int index, T actual, Fraction growth)
        where T : INumber<T>
    {
        Element type = declared.Destination,
            accumulator = Arithmetic.Accumulator(declared);
        if (!type.IsFloating() || Arithmetic.IsExact(declared))
        {
            return Objection(declared, sums, index, actual);
        }

        // Exact throughout: a double holds none of these numbers where it is the accumulator.
        Fraction value = sums.Value(index),
            roundings = new(declared.Taps + 2, 1);
        Fraction magnitude = new((BigInteger)(declared.IsTransform ? sums.LargestMagnitude : sums.Magnitudes[index]), sums.Denominator);
        Fraction error =
            roundings
            * ((Fraction.Of(Binary.UnitRoundoff(accumulator)) * magnitude) + (growth * Fraction.Of(Binary.UnderflowError(accumulator))));
        Fraction bound =
            accumulator == type
                ? error
                : error + (Fraction.Of(Binary.UnitRoundoff(type)) * (Magnitude(value) + error)) + Fraction.Of(Binary.UnderflowError(type));
        double number = double.CreateChecked(actual);
        return double.IsFinite(number) && (Magnitude(Fraction.Of(number) - value) - bound).Numerator.Sign <= 0
            ? null
            : $"{number:R} instead of {(double)value.Numerator / (double)value.Denominator:R} ({value})";
    }

    private static Fraction Magnitude(Fraction value) => new(BigInteger.Abs(value.Numerator), value.Denominator);

    /// <summary>
    /// The error of a floating-point result over the error that it may have; of an integer one, infinity where it is wrong and 0 otherwise.
    /// </summary>
    public static double Ratio<T>(Declared declared, ExactSums sums, int index, T actual)
        where T : INumber<T>
    {
        if (!declared.Destination.IsFloating())
        {
            return Objection(declared, sums, index, actual) is null ? 0 : double.PositiveInfinity;
        }

        double number = double.CreateChecked(actual);
        double near = (double)sums.Sums[index] / sums.DenominatorValue;
        double bound = Bound(declared, near, SumError(declared, sums, index));
        if (Math.Abs(near) + bound > Largest(declared.Destination))
        {
            return 0;
        }

        if (!double.IsFinite(number))
        {
            return double.PositiveInfinity;
        }

        (BigInteger significand, int exponent) = Binary.Split(number);
        BigInteger scale = BigInteger.One << Math.Max(0, -exponent);
        BigInteger error = BigInteger.Abs(
            ((significand << Math.Max(0, exponent)) * sums.Denominator) - ((BigInteger)sums.Sums[index] * scale)
        );
        return error.IsZero ? 0 : (double)error / sums.DenominatorValue / (double)scale / bound;
    }

    private static double Bound(Declared declared, double near, double error)
    {
        Element type = declared.Destination;
        return Arithmetic.Accumulator(declared) == type
            ? error
            : error + (Binary.UnitRoundoff(type) * (Math.Abs(near) + error)) + Binary.UnderflowError(type);
    }

    private static string? Floating(Declared declared, ExactSums sums, int index, double actual, double error)
    {
        Element type = declared.Destination;
        double near = (double)sums.Sums[index] / sums.DenominatorValue;
        double bound = Bound(declared, near, error);

        // The bound holds barring overflow.
        if (Math.Abs(near) + bound > Largest(type))
        {
            return null;
        }

        // The quotient above has three roundings; where they could matter the comparison is exact.
        if (double.IsFinite(actual) && Math.Abs(actual - near) <= bound - (4 * Binary.UnitRoundoff(Element.Double) * Math.Abs(near)))
        {
            return null;
        }

        if (double.IsFinite(actual))
        {
            Fraction difference = Fraction.Of(actual) - sums.Value(index);
            if ((new Fraction(BigInteger.Abs(difference.Numerator), difference.Denominator) - Fraction.Of(bound)).Numerator.Sign <= 0)
            {
                return null;
            }
        }

        return $"{actual:R} instead of {near:R}, allowed error {bound:R}";
    }

    private static string? Interval(ExactSums sums, int index, Element type, BigInteger actual, double error)
    {
        if (IsSurelyWithin(sums, index, actual, error))
        {
            return null;
        }

        (BigInteger low, BigInteger high) = Interval(sums, index, type, error);
        return actual >= low && actual <= high ? null : $"{actual} instead of {low}..{high} (exactly {sums.Value(index)})";
    }

    /// <summary>The integers that a sum may become that is off by no more than an error.</summary>
    public static (BigInteger Low, BigInteger High) Interval(ExactSums sums, int index, Element type, double error)
    {
        Fraction half = new(1, 2);
        (BigInteger minimum, BigInteger maximum) = type.Range();
        return (
            BigInteger.Clamp((sums.Value(index) - Fraction.Of(error) + half).Floor(), minimum, maximum),
            BigInteger.Clamp((sums.Value(index) + Fraction.Of(error) + half).Floor(), minimum, maximum)
        );
    }

    /// <summary>
    /// Whether a number lies in an interval that is smaller than that one by more than doubles round: most do, and need no exact numbers.
    /// </summary>
    public static bool IsSurelyWithin(ExactSums sums, int index, BigInteger actual, double error)
    {
        double near = (double)sums.Sums[index] / sums.DenominatorValue,
            slack = 8 * Binary.UnitRoundoff(Element.Double) * (Math.Abs(near) + error + 1),
            number = (double)actual;
        return Math.Abs(near) < 1L << 40
            && number >= Math.Floor(near - error + slack + 0.5)
            && number <= Math.Floor(near + error - slack + 0.5);
    }

    private static double Largest(Element type) =>
        type switch
        {
            Element.Half => (double)Half.MaxValue,
            Element.Single => float.MaxValue,
            _ => double.MaxValue,
        };
}
