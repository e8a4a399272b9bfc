using System;

namespace ConvGen;

/// <summary>A mean of all samples of a rectangle.</summary>
/// <remarks>
/// <para>Formula: every weight is <c>1 / (rows columns)</c>, exactly. Source: <c>cv2.blur</c>, <c>scipy.ndimage.uniform_filter</c>. Units:
/// samples.</para>
/// <para>Direction: symmetric; the samples <c>3 6 9</c> give 6 in the middle. Of an even number of taps, number <c>size / 2</c> lies on the
/// output sample.</para>
/// <para>On a signature of one axis, a radius makes a mean of <c>2 radius + 1</c> samples; on a volume, of a cube with sides of as
/// many.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class BoxKernelAttribute : KernelSourceAttribute
{
    /// <summary>A square with a sample in its middle.</summary>
    /// <param name="radius">Samples on each side of the middle one; 0 or more.</param>
    public BoxKernelAttribute(int radius) => Radius = radius;

    /// <summary>A rectangle.</summary>
    /// <param name="rows">Its rows; 1 or more.</param>
    /// <param name="columns">Its columns; 1 or more.</param>
    public BoxKernelAttribute(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Samples on each side of the middle one, where a radius was given.</summary>
    public int Radius { get; }

    /// <summary>Rows of a rectangle.</summary>
    public int Rows { get; }

    /// <summary>Columns of a rectangle.</summary>
    public int Columns { get; }
}
