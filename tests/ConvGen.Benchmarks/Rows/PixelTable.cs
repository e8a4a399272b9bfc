namespace ConvGen.Benchmarks.Rows;

/// <summary>The rows of pixels with several channels, of designed weights, and of two kernels in one pass.</summary>
internal static class PixelTable
{
    private static readonly KernelMatrix Blur = KernelMatrix.Gaussian(PixelFilters.Sigma, PixelFilters.Radius);

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        Pixels<short>("3x3 general, RGB24", FilterKind.General, ByteKernels.General3, 16, 3, PixelFilters.General3Rgb),
        Pixels<ushort>("5x5 Gaussian, RGB24", FilterKind.Gaussian, ByteKernels.Gaussian5, 256, 3, PixelFilters.Gaussian5Rgb),
        Pixels<ushort>("5x5 Gaussian, BGRA32", FilterKind.Gaussian, ByteKernels.Gaussian5, 256, 4, PixelFilters.Gaussian5Bgra),
        KeepingAlpha(
            "5x5 Gaussian, BGRA32 keeping alpha",
            FilterKind.Gaussian,
            ByteKernels.Gaussian5,
            256,
            PixelFilters.Gaussian5KeepingAlpha
        ),
        Pixels<short>("3x3 general, BGRA32", FilterKind.General, ByteKernels.General3, 16, 4, PixelFilters.General3Bgra, isOnPage: false),
        KeepingAlpha(
            "3x3 general, BGRA32 keeping alpha",
            FilterKind.General,
            ByteKernels.General3,
            16,
            PixelFilters.General3KeepingAlpha,
            isOnPage: false
        ),
        Blurred("Gaussian of sigma 1.4, byte", 1, PixelFilters.Blur),
        Blurred("Gaussian of sigma 1.4, BGRA32", 4, PixelFilters.BlurBgra),
        Magnitude("Sobel magnitude, byte", PixelFilters.Magnitude),
    ];

    /// <summary>Two kernels in one pass, and the magnitude of their results.</summary>
    public static FilterRow<byte, byte> Magnitude(
        string name,
        FilterCall<byte, byte>? call,
        ParallelCall<byte, byte>? parallelCall = null
    ) =>
        new()
        {
            Name = name,
            Kind = FilterKind.Magnitude,
            Kernel = KernelMatrix.Parse(ByteKernels.SobelX),
            Other = KernelMatrix.Parse(ByteKernels.SobelY),
            Limit = parallelCall is null ? LimitKind.Copy : LimitKind.None,
            Threads = parallelCall is null ? ThreadCount.One : ThreadCount.All,
            Call = call,
            ParallelCall = parallelCall,
        };

    /// <summary>A blur whose weights are no fractions, of opaque pixels, because some libraries weigh colours by alpha.</summary>
    public static FilterRow<byte, byte> Blurred(
        string name,
        int channels,
        FilterCall<byte, byte>? call,
        ParallelCall<byte, byte>? parallelCall = null
    ) =>
        new()
        {
            Name = name,
            Kind = FilterKind.Blur,
            Kernel = Blur,
            Sigma = PixelFilters.Sigma,
            Levels = 1,
            Channels = channels,
            Opaque = channels == 4 ? 3 : -1,
            Limit = parallelCall is null ? LimitKind.Copy : LimitKind.None,
            Threads = parallelCall is null ? ThreadCount.One : ThreadCount.All,
            Call = call,
            ParallelCall = parallelCall,
        };

    private static FilterRow<byte, byte> Pixels<TWork>(
        string name,
        FilterKind kind,
        string kernel,
        int divisor,
        int channels,
        FilterCall<byte, byte> call,
        bool isOnPage = true
    )
        where TWork : unmanaged, System.Numerics.IBinaryInteger<TWork> =>
        new()
        {
            Name = name,
            Kind = kind,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Channels = channels,
            Limit = kind == FilterKind.General ? LimitKind.ShortMultiplyAdd : LimitKind.Copy,
            Call = call,
            Tensor = static (matrix, arena) => new Contestants.IntegerTensorContestant<byte, TWork, byte>(matrix, arena),
            IsOnPage = isOnPage,
        };

    private static FilterRow<byte, byte> KeepingAlpha(
        string name,
        FilterKind kind,
        string kernel,
        int divisor,
        FilterCall<byte, byte> call,
        bool isOnPage = true
    ) =>
        new()
        {
            Name = name,
            Kind = kind,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Channels = 4,
            Kept = 3,
            Limit = kind == FilterKind.General ? LimitKind.ShortMultiplyAdd : LimitKind.Copy,
            Call = call,
            IsOnPage = isOnPage,
        };
}
