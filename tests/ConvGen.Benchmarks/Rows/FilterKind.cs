namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// What a row computes, in the terms of a library that has a function of its own for it. The numbers are those of <c>peer.h</c>.
/// </summary>
internal enum FilterKind
{
    /// <summary>Any kernel.</summary>
    General = 0,

    /// <summary>A Gaussian.</summary>
    Gaussian = 1,

    /// <summary>The horizontal slope after Sobel.</summary>
    Sobel = 2,

    /// <summary>The Laplacian of five taps.</summary>
    Laplacian = 3,

    /// <summary>The mean of a rectangle.</summary>
    Box = 4,

    /// <summary>Many kernels over many channels.</summary>
    Layer = 5,

    /// <summary>The square root of the sum of the squares of both slopes after Sobel.</summary>
    Magnitude = 6,

    /// <summary>A Gaussian of a standard deviation, with weights that are no fractions of small numbers.</summary>
    Blur = 7,
}
