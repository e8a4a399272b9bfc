using System;

namespace ConvGen;

/// <summary>
/// A kernel of which only the shape is known at compile time; the weights come at run time in the parameter <c>kernel</c>: row by row,
/// plane after plane, or with channels in the order of
/// <see cref="OperationAttribute.KernelLayout"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class KernelShapeAttribute : KernelSourceAttribute
{
    /// <summary>A 1-D kernel.</summary>
    /// <param name="length">Number of taps.</param>
    public KernelShapeAttribute(int length)
    {
        Columns = length;
    }

    /// <summary>A 2-D kernel.</summary>
    /// <param name="rows">Rows of the kernel.</param>
    /// <param name="columns">Columns of the kernel.</param>
    public KernelShapeAttribute(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>
    /// A 3-D kernel, for volumes; with channels a layer over volumes, as PyTorch's <c>conv3d</c>: weights come as planes, rows, columns,
    /// inputs and outputs, or with <see cref="KernelLayout.OutputFirst"/> as outputs, inputs, planes, rows and columns.
    /// </summary>
    /// <param name="planes">Planes of the kernel.</param>
    /// <param name="rows">Rows of a plane.</param>
    /// <param name="columns">Columns of a plane.</param>
    public KernelShapeAttribute(int planes, int rows, int columns)
    {
        Planes = planes;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Planes of the kernel; null for a kernel of one or two axes.</summary>
    public int? Planes { get; }

    /// <summary>Rows of the kernel; null for a 1-D kernel.</summary>
    public int? Rows { get; }

    /// <summary>Columns of the kernel, or its length if it has one axis.</summary>
    public int Columns { get; }

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
}
