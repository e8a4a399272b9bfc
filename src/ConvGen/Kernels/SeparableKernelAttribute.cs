using System;

namespace ConvGen;

/// <summary>A kernel that is a column times a row: each weight is the product of one of both.</summary>
/// <remarks>
/// <para>Written as two texts, <c>[SeparableKernel("1 4 6 4 1", "1 4 6 4 1", Divisor = 256)]</c>; or without any, beside two designed
/// kernels of one axis:
/// <c>[SeparableKernel, SavitzkyGolayKernel(7, 2, Derivative = 1, Axis = Axis.Rows), MovingAverageKernel(5, Axis =
/// Axis.Columns)]</c>.</para>
/// <para>The texts are a kernel as it is written: <c>[Convolution]</c> reverses both. Designed factors keep their direction under either
/// operation.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SeparableKernelAttribute : KernelSourceAttribute
{
    /// <summary>
    /// The product of the two designed kernels on the same method, one along <see cref="Axis.Rows"/> and one along
    /// <see cref="Axis.Columns"/>.
    /// </summary>
    public SeparableKernelAttribute() { }

    /// <summary>A column times a row.</summary>
    /// <param name="column">The factor down the columns, from top to bottom; numbers as in <see cref="KernelAttribute"/>.</param>
    /// <param name="row">The factor along the rows, from left to right.</param>
    public SeparableKernelAttribute(string column, string row)
    {
        Column = column;
        Row = row;
    }

    /// <summary>The factor down the columns, or null when it is designed.</summary>
    public string? Column { get; }

    /// <summary>The factor along the rows, or null when it is designed.</summary>
    public string? Row { get; }

    /// <summary>
    /// Divides every product. Default: 1. Integer results are rounded once, at the end: <c>floor(sum / Divisor + 1/2)</c>.
    /// </summary>
    public double Divisor { get; set; } = 1;
}
