namespace ConvGen.Analyzers.Tests;

/// <summary>Methods with accepted signatures, to put attributes on.</summary>
internal static class Methods
{
    /// <summary>One axis, float samples.</summary>
    public const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    /// <summary>One axis, byte samples.</summary>
    public const string ByteLine = "public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);";

    /// <summary>Two axes, float samples.</summary>
    public const string Plane = "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    /// <summary>Three axes, float samples.</summary>
    public const string Volume =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, int depth, Span<float> destination);";

    /// <summary>Arrays of three axes.</summary>
    public const string Volumes = "public static partial float[,,] M(float[,,] source);";

    /// <summary>Two axes, float samples and run-time weights.</summary>
    public const string RunTimePlane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);";
}
