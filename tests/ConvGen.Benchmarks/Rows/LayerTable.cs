namespace ConvGen.Benchmarks.Rows;

/// <summary>
/// The rows that are layers. As for oneDNN, whose own order of weights is prepared before, weights are prepared unless the row says that
/// they come with the call.
/// </summary>
internal static class LayerTable
{
    private delegate void PreparedLayer(
        ReadOnlySpan<float> source,
        int width,
        int height,
        PreparedKernel<float> kernel,
        Span<float> destination
    );

    private delegate void PlainLayer(
        ReadOnlySpan<float> source,
        int width,
        int height,
        ReadOnlySpan<float> kernel,
        Span<float> destination
    );

    /// <summary>The rows in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        .. Layer(
            "layer 3 to 16, 3x3, 224x224",
            3,
            16,
            3,
            224,
            1,
            1,
            LayerFilters.From3To16By3,
            LayerFilters.From3To16By3Plain,
            LayerFilters.From3To16By3Planar
        ),
        .. Layer(
            "layer 3 to 32, 3x3/2, 224x224",
            3,
            32,
            3,
            224,
            2,
            1,
            LayerFilters.From3To32By3Strided,
            LayerFilters.From3To32By3StridedPlain,
            LayerFilters.From3To32By3StridedPlanar,
            isOnPage: false
        ),
        .. Layer(
            "layer 1 to 8, 5x5, 28x28",
            1,
            8,
            5,
            28,
            1,
            2,
            LayerFilters.From1To8By5,
            LayerFilters.From1To8By5Plain,
            LayerFilters.From1To8By5Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 8 to 16, 3x3, 112x112",
            8,
            16,
            3,
            112,
            1,
            1,
            LayerFilters.From8To16By3,
            LayerFilters.From8To16By3Plain,
            LayerFilters.From8To16By3Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 16 to 32, 3x3, 56x56",
            16,
            32,
            3,
            56,
            1,
            1,
            LayerFilters.From16To32By3,
            LayerFilters.From16To32By3Plain,
            LayerFilters.From16To32By3Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 32 to 32, 3x3, 56x56",
            32,
            32,
            3,
            56,
            1,
            1,
            LayerFilters.From32To32By3,
            LayerFilters.From32To32By3Plain,
            LayerFilters.From32To32By3Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 64 to 64, 3x3, 56x56",
            64,
            64,
            3,
            56,
            1,
            1,
            LayerFilters.From64To64By3,
            LayerFilters.From64To64By3Plain,
            LayerFilters.From64To64By3Planar
        ),
        .. Layer(
            "layer 128 to 128, 3x3, 28x28",
            128,
            128,
            3,
            28,
            1,
            1,
            LayerFilters.From128To128By3,
            LayerFilters.From128To128By3Plain,
            LayerFilters.From128To128By3Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 256 to 256, 3x3, 14x14",
            256,
            256,
            3,
            14,
            1,
            1,
            LayerFilters.From256To256By3,
            LayerFilters.From256To256By3Plain,
            LayerFilters.From256To256By3Planar,
            isOnPage: false
        ),
        .. Layer(
            "layer 64 to 64, 1x1, 56x56",
            64,
            64,
            1,
            56,
            1,
            0,
            LayerFilters.From64To64By1,
            LayerFilters.From64To64By1Plain,
            LayerFilters.From64To64By1Planar
        ),
        .. Transformed(
            "layer 32 to 32, 3x3, 56x56",
            32,
            56,
            LayerTransformFilters.From32To32By3,
            LayerTransformFilters.From32To32By3Planar,
            isOnPage: false
        ),
        .. Transformed(
            "layer 64 to 64, 3x3, 56x56",
            64,
            56,
            LayerTransformFilters.From64To64By3,
            LayerTransformFilters.From64To64By3Planar
        ),
        .. Transformed(
            "layer 128 to 128, 3x3, 28x28",
            128,
            28,
            LayerTransformFilters.From128To128By3,
            LayerTransformFilters.From128To128By3Planar,
            isOnPage: false
        ),
        .. Depthwise("layer 64, depthwise, 3x3, 56x56", 64, 56, DepthwiseFilters.Each64By3, DepthwiseFilters.Each64By3Planar),
        .. Depthwise(
            "layer 256, depthwise, 3x3, 56x56",
            256,
            56,
            DepthwiseFilters.Each256By3,
            DepthwiseFilters.Each256By3Planar,
            isOnPage: false
        ),
        .. VolumeLayerTable.All,
        .. ByteLayerTable.All,
    ];

    /// <summary>A layer in both layouts, each with its method.</summary>
    public static IEnumerable<(string Layout, LayerShape Shape, T Layer)> Layouts<T>(LayerShape interleaved, T prepared, T planar) =>
        [("NHWC", interleaved, prepared), ("NCHW", interleaved with { IsPlanar = true }, planar)];

    /// <summary>The places of a layer's window: its weights are its <see cref="LayerShape"/>'s.</summary>
    public static KernelMatrix Window(LayerShape shape) =>
        KernelMatrix.Parse(string.Join("; ", Enumerable.Repeat(string.Join(" ", Enumerable.Repeat("1", shape.Size)), shape.Size)));

    private static IEnumerable<Row> Layer(
        string name,
        int inputs,
        int outputs,
        int size,
        int width,
        int stride,
        int padding,
        PreparedLayer prepared,
        PlainLayer plain,
        PreparedLayer planar,
        bool isOnPage = true
    )
    {
        LayerShape interleaved = new(inputs, outputs, size, width, stride, padding, IsPlanar: false);
        LayerShape planes = interleaved with { IsPlanar = true };
        PreparedKernel<float> kernel = new(interleaved.Weights),
            planarKernel = new(planes.Weights);
        yield return Of(
            name + ", NHWC",
            interleaved,
            (source, columns, rows, destination) => prepared(source, columns, rows, kernel, destination),
            isOnPage
        );
        yield return Of(
            name + ", NHWC, not prepared",
            interleaved,
            (source, columns, rows, destination) => plain(source, columns, rows, interleaved.Weights, destination),
            isOnPage: false
        );
        yield return Of(
            name + ", NCHW",
            planes,
            (source, columns, rows, destination) => planar(source, columns, rows, planarKernel, destination),
            isOnPage
        );
    }

    private static IEnumerable<Row> Depthwise(
        string name,
        int channels,
        int width,
        PreparedLayer prepared,
        PreparedLayer planar,
        bool isOnPage = true
    )
    {
        LayerShape interleaved = new(channels, channels, 3, width, 1, 1, IsPlanar: false, Groups: channels);
        LayerShape planes = interleaved with { IsPlanar = true };
        PreparedKernel<float> kernel = new(interleaved.Weights),
            planarKernel = new(planes.Weights);
        yield return Of(
            name + ", NHWC",
            interleaved,
            (source, columns, rows, destination) => prepared(source, columns, rows, kernel, destination),
            isOnPage
        );
        yield return Of(
            name + ", NCHW",
            planes,
            (source, columns, rows, destination) => planar(source, columns, rows, planarKernel, destination),
            isOnPage
        );
    }

    /// <summary>A layer of 3 x 3 taps whose sums may be accurate in norm: fewer products than its limit counts bound none.</summary>
    private static IEnumerable<Row> Transformed(
        string name,
        int channels,
        int width,
        PreparedLayer prepared,
        PreparedLayer planar,
        bool isOnPage = true
    )
    {
        foreach (
            (string layout, LayerShape shape, PreparedLayer layer) in Layouts(
                new(channels, channels, 3, width, 1, 1, IsPlanar: false),
                prepared,
                planar
            )
        )
        {
            PreparedKernel<float> kernel = new(shape.Weights);
            yield return new LayerRow<float, float>
            {
                Name = $"{name}, {layout}, transform",
                Kind = FilterKind.Layer,
                Kernel = Window(shape),
                Limit = LimitKind.None,
                Geometry = shape,
                IsTransformed = true,
                IsOnPage = isOnPage,
                Call = (source, columns, rows, destination) => layer(source, columns, rows, kernel, destination),
            };
        }
    }

    /// <summary>A row of floats.</summary>
    public static LayerRow<float, float> Of(string name, LayerShape shape, FilterCall<float, float> call, bool isOnPage = true) =>
        new()
        {
            Name = name,
            Kind = FilterKind.Layer,
            Kernel = Window(shape),
            Limit = LimitKind.FusedMultiplyAdd,
            Geometry = shape,
            Call = call,
            IsOnPage = isOnPage,
        };
}
