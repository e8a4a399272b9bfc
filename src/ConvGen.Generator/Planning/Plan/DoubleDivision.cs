using System.Numerics;
using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// The division of sums of 64 bits in vectors of <c>double</c>: <c>round((sum + Bias) * Reciprocal) - Offset</c>, where <c>round</c> is
/// that of an addition of 2^52, and the product is rounded to <c>double</c> before it.
/// </summary>
/// <param name="Bias">Added to the sum: <see cref="Offset"/> times the divisor, which makes the sum non-negative.</param>
/// <param name="Reciprocal">A number that <c>double</c> holds, next to the divisor's reciprocal.</param>
/// <param name="Offset">Subtracted from the quotient.</param>
internal sealed record DoubleDivision(BigInteger Bias, Rational Reciprocal, BigInteger Offset);
