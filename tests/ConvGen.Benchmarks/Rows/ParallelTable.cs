namespace ConvGen.Benchmarks.Rows;

/// <summary>The rows in which everyone uses all processors. No limit of one processor bounds them.</summary>
internal static class ParallelTable
{
    private static readonly LayerShape Interleaved = new(64, 64, 3, 56, 1, 1, IsPlanar: false),
        Planar = Interleaved with { IsPlanar = true };

    private static readonly PreparedKernel<float> Weights = new(Interleaved.Weights),
        PlanarWeights = new(Planar.Weights);

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        Filter<float>("5x5 general, float, all threads", FilterKind.General, FloatKernels.General5, 1, ParallelFilters.General5),
        Filter<byte>("5x5 Gaussian, byte, all threads", FilterKind.Gaussian, ByteKernels.Gaussian5, 256, ParallelFilters.Gaussian5),
        PixelTable.Blurred("Gaussian of sigma 1.4, BGRA32, all threads", 4, null, ParallelFilters.BlurBgra),
        PixelTable.Magnitude("Sobel magnitude, byte, all threads", null, ParallelFilters.Magnitude),
        Filter<float>(
            "FIR, 63 taps, float, all threads",
            FilterKind.General,
            FloatKernels.Signal63,
            1,
            static (source, _, _, destination) => ParallelFilters.Signal63(source, destination)
        ),
        Layer(
            "layer 64 to 64, 3x3, 56x56, NHWC, all threads",
            Interleaved,
            static (source, width, height, destination) => ParallelFilters.From64To64By3(source, width, height, Weights, destination)
        ),
        Layer(
            "layer 64 to 64, 3x3, 56x56, NCHW, all threads",
            Planar,
            static (source, width, height, destination) =>
                ParallelFilters.From64To64By3Planar(source, width, height, PlanarWeights, destination)
        ),
    ];

    private static FilterRow<T, T> Filter<T>(string name, FilterKind kind, string kernel, int divisor, ParallelCall<T, T> call)
        where T : unmanaged, System.Numerics.INumber<T> =>
        new()
        {
            Name = name,
            Kind = kind,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Limit = LimitKind.None,
            Threads = ThreadCount.All,
            ParallelCall = call,
        };

    private static LayerRow<float, float> Layer(string name, LayerShape shape, ParallelCall<float, float> call) =>
        new()
        {
            Name = name,
            Kind = FilterKind.Layer,
            Kernel = LayerTable.Window(shape),
            Limit = LimitKind.None,
            Threads = ThreadCount.All,
            Geometry = shape,
            ParallelCall = call,
        };
}
