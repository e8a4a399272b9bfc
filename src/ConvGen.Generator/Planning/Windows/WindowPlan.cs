using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Windows;

/// <summary>How a window matrix is written, or added back to an image.</summary>
/// <param name="Model">What was declared.</param>
/// <param name="Copy">What is copied at a time, when a matrix is written.</param>
/// <param name="Sum">The type in which a sample is summed, when a matrix is added back; null otherwise.</param>
/// <param name="HasVectors">Whether sums are formed in vectors.</param>
/// <param name="Decisions">The decisions in words; the generated header prints them.</param>
internal sealed record WindowPlan(WindowModel Model, WindowCopy Copy, FoldSum? Sum, bool HasVectors, EquatableArray<string> Decisions);

/// <summary>What is copied at a time from an image into its matrix.</summary>
internal enum WindowCopy
{
    /// <summary>A whole row of a window, whose samples lie side by side in the image too.</summary>
    WindowRow,

    /// <summary>A pixel with all its channels, because a dilation lies between pixels.</summary>
    Pixel,

    /// <summary>A sample, because its channels stand in planes.</summary>
    Sample,
}

/// <summary>The types in which samples are summed.</summary>
internal enum FoldSum
{
    Int32,
    Int64,
    Int128,
    Single,
    Double,
}
