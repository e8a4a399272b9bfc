using System;

namespace ConvGen;

/// <summary>A kernel whose weights are known at compile time. Weights are exact rational numbers: <c>0.1</c> is one tenth.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class KernelAttribute : Attribute
{
    /// <summary>A kernel as text.</summary>
    /// <param name="weights">
    /// Rows split by <c>;</c> or line breaks, values by white space or commas. A value is an integer, a decimal, an exponent form
    /// or a fraction (<c>1/16</c>), in the invariant culture: <c>"1 2 1; 2 4 2; 1 2 1"</c>. One row is a 1-D kernel on a 1-D signature
    /// and a 1 x n kernel on a 2-D one.
    /// </param>
    public KernelAttribute(string weights) => Text = weights;

    /// <summary>A kernel as numbers.</summary>
    /// <param name="rows">Rows of the kernel.</param>
    /// <param name="columns">Columns of the kernel.</param>
    /// <param name="weights">The weights, row by row; each is read as its shortest round-trip decimal.</param>
    public KernelAttribute(int rows, int columns, params double[] weights)
    {
        Rows = rows;
        Columns = columns;
        Weights = weights;
    }

    /// <summary>The kernel as text, or null when it was given as numbers.</summary>
    public string? Text { get; }

    /// <summary>Rows of a kernel given as numbers.</summary>
    public int Rows { get; }

    /// <summary>Columns of a kernel given as numbers.</summary>
    public int Columns { get; }

    /// <summary>The weights of a kernel given as numbers, row by row.</summary>
    public double[]? Weights { get; }

    /// <summary>Divides every weight. Default: 1. Integer results are rounded once, at the end: <c>floor(sum / Divisor + 1/2)</c>.</summary>
    public double Divisor { get; set; } = 1;
}
