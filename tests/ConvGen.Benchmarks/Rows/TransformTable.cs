namespace ConvGen.Benchmarks.Rows;

/// <summary>The rows of so many taps that Fourier transforms are the better tool. No number of multiply-adds bounds them.</summary>
internal static class TransformTable
{
    // The formula is computed tap by tap for every sample, so that longer signals would take longer to check than to measure.
    private static readonly ImageSize Signal = new("256 Ki", 512, 512, 1 << 18);

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        LowPass(
            "FIR, 1023 taps, float, transform",
            1023,
            static (source, _, _, destination) => TransformFilters.Signal1023(source, destination)
        ),
        LowPass(
            "FIR, 4095 taps, float, transform",
            4095,
            static (source, _, _, destination) => TransformFilters.Signal4095(source, destination)
        ),
        RowTable.Floats(
            "31x31 general, float, transform",
            FilterKind.General,
            LargeKernels.General31,
            1,
            LimitKind.Copy,
            TransformFilters.General31
        ),
        RowTable.Bytes<byte, int>(
            "31x31 general, byte",
            FilterKind.General,
            LargeKernels.Whole31,
            2048,
            LimitKind.Copy,
            ByteFilters.General31
        ),
    ];

    private static FilterRow<float, float> LowPass(string name, int taps, FilterCall<float, float> call) =>
        new()
        {
            Name = name,
            Kind = FilterKind.General,
            Kernel = KernelMatrix.WindowedSinc(taps, TransformFilters.Cutoff),
            OwnSize = Signal,
            Limit = LimitKind.Copy,
            Call = call,
            Tensor = static (matrix, arena) => new Contestants.FloatTensorContestant<float>(matrix, arena),
        };
}
