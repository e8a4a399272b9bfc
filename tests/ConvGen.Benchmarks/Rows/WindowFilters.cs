namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// The window matrices of the layers in the table, channels side by side; a layer of one tap needs none, because its source is that matrix.
/// </summary>
internal static partial class WindowFilters
{
    /// <summary>The method that writes the windows of a layer, or null where the table has no such layer.</summary>
    public static FilterCall<float, float>? Of(LayerShape shape) =>
        (shape.Inputs, shape.Size, shape.Stride) switch
        {
            (1, 5, 1) => From1By5,
            (3, 3, 1) => From3By3,
            (3, 3, 2) => From3By3Strided,
            (8, 3, 1) => From8By3,
            (16, 3, 1) => From16By3,
            (32, 3, 1) => From32By3,
            (64, 3, 1) => From64By3,
            _ => null,
        };

    [Unfold(Padding = 2), KernelShape(5, 5, InputChannels = 1)]
    private static partial void From1By5(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 3)]
    private static partial void From3By3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1, Stride = 2), KernelShape(3, 3, InputChannels = 3)]
    private static partial void From3By3Strided(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 8)]
    private static partial void From8By3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 16)]
    private static partial void From16By3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 32)]
    private static partial void From32By3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

    [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 64)]
    private static partial void From64By3(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
}
