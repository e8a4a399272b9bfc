using System;

namespace ConvGen;

/// <summary>
/// A kernel whose weights stand in a text file of the project: what <c>numpy.savetxt</c> writes, or the same written by hand.
/// </summary>
/// <remarks>
/// The file is one of the project's additional files: <c>&lt;AdditionalFiles Include="Kernels\smooth.txt" /&gt;</c>. A line is a row of the
/// kernel; values are split
/// by white space or single commas, <c>#</c> begins a comment, and blank lines are skipped. A value is an integer, a decimal, an exponent
/// form or a fraction
/// (<c>1/16</c>), in the invariant culture, and is read exactly. One row or, on a 1-D signature, one column (which is how
/// <c>numpy.savetxt</c> writes an
/// array of one axis) is a 1-D kernel; one row is a 1 x n kernel on a 2-D signature. A comment <c># shape: 3 3</c> says the shape instead
/// of the lines, and
/// <c># shape: 3 3 8 16</c> that of a kernel with 8 input channels (of a group) and 16 output channels, in the order of
/// <see cref="OperationAttribute.KernelLayout"/>; planes come before the rows. A Python tuple
/// will do: <c>numpy.savetxt(path, weights.ravel(), header=f"shape: {weights.shape}")</c>.
/// An edit of the file generates the methods anew that use it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class KernelFileAttribute : KernelSourceAttribute
{
    /// <summary>A kernel in a file.</summary>
    /// <param name="path">The file's path from the project's directory, with <c>/</c> or a backslash: <c>"Kernels/smooth.txt"</c>.</param>
    public KernelFileAttribute(string path) => Path = path;

    /// <summary>The file's path from the project's directory.</summary>
    public string Path { get; }

    /// <summary>Into how many groups the channels fall, in their order, for a file whose shape has channels. Default: 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// Divides every weight. Default: 1. Integer results are rounded once, at the end: <c>floor(sum / Divisor + 1/2)</c>.
    /// </summary>
    public double Divisor { get; set; } = 1;
}
