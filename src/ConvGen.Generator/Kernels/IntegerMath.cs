using System.Numerics;

namespace ConvGen.Generator.Kernels;

/// <summary>Integer arithmetic that <see cref="BigInteger"/> lacks.</summary>
internal static class IntegerMath
{
    /// <summary>The quotient rounded towards negative infinity.</summary>
    public static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        return remainder.Sign * divisor.Sign < 0 ? quotient - BigInteger.One : quotient;
    }
}
