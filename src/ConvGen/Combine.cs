namespace ConvGen;

/// <summary>How the results of several kernels on one method become one.</summary>
/// <remarks>
/// <para>The results are those of separate calls, in the order of the kernels, into the narrowest type that holds them all: <c>short</c>,
/// <c>int</c> or <c>long</c> for integer sources and
/// destinations, each sum divided and rounded by itself and never saturated; <c>float</c>, or <c>double</c> where one takes part,
/// elsewhere. What is made of them is saturated to the destination's type once, at the end.</para>
/// </remarks>
public enum Combine
{
    /// <summary>There is one kernel, or each has a destination of its own.</summary>
    None = 0,

    /// <summary>
    /// The square root of the sum of squares, the length of the vector of results. For integer destinations <c>floor(root + 1/2)</c>: exact
    /// for roots below 2 to the 25th, and beyond of squares, sums and
    /// roots that are each rounded to <c>double</c>.
    /// </summary>
    Magnitude = 1,

    /// <summary>The sum of the absolute values.</summary>
    AbsoluteSum = 2,

    /// <summary>The largest. Not a number where any of them is.</summary>
    Maximum = 3,

    /// <summary>The smallest. Not a number where any of them is.</summary>
    Minimum = 4,

    /// <summary>The sum, in the order of the kernels.</summary>
    Sum = 5,
}
