using System;

namespace ConvGen;

/// <summary>A kernel whose weights are known at compile time. Weights are exact rational numbers: <c>0.1</c> is one tenth.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class KernelAttribute : KernelSourceAttribute
{
    /// <summary>A kernel as text.</summary>
    /// <param name="weights">
    /// Rows split by <c>;</c> or line breaks, values by white space or commas. A value is an integer, a decimal, an exponent form
    /// or a fraction (<c>1/16</c>), in the invariant culture: <c>"1 2 1; 2 4 2; 1 2 1"</c>; with
    /// <see cref="OperationAttribute.Complex"/> also a complex number (<c>2+1i</c>). One row is a 1-D kernel on a 1-D signature
    /// and a 1 x n kernel on a 2-D one. On a volume, planes of equally many rows are split by <c>|</c>: <c>"1 2; 3 4 | 5 6; 7 8"</c>
    /// is a 2 x 2 x 2 kernel, and a text without <c>|</c> is one plane. With <see cref="Rows"/>, <see cref="Columns"/> or channels, values
    /// in the order of
    /// <see cref="OperationAttribute.KernelLayout"/>, and <c>;</c> and line breaks are only white space; <see cref="Planes"/> then says
    /// how many planes there are.
    /// </param>
    public KernelAttribute(string weights) => Text = weights;

    /// <summary>A kernel as numbers.</summary>
    /// <param name="rows">Rows of the kernel.</param>
    /// <param name="columns">Columns of the kernel.</param>
    /// <param name="weights">
    /// The weights, row by row, or with channels in the order of <see cref="OperationAttribute.KernelLayout"/>; each is read as its
    /// shortest round-trip decimal.
    /// </param>
    public KernelAttribute(int rows, int columns, params double[] weights)
    {
        Rows = rows;
        Columns = columns;
        Weights = weights;
    }

    /// <summary>The kernel as text, or null when it was given as numbers.</summary>
    public string? Text { get; }

    /// <summary>Planes of a kernel given as numbers, or as text with channels, for volumes. Default: 1.</summary>
    public int Planes { get; set; } = 1;

    /// <summary>
    /// Rows of a kernel given as numbers, or as text with channels; 1 for a kernel of one axis. Of a kernel with planes those of a plane.
    /// </summary>
    public int Rows { get; set; }

    /// <summary>Columns of a kernel given as numbers, or as text with channels.</summary>
    public int Columns { get; set; }

    /// <summary>Channels of the source. Default: 1. Each output channel sums over the input channels of its group.</summary>
    public int InputChannels { get; set; } = 1;

    /// <summary>Channels of the result: how many kernels there are. Default: 1.</summary>
    public int OutputChannels { get; set; } = 1;

    /// <summary>
    /// Into how many groups the channels fall, in their order; no output channel sees an input channel of another group. Divides both
    /// numbers of channels. As many
    /// groups as input channels make a depthwise layer. Default: 1.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>The weights of a kernel given as numbers, row by row.</summary>
    public double[]? Weights { get; }

    /// <summary>
    /// Divides every weight. Default: 1. Integer results are rounded once, at the end: <c>floor(sum / Divisor + 1/2)</c>.
    /// </summary>
    public double Divisor { get; set; } = 1;
}
