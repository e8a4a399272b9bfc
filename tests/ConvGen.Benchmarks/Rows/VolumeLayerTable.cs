namespace ConvGen.Benchmarks.Rows;

/// <summary>The rows that are layers over volumes, with prepared weights in both layouts.</summary>
internal static class VolumeLayerTable
{
    private delegate void VolumeLayer(
        ReadOnlySpan<float> source,
        int width,
        int height,
        int depth,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IEnumerable<Row> All =>
        [
            .. Volume(
                "layer 16 to 32, 3x3x3, 28x28x28",
                new(16, 32, 3, 28, 1, 1, IsPlanar: false) { Depth = 28 },
                VolumeLayerFilters.From16To32,
                VolumeLayerFilters.From16To32Planar
            ),
            .. Volume(
                "layer 32 to 32, 3x3x3, 16x56x56",
                new(32, 32, 3, 56, 1, 1, IsPlanar: false) { Depth = 16 },
                VolumeLayerFilters.From32To32,
                VolumeLayerFilters.From32To32Planar
            ),
        ];

    private static IEnumerable<Row> Volume(string name, LayerShape interleaved, VolumeLayer prepared, VolumeLayer planar)
    {
        LayerShape planes = interleaved with { IsPlanar = true };
        foreach (
            (string layout, LayerShape shape, VolumeLayer layer) in new[] { ("NDHWC", interleaved, prepared), ("NCDHW", planes, planar) }
        )
        {
            PreparedKernel<float> kernel = new(shape.Weights);
            yield return LayerTable.Of(
                $"{name}, {layout}",
                shape,
                (source, columns, rows, destination) => layer(source, columns, rows, shape.Depth, kernel, destination),
                isOnPage: false
            );
        }
    }
}
