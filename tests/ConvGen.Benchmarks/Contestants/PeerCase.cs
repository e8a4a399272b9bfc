using System.Runtime.InteropServices;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>What a native peer is told about a row. The other side is <c>peer.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PeerCase
{
    /// <summary>A <see cref="Rows.FilterKind"/>.</summary>
    public int Kind;

    /// <summary>The type of a source sample, a place among <see cref="Elements"/>.</summary>
    public int Source;

    /// <summary>The type of a sample of the result.</summary>
    public int Destination;

    /// <summary>Pixels in a row.</summary>
    public int Width;

    /// <summary>Rows.</summary>
    public int Height;

    /// <summary>Rows of the kernel.</summary>
    public int Rows;

    /// <summary>Columns of the kernel.</summary>
    public int Columns;

    /// <summary>Samples from row to row of the padded image.</summary>
    public int PaddedPitch;

    /// <summary>Divides every weight.</summary>
    public double Divisor;

    /// <summary>The weights, row by row.</summary>
    public double* Weights;

    /// <summary>The column of a kernel that is a column times a row, or null.</summary>
    public double* Column;

    /// <summary>The row of such a kernel, or null.</summary>
    public double* Row;

    /// <summary>Channels of the source of a layer.</summary>
    public int Inputs;

    /// <summary>Channels of its result.</summary>
    public int Outputs;

    /// <summary>Source pixels from one pixel of its result to the next.</summary>
    public int Stride;

    /// <summary>Zeros around its source.</summary>
    public int Padding;

    /// <summary>1 where its channels stand in planes, 0 where they stand side by side.</summary>
    public int IsPlanar;

    /// <summary>Interleaved channels that share the kernel.</summary>
    public int Channels;

    /// <summary>The channel that is copied instead of filtered, or -1.</summary>
    public int Kept;

    /// <summary>Threads to use.</summary>
    public int Threads;

    /// <summary>The standard deviation of a blur.</summary>
    public double Sigma;

    /// <summary>Groups of the channels of a layer.</summary>
    public int Groups;

    /// <summary>Planes of the source of a layer over volumes, whose kernel is a cube; 1 of others.</summary>
    public int Depth;

    /// <summary>The element types in the order of their numbers.</summary>
    public static Type[] Elements { get; } = [typeof(byte), typeof(short), typeof(float), typeof(ushort), typeof(double), typeof(int)];
}
