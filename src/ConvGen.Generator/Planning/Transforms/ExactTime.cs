using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// The time that an integer result takes through transforms in double precision and as a direct sum. Measured on one thread of a Zen 3 with
/// 256-bit vectors, over bytes of 1920 x 1080 to bytes, and 1,048,576 samples of 16 bits to 32 bits. In nanoseconds a result, directly and
/// through transforms: 21 x 21 taps 6.1 and 5.9, 25 x 25 9.7 and 6.6, 31 x 31 14.1 and 7.1, 41 x 41 25 and 7.5; 511 taps whose sums fit 32
/// bits 9.4 and 5.6, 1,023 18.4 and 6.2; 127 taps whose sums take 64 bits 10.1 and 4.3, 1,023 66 and 7.0. With 512 bits nothing was
/// measured for want of such a processor. Single precision is of no use: with its 24 bits the bound is below one half only where tiles and
/// weights are so small that the direct sum is faster.
/// </summary>
internal static class ExactTime
{
    /// <summary>Points of the smallest tile as a power of two.</summary>
    private const int Smallest = 8;

    /// <summary>
    /// Nanoseconds of each sample of a tile of 256, 512, ... points, of a signal and of an image, with what fetching it and keeping results
    /// takes. Lines of 64 points, which passes of 8 points make, take longer than their neighbours: these spill registers. Images of more
    /// than 16,384 points do not stay in the second-level cache, and lose up to a half where other cores use the next one as well.
    /// </summary>
    private static readonly double[] OfSignal = [3.8, 3.8, 3.8, 4.6, 5.5, 5.4, 4.6, 4.8, 5.2],
        OfImage = [3.8, 3.8, 3.8, 4.4, 5.0, 4.5, 3.95, 4.8, 5.6];

    /// <summary>Nanoseconds of each tap of a direct sum: of bytes and of 16 bits in pairs, of 32 bits and of 64 one by one.</summary>
    private const double ByteInPair = 0.015,
        ShortInPair = 0.018,
        Single = 0.03,
        Wide = 0.065;

    /// <summary>What the same takes that is not computed in vectors, at the least.</summary>
    private const double Scalar = 4;

    /// <summary>Nanoseconds of a result through transforms.</summary>
    public static double Of(TransformPlan tiles, ConvolutionModel model) =>
        (tiles.HasTwoAxes ? OfImage : OfSignal)[tiles.Levels - Smallest] * tiles.SamplesOfResult(model);

    /// <summary>Nanoseconds of a result as a direct sum.</summary>
    public static double OfDirect(KernelPlan direct)
    {
        double tap =
            direct.Sum is PairedSum pairs ? (pairs.Bits == 8 ? ByteInPair : ShortInPair)
            : direct.Accumulator == ElementType.Int64 ? Wide
            : Single;
        return direct.Taps.Count * tap * (direct.ScalarReason is null ? 1 : Scalar);
    }
}
