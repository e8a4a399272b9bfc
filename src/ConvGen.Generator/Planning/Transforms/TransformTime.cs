using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// The time that a result takes through transforms, as an estimate by which tiles are compared with each other and with the direct sum.
/// Measured on one thread of a Zen 5 with 512-bit vectors, over a million samples in single precision and an image of
/// 1920 x 1080, by kernels of 7 to 1,023 taps: a signal crosses over to transforms between 31 taps (0.63 ns directly, 0.71 through
/// transforms) and 63 (1.1 and 0.8), an image between 9 x 9 (1.6 and 1.8) and 11 x 11 (2.4 and 2.0).
/// </summary>
internal static class TransformTime
{
    /// <summary>Points of the smallest tile as a power of two.</summary>
    private const int Smallest = 8;

    /// <summary>What an image takes more: its rows lie apart, and are fetched and kept one by one.</summary>
    private const double OfPlane = 0.45;

    /// <summary>Nanoseconds of each sample of a tile of 256, 512, ... points: the second-level cache holds less and less of it.</summary>
    private static readonly double[] OfSample = [0.8, 0.7, 0.69, 0.78, 0.85, 1.0, 1.1, 1.25, 1.5, 1.8];

    /// <summary>Nanoseconds of a result.</summary>
    public static double Of(TransformPlan transform, ConvolutionModel model, ElementType type)
    {
        // Double precision takes twice the operations, and the room of twice the points.
        int scale = type == ElementType.Double ? 2 : 1;
        int size = transform.Levels + scale - 1 - Smallest;
        return scale * (OfSample[size] + (transform.HasTwoAxes ? OfPlane : 0)) * transform.SamplesOfResult(model);
    }
}
