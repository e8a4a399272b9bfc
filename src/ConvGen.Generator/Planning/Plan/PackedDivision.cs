using System.Numerics;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// The division of sums of 32 bits whose results are bytes, after packing to 16 bits: <c>saturate(sum + Bias >> Before) * Multiplier >> 16
/// >> After</c>, less <c>Offset</c>, where <c>saturate</c> limits to
/// 0 ... 65,535. What lies below is a result below the smallest byte, what lies above is one above the largest.
/// </summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Before">Arithmetic shift to the right ahead of the packing: the power of two in the divisor.</param>
/// <param name="Multiplier">Of 16 bits; the high halves of products are taken.</param>
/// <param name="After">Shift to the right of these.</param>
/// <param name="Offset">Subtracted from the quotient.</param>
internal sealed record PackedDivision(BigInteger Bias, int Before, int Multiplier, int After, int Offset);
