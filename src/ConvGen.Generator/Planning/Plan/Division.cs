using System.Numerics;
using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// <c>floor(sum / D + 1/2)</c> without a division: <c>((sum + Bias) * Multiplier >> Shift) - Offset</c>. The bias holds the rounding half
/// and, where a multiplier is used or 64 bits are shifted, a multiple of D (<see cref="Offset"/> times) that makes the dividend
/// non-negative.
/// </summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Multiplier">One for a power of two.</param>
/// <param name="Shift">Arithmetic shift to the right.</param>
/// <param name="Offset">Subtracted from the quotient.</param>
/// <param name="NeedsDoubleWidth">Whether the product needs twice the accumulator's bits.</param>
internal sealed record Division(BigInteger Bias, BigInteger Multiplier, int Shift, BigInteger Offset, bool NeedsDoubleWidth)
{
    /// <summary>
    /// How vector code comes to the same by sums that it packs before it divides them; null where it divides them as they are.
    /// </summary>
    public PackedDivision? Packed { get; init; }

    /// <summary>
    /// The number of single precision by which vector code multiplies in place of <see cref="Multiplier"/>, to truncate the product; null
    /// where it does not.
    /// </summary>
    public Rational? Reciprocal { get; init; }

    /// <summary>
    /// How vector code divides sums of 64 bits in <c>double</c>; null where it divides them as they are, or by products of their halves.
    /// </summary>
    public DoubleDivision? InDoubles { get; init; }

    /// <summary>
    /// Whether nothing can be added to the sum, because 64 bits hold it but not the half that rounds: it is divided as it is, and the
    /// remainder says
    /// whether the quotient is rounded up. The other numbers then say nothing.
    /// </summary>
    public bool ByRemainder { get; init; }

    /// <summary>A sum that is not divided.</summary>
    public static Division None { get; } = ByBias(BigInteger.Zero);

    /// <summary>A sum to which a number is added.</summary>
    public static Division ByBias(BigInteger bias) => new(bias, BigInteger.One, 0, BigInteger.Zero, false);
}
