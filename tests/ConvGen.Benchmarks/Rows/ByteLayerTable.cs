using System.Numerics;

namespace ConvGen.Benchmarks.Rows;

/// <summary>The layers of bytes.</summary>
internal static class ByteLayerTable
{
    /// <summary>Channels of the layers that the shorter page shows.</summary>
    private const int ManyChannels = 64;

    private delegate void QuantisedLayer(
        ReadOnlySpan<byte> source,
        int width,
        int height,
        PreparedKernel<sbyte> kernel,
        ReadOnlySpan<float> scale,
        Span<byte> destination
    );

    private delegate void ByteLayer(ReadOnlySpan<byte> source, int width, int height, PreparedKernel<sbyte> kernel, Span<int> destination);

    /// <summary>The rows.</summary>
    public static IEnumerable<Row> All =>
        [
            .. Layer(
                "layer 16 to 32, 3x3, 56x56, 8 bits",
                16,
                32,
                56,
                ByteLayerFilters.From16To32By3,
                ByteLayerFilters.From16To32By3Planar
            ),
            .. Layer(
                "layer 64 to 64, 3x3, 56x56, 8 bits",
                64,
                64,
                56,
                ByteLayerFilters.From64To64By3,
                ByteLayerFilters.From64To64By3Planar
            ),
            .. Quantised(
                "layer 64 to 64, 3x3, 56x56, 8 bits to 8 bits",
                64,
                56,
                ByteLayerFilters.Quantised64To64By3,
                ByteLayerFilters.Quantised64To64By3Planar
            ),
        ];

    private static IEnumerable<Row> Layer(string name, int inputs, int outputs, int width, ByteLayer prepared, ByteLayer planar)
    {
        foreach (
            (string layout, LayerShape shape, ByteLayer layer) in LayerTable.Layouts(
                new(inputs, outputs, 3, width, 1, 1, IsPlanar: false),
                prepared,
                planar
            )
        )
        {
            PreparedKernel<sbyte> kernel = Bytes(shape);
            yield return Of<int>(
                $"{name}, {layout}",
                shape,
                inputs >= ManyChannels,
                (source, columns, rows, destination) => layer(source, columns, rows, kernel, destination)
            );
        }
    }

    /// <summary>A layer of 3 x 3 taps whose sums are multiplied and rounded to bytes, as networks of bytes do between layers.</summary>
    private static IEnumerable<Row> Quantised(string name, int channels, int width, QuantisedLayer prepared, QuantisedLayer planar)
    {
        const float Scale = 1f / 128;
        float[] scale = new float[channels];
        scale.AsSpan().Fill(Scale);
        foreach (
            (string layout, LayerShape shape, QuantisedLayer layer) in LayerTable.Layouts(
                new(channels, channels, 3, width, 1, 1, IsPlanar: false) { Scale = Scale },
                prepared,
                planar
            )
        )
        {
            PreparedKernel<sbyte> kernel = Bytes(shape);
            yield return Of<byte>(
                $"{name}, {layout}",
                shape,
                shape.IsPlanar,
                (source, columns, rows, destination) => layer(source, columns, rows, kernel, scale, destination)
            );
        }
    }

    private static PreparedKernel<sbyte> Bytes(LayerShape shape) => new([.. shape.Weights.Select(static weight => (sbyte)weight)]);

    private static LayerRow<byte, T> Of<T>(string name, LayerShape shape, bool isOnPage, FilterCall<byte, T> call)
        where T : unmanaged, INumber<T> =>
        new()
        {
            Name = name,
            IsOnPage = isOnPage,
            Kind = FilterKind.Layer,
            Kernel = LayerTable.Window(shape),
            Limit = LimitKind.ShortMultiplyAdd,
            Geometry = shape,
            Call = call,
        };
}
