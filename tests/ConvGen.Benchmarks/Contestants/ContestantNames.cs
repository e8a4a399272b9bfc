namespace ConvGen.Benchmarks.Contestants;

/// <summary>The contestants' names, in the order in which they are printed.</summary>
internal static class ContestantNames
{
    /// <summary>This generator.</summary>
    public const string Generated = "ConvGen";

    /// <summary>OpenCV.</summary>
    public const string OpenCv = "OpenCV";

    /// <summary>OpenCV as its .NET package brings it, newer than that of most distributions.</summary>
    public const string OpenCvSharp = "OpenCvSharp";

    /// <summary>ONNX Runtime.</summary>
    public const string Onnx = "ONNX Runtime";

    /// <summary>ImageSharp.</summary>
    public const string ImageSharp = "ImageSharp";

    /// <summary>NWaves.</summary>
    public const string NWaves = "NWaves";

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
    public static IReadOnlyList<string> Peers { get; } =
    [OpenCv, Halide, OneDnn, OpenCvSharp, Onnx, ImageSharp, NWaves, Tensor, Windows, Loop];

    /// <summary>The libraries that a program in .NET adds as a package.</summary>
    public static IReadOnlyList<string> Packages { get; } = [OpenCvSharp, Onnx, ImageSharp, NWaves];
}
