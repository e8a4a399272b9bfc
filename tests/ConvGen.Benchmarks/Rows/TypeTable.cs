using System.Numerics;
using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// The rows of other types than bytes and <c>float</c>, of weights that come with the call, and of images of other sizes.
/// </summary>
internal static class TypeTable
{
    private static readonly float[] Weights5 = FloatsOf(FloatKernels.General5),
        Weights63 = FloatsOf(FloatKernels.Signal63);

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        Whole<ushort, int>("5x5 general, ushort", FilterKind.General, ByteKernels.General5, 64, TypeFilters.General5),
        Whole<ushort, int>("5x5 Gaussian, ushort", FilterKind.Gaussian, ByteKernels.Gaussian5, 256, TypeFilters.Gaussian5),
        Whole<int, int>("5x5 general, int", FilterKind.General, ByteKernels.General5, 1, TypeFilters.General5),
        new FilterRow<double, double>
        {
            Name = "5x5 general, double",
            Kind = FilterKind.General,
            Kernel = KernelMatrix.Parse(FloatKernels.General5),
            Limit = LimitKind.FusedMultiplyAdd,
            Call = TypeFilters.General5,
            Tensor = static (matrix, arena) => new FloatTensorContestant<double>(matrix, arena),
        },
        RowTable.Floats(
            "5x5 of the call, float",
            FilterKind.General,
            FloatKernels.General5,
            1,
            LimitKind.FusedMultiplyAdd,
            static (source, width, height, destination) => TypeFilters.Any5(source, width, height, Weights5, destination)
        ),
        RowTable.Floats(
            "FIR, 63 taps of the call, float",
            FilterKind.General,
            FloatKernels.Signal63,
            1,
            LimitKind.FusedMultiplyAdd,
            static (source, _, _, destination) => TypeFilters.Any63(source, Weights63, destination)
        ),
        .. Sizes.SelectMany(static size =>
            new Row[]
            {
                RowTable.Floats(
                    $"5x5 general, float, {size.Name}",
                    FilterKind.General,
                    FloatKernels.General5,
                    1,
                    LimitKind.FusedMultiplyAdd,
                    FloatFilters.General5,
                    size: size
                ),
                RowTable.Bytes<byte, ushort>(
                    $"5x5 Gaussian, byte, {size.Name}",
                    FilterKind.Gaussian,
                    ByteKernels.Gaussian5,
                    256,
                    LimitKind.Copy,
                    ByteFilters.Gaussian5,
                    size
                ),
            }
        ),
    ];

    private static IEnumerable<ImageSize> Sizes => [ImageSize.Find("64")!, ImageSize.Find("512")!, ImageSize.Odd];

    private static FilterRow<T, T> Whole<T, TWork>(string name, FilterKind kind, string kernel, int divisor, FilterCall<T, T> call)
        where T : unmanaged, IBinaryInteger<T>
        where TWork : unmanaged, IBinaryInteger<TWork> =>
        new()
        {
            Name = name,
            Kind = kind,
            Kernel = KernelMatrix.Parse(kernel, divisor),
            Limit = LimitKind.Copy,
            Call = call,
            Tensor = static (matrix, arena) => new IntegerTensorContestant<T, TWork, T>(matrix, arena),
        };

    private static float[] FloatsOf(string kernel) => [.. KernelMatrix.Parse(kernel).Weights.Select(static weight => (float)weight)];
}
