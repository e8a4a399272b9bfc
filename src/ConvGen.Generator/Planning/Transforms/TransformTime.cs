using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>The time that a result takes through transforms, as an estimate by which tiles are compared with each other and with the direct sum.</summary>
internal static class TransformTime
{
    /// <summary>Nanoseconds of a sample of a tile: to fetch it, to turn it about and to keep its result, and for each pass over 4 or 8 points.</summary>
    private const double Sample = 0.1, PassOfFour = 0.04, PassOfEight = 0.05;

    /// <summary>How much longer it takes where a pair of tiles, spectrum and factors leave the second-level cache.</summary>
    private const double BeyondCache = 1.4;

    private const int CacheBytes = 1 << 20;

    /// <summary>Nanoseconds of a result; with strides, all between are computed as well.</summary>
    public static double Of(TransformPlan transform, ConvolutionModel model, ElementType type)
    {
        double sample = Sample + transform.Rows.Radices.Concat(transform.Columns.Radices).Sum(radix => radix == 8 ? PassOfEight : PassOfFour);
        double bytes = 8.0 * transform.Points * type.Size();
        double strides = (double)model.Vertical.Stride * model.Horizontal.Stride;
        return sample * (type == ElementType.Double ? 2 : 1) * (bytes > CacheBytes ? BeyondCache : 1) * strides * transform.Points / ((double)transform.Height * transform.Width);
    }
}
