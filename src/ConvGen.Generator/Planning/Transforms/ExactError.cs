using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// Whether whole sums come out of transforms in double precision so near to themselves that rounding finds them. Samples and weights are
/// whole numbers below 2^53, so that nothing is lost before the first pass; <see cref="TransformError"/> bounds what the passes lose by the
/// norms of both, and the norm of the samples of two tiles is the largest sample times the root of their number.
/// </summary>
internal static class ExactError
{
    /// <summary>Bits of a number in double precision.</summary>
    private const int Precision = 53;

    /// <summary>Whether every error is below one half: compared as squares, in whole numbers, so that nothing is rounded here.</summary>
    /// <param name="tiles">What is transformed.</param>
    /// <param name="sums">The sums, with whole weights.</param>
    /// <param name="weights">The squares of the weights, added.</param>
    public static bool IsBelowHalf(TransformPlan tiles, ConvolutionModel sums, BigInteger weights)
    {
        BigInteger roundings = Roundings(tiles);
        return 4 * roundings * roundings * weights * Samples(tiles, sums) < BigInteger.One << (2 * Precision);
    }

    /// <summary>
    /// Whether sums are found in the last bits of what adding 3 * 2^51 makes of them, which takes that they and their errors stay below
    /// 2^51.
    /// </summary>
    public static bool HoldsSums(SumRange range) => BigInteger.Max(-range.Minimum, range.Maximum) < BigInteger.One << (Precision - 2);

    /// <summary>The bound as a number to be read.</summary>
    public static double Of(TransformPlan tiles, ConvolutionModel sums) =>
        (double)Roundings(tiles) * Math.Sqrt((double)Weights(sums)) * Math.Sqrt((double)Samples(tiles, sums)) / (1L << Precision);

    /// <summary>Errors of one rounding each, which is at most 2^-53: the factor that the header prints, times the levels.</summary>
    private static BigInteger Roundings(TransformPlan tiles) => TransformError.Factor(tiles, ElementType.Double) * (BigInteger)tiles.Levels;

    /// <summary>The sum of the squares of the weights.</summary>
    public static BigInteger Weights(ConvolutionModel sums) =>
        sums.Kernel.Weights!.Value.Aggregate(BigInteger.Zero, (sum, weight) => sum + (weight.Numerator * weight.Numerator));

    /// <summary>The largest sum of the squares of the samples of two tiles; what the border adds is one of them.</summary>
    private static BigInteger Samples(TransformPlan tiles, ConvolutionModel sums)
    {
        ElementType source = sums.Form.Source.Element;
        BigInteger largest = BigInteger.Max(-source.Minimum(), source.Maximum());
        return 2 * tiles.Points * largest * largest;
    }
}
