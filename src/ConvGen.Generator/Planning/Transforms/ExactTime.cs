using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// The time that an integer result takes through transforms in double precision and as a direct sum. Measured on one thread of a Zen 5,
/// over images of 1920 x 1080 and 1,048,576 samples, by kernels without structure. In nanoseconds a result, directly and through
/// transforms, with vectors of 512 bits and, in parentheses, of 256: bytes to bytes, 15 x 15 taps 1.6 and 2.2 (2.8 and 4.3), 21 x 21 2.9
/// and 2.5 (5.2 and 4.5), 31 x 31 6.7 and 3.0 (11.6 and 4.2); 16 bits, 25 x 25 4.4 and 2.9 (7.6 and 5.3); 16 bits whose sums fit 32, 127
/// taps 1.5 and 1.0 (2.0 and 2.5), 255 3.0 and 1.5 (4.1 and 2.6), 1,023 11.7 and 1.8 (17 and 4.0); 16 bits whose sums take 64, 127 taps 5.5
/// (9.6), 1,023 44 and 3.9 (87 and 6.3). Direct sums take 1.5 to 1.8 times as long with 256 bits, transforms 1.4 to 2.4 times. Single
/// precision is of no use: with its 24 bits the bound is below one half only where tiles and weights are so small that the direct sum is
/// faster.
/// </summary>
internal static class ExactTime
{
    /// <summary>Points of the smallest tile as a power of two.</summary>
    private const int Smallest = 8;

    /// <summary>
    /// Nanoseconds of each sample of a tile of 256, 512, ... points, of a signal and of an image: the caches hold less and less of it.
    /// </summary>
    private static readonly double[] OfSignal = [0.8, 0.8, 0.75, 0.8, 1.0, 1.35, 1.6, 2.2, 2.7],
        OfImage = [0.9, 0.9, 0.92, 0.92, 0.96, 1.06, 1.35, 1.5, 1.75];

    /// <summary>Nanoseconds of each result besides, which is rounded, divided and stored.</summary>
    private const double OfSignalResult = 0.4,
        OfImageResult = 0.7;

    /// <summary>
    /// Nanoseconds of each tap of a direct sum in pairs: of bytes and of 16 bits, of an image and of a signal, whose pairs overlap; and
    /// where half of their range is taken from samples first.
    /// </summary>
    private const double ByteInPair = 0.0068,
        ByteOfSignal = 0.0088,
        ShortInPair = 0.0072,
        ShortOfSignal = 0.0115,
        Biased = 0.012;

    /// <summary>The same of taps one by one: of sums of 32 and of 64 bits.</summary>
    private const double Single = 0.014,
        Wide = 0.043;

    /// <summary>What the same takes that is not computed in vectors, at the least.</summary>
    private const double Scalar = 4;

    /// <summary>The least that a result takes through transforms.</summary>
    public static double Least { get; } = Math.Min(OfSignal.Min() + OfSignalResult, OfImage.Min() + OfImageResult);

    /// <summary>Nanoseconds of a result through transforms.</summary>
    public static double Of(TransformPlan tiles, ConvolutionModel model) =>
        ((tiles.HasTwoAxes ? OfImage : OfSignal)[tiles.Levels - Smallest] * tiles.SamplesOfResult(model))
        + (tiles.HasTwoAxes ? OfImageResult : OfSignalResult);

    /// <summary>Nanoseconds of a result as a direct sum.</summary>
    public static double OfDirect(KernelPlan direct) => direct.Taps.Count * Tap(direct) * (direct.ScalarReason is null ? 1 : Scalar);

    private static double Tap(KernelPlan direct) =>
        (direct.Sum, IsImage: direct.Model.Form.Axes > 1) switch
        {
            (PairedSum { SampleBias.IsZero: false }, _) => Biased,
            (PairedSum { Bits: 8 }, var isImage) => isImage ? ByteInPair : ByteOfSignal,
            (PairedSum, var isImage) => isImage ? ShortInPair : ShortOfSignal,
            _ => direct.Accumulator == ElementType.Int64 ? Wide : Single,
        };
}
