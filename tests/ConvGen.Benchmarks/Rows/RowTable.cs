using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Rows;

/// <summary>All rows.</summary>
internal static class RowTable
{
    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        Floats("3x3 general, float", FilterKind.General, FloatKernels.General3, 1, LimitKind.FusedMultiplyAdd, FloatFilters.General3),
        Floats("5x5 general, float", FilterKind.General, FloatKernels.General5, 1, LimitKind.FusedMultiplyAdd, FloatFilters.General5),
        Floats("7x7 general, float", FilterKind.General, FloatKernels.General7, 1, LimitKind.FusedMultiplyAdd, FloatFilters.General7),
        Floats(
            "11x11 general, float",
            FilterKind.General,
            FloatKernels.General11,
            1,
            LimitKind.FusedMultiplyAdd,
            FloatFilters.General11,
            isOnPage: false
        ),
        Floats("15x15 general, float", FilterKind.General, FloatKernels.General15, 1, LimitKind.FusedMultiplyAdd, FloatFilters.General15),
        Floats("31x31 general, float", FilterKind.General, LargeKernels.General31, 1, LimitKind.FusedMultiplyAdd, FloatFilters.General31),
        Floats("5x5 Gaussian, float", FilterKind.Gaussian, FloatKernels.Gaussian5, 256, LimitKind.Copy, FloatFilters.Gaussian5),
        Bytes<byte, short>("3x3 Gaussian, byte", FilterKind.Gaussian, ByteKernels.Gaussian3, 16, LimitKind.Copy, ByteFilters.Gaussian3),
        Bytes<byte, ushort>("5x5 Gaussian, byte", FilterKind.Gaussian, ByteKernels.Gaussian5, 256, LimitKind.Copy, ByteFilters.Gaussian5),
        Bytes<byte, int>(
            "7x7 Gaussian, byte",
            FilterKind.Gaussian,
            ByteKernels.Gaussian7,
            4096,
            LimitKind.Copy,
            ByteFilters.Gaussian7,
            isOnPage: false
        ),
        Bytes<byte, int>(
            "15x15 Gaussian, byte",
            FilterKind.Gaussian,
            ByteKernels.Gaussian15,
            65536,
            LimitKind.Copy,
            ByteFilters.Gaussian15
        ),
        Bytes<byte, short>(
            "3x3 general, byte",
            FilterKind.General,
            ByteKernels.General3,
            16,
            LimitKind.ShortMultiplyAdd,
            ByteFilters.General3
        ),
        Bytes<byte, int>(
            "5x5 general, byte",
            FilterKind.General,
            ByteKernels.General5,
            64,
            LimitKind.ShortMultiplyAdd,
            ByteFilters.General5
        ),
        Bytes<byte, int>(
            "7x7 general, byte",
            FilterKind.General,
            ByteKernels.General7,
            128,
            LimitKind.ShortMultiplyAdd,
            ByteFilters.General7,
            isOnPage: false
        ),
        Bytes<short, short>("Sobel x, byte to short", FilterKind.Sobel, ByteKernels.SobelX, 1, LimitKind.WideningCopy, ByteFilters.SobelX),
        Bytes<short, short>(
            "Laplacian, byte to short",
            FilterKind.Laplacian,
            ByteKernels.Laplacian,
            1,
            LimitKind.WideningCopy,
            ByteFilters.Laplacian
        ),
        Floats("box 5x5, float", FilterKind.Box, FloatKernels.Box5, 25, LimitKind.Copy, FloatFilters.Box5, isOnPage: false),
        Bytes<byte, short>("box 5x5, byte", FilterKind.Box, ByteKernels.Box5, 25, LimitKind.Copy, ByteFilters.Box5),
        Signal(
            "FIR, 63 taps, float",
            FloatKernels.Signal63,
            static (source, _, _, destination) => FloatFilters.Signal63(source, destination)
        ),
        Signal(
            "FIR, 63 symmetric taps, float",
            FloatKernels.SymmetricSignal63,
            static (source, _, _, destination) => FloatFilters.SymmetricSignal63(source, destination),
            isOnPage: false
        ),
        Signal(
            "FIR, 255 taps, float",
            FloatKernels.Signal255,
            static (source, _, _, destination) => FloatFilters.Signal255(source, destination)
        ),
        Signal(
            "FIR, 64 taps, every 2nd sample",
            FloatKernels.Signal64,
            static (source, _, _, destination) => FloatFilters.HalfSignal64(source, destination),
            2
        ),
        Signal(
            "FIR, 64 taps, every 4th sample",
            FloatKernels.Signal64,
            static (source, _, _, destination) => FloatFilters.QuarterSignal64(source, destination),
            4,
            isOnPage: false
        ),
        .. PixelTable.All,
        .. TypeTable.All,
        .. TransformTable.All,
        .. LayerTable.All,
        .. ParallelTable.All,
    ];

    /// <summary>The rows that a command line asks for.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static IReadOnlyList<Row> Select(Commands.Options options)
    {
        Row[] rows =
        [
            .. All.Where(row =>
                row.Name.Contains(options.Filter, StringComparison.OrdinalIgnoreCase) && (options.Threads ?? row.Threads) == row.Threads
            ),
        ];
        return rows.Length > 0
            ? rows
            : throw new ArgumentException(
                $"no row{(options.Threads is null ? "" : " of these threads")} has '{options.Filter}' in its name"
            );
    }

    private static FilterRow<float, float> Signal(
        string name,
        string kernel,
        FilterCall<float, float> call,
        int step = 1,
        bool isOnPage = true
    ) => Floats(name, FilterKind.General, kernel, 1, LimitKind.FusedMultiplyAdd, call, step, isOnPage: isOnPage);

    /// <summary>A row of <c>float</c>.</summary>
    public static FilterRow<float, float> Floats(
        string name,
        FilterKind kind,
        string kernel,
        int divisor,
        LimitKind limit,
        FilterCall<float, float> call,
        int step = 1,
        ImageSize? size = null,
        bool isOnPage = true
    ) =>
        new()
        {
            Name = name,
            Step = step,
            OwnSize = size,
            IsOnPage = isOnPage && size is null,
            Kind = kind,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Limit = limit,
            Call = call,
            Tensor = (matrix, arena) =>
                step == 1 ? new FloatTensorContestant<float>(matrix, arena) : new DotContestant(matrix, arena, step),
        };

    /// <summary>A row of bytes.</summary>
    /// <typeparam name="TDestination">A sample of the result.</typeparam>
    /// <typeparam name="TWork">The narrowest type that holds every sum.</typeparam>
    public static FilterRow<byte, TDestination> Bytes<TDestination, TWork>(
        string name,
        FilterKind kind,
        string kernel,
        int divisor,
        LimitKind limit,
        FilterCall<byte, TDestination> call,
        ImageSize? size = null,
        bool isOnPage = true
    )
        where TDestination : unmanaged, System.Numerics.IBinaryInteger<TDestination>
        where TWork : unmanaged, System.Numerics.IBinaryInteger<TWork> =>
        new()
        {
            Name = name,
            Kind = kind,
            OwnSize = size,
            IsOnPage = isOnPage && size is null,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Limit = limit,
            Call = call,
            Tensor = static (matrix, arena) => new IntegerTensorContestant<byte, TWork, TDestination>(matrix, arena),
        };
}
