namespace ConvGen.Benchmarks.Contestants;

/// <summary>The contestants' names, in the order in which they are printed.</summary>
internal static class ContestantNames
{
    /// <summary>This generator.</summary>
    public const string Generated = "ConvGen";

    /// <summary>OpenCV.</summary>
    public const string OpenCv = "OpenCV";

    /// <summary>Halide.</summary>
    public const string Halide = "Halide";

    /// <summary>oneDNN.</summary>
    public const string OneDnn = "oneDNN";

    /// <summary>Calls of <c>System.Numerics.Tensors.TensorPrimitives</c>, row by row.</summary>
    public const string Tensor = "TensorPrimitives";

    /// <summary>A generated window matrix, and its product with the weights.</summary>
    public const string Windows = "windows";

    /// <summary>Four nested loops.</summary>
    public const string Loop = "loop";

    /// <summary>Those that need nothing installed.</summary>
    public static IReadOnlyList<string> Managed { get; } = [Tensor, Windows, Loop];

    /// <summary>All but this generator.</summary>
    public static IReadOnlyList<string> Peers { get; } = [OpenCv, Halide, OneDnn, Tensor, Windows, Loop];
}
