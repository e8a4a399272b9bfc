using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>What the passes of layers choose, and which layers are refused.</summary>
public class LayerPlannerTests
{
    [Theory]
    [InlineData(3, 16, 1, false, LayerLanes.OutputChannels, 16)]
    [InlineData(1, 8, 1, false, LayerLanes.OutputChannels, 8)]
    [InlineData(2, 24, 1, false, LayerLanes.OutputChannels, 8)]
    [InlineData(2, 33, 1, false, LayerLanes.OutputChannels, 8)]
    [InlineData(6, 48, 3, false, LayerLanes.OutputChannels, 16)]
    [InlineData(16, 7, 1, false, LayerLanes.Pixels, 4)]
    [InlineData(16, 1, 1, false, LayerLanes.Pixels, 1)]
    [InlineData(3, 3, 3, false, LayerLanes.Pixels, 1)]
    [InlineData(32, 32, 32, false, LayerLanes.Channels, 32)]
    [InlineData(32, 64, 32, false, LayerLanes.Pixels, 2)]
    [InlineData(3, 16, 1, true, LayerLanes.Pixels, 8)]
    [InlineData(8, 18, 1, true, LayerLanes.Pixels, 6)]
    [InlineData(32, 6, 1, true, LayerLanes.Pixels, 6)]
    [InlineData(32, 64, 1, true, LayerLanes.OutputChannels, 32)]
    [InlineData(32, 18, 1, true, LayerLanes.OutputChannels, 8)]
    [InlineData(32, 64, 1, false, LayerLanes.OutputChannels, 32)]
    [InlineData(32, 48, 1, false, LayerLanes.OutputChannels, 16)]
    public void Lanes_and_blocks(int inputs, int outputs, int groups, bool isPlanar, object lanes, int block)
    {
        LayerPlan plan = Plan(inputs, outputs, groups, isPlanar ? "Layout = ConvGen.ChannelLayout.Planar" : "");
        Assert.Equal((lanes, block), (plan.Lanes, plan.Block));
        Assert.Null(plan.ScalarReason);
        Assert.NotNull(plan.Tile256);
        Assert.NotNull(plan.Tile128);
        Assert.True(plan.Tile512 is not null || block == 8);
    }

    /// <summary>
    /// Layers over volumes have the lanes and tiles of layers over images, and direct sums: several planes of the result share what is
    /// copied, which stays in the second-level cache.
    /// </summary>
    [Theory]
    [InlineData(16, 32, 1, "", LayerLanes.OutputChannels, false)]
    [InlineData(32, 32, 1, "FloatingPoint = FloatingPointMode.Transform", LayerLanes.OutputChannels, false)]
    [InlineData(16, 32, 1, "Layout = ChannelLayout.Planar", LayerLanes.OutputChannels, true)]
    [InlineData(3, 7, 1, "Layout = ChannelLayout.Planar", LayerLanes.Pixels, false)]
    [InlineData(24, 24, 24, "", LayerLanes.Channels, false)]
    [InlineData(5, 5, 5, "Layout = ChannelLayout.Planar", LayerLanes.Pixels, false)]
    public void Volumes(int inputs, int outputs, int groups, string options, object lanes, bool joins)
    {
        LayerPlan Of(int planes) =>
            PlanOf(
                $"[Correlation{(options.Length == 0 ? "" : $"({options})")}, KernelShape({planes}, 3, 3, InputChannels = {inputs}, OutputChannels = {outputs}, Groups = {groups})] public static partial void M(ReadOnlySpan<float> source, int width, int height, int depth, PreparedKernel<float> kernel, Span<float> destination);"
            );
        LayerPlan deep = Of(5),
            flat = Of(1);
        Assert.All(
            [deep, flat],
            plan => Assert.Equal((lanes, joins, true), (plan.Lanes, plan.JoinsPlanes, plan is { Minimal: null, RowsTile: null }))
        );
        Assert.Equal(5 * flat.Taps, deep.Taps);
        Assert.Equal((flat.Tile512, flat.Tile256, flat.Block), (deep.Tile512, deep.Tile256, deep.Block));
        Assert.Equal((4, 1, false), (deep.Copies!.Planes, flat.Copies!.Planes, deep.Copies.OnlyFrame));
        long copied = (deep.Copies.Planes + 4L) * (deep.Copies.Rows + 2) * (deep.Copies.Columns + 2) * deep.OfPlane.ReadChannels;
        Assert.InRange(copied, 1, 1 << 16);
        Assert.True(deep.Copies.Columns % 14 == 0 || deep.Lanes != LayerLanes.OutputChannels);
    }

    /// <summary>Planes are joined where products are worth it: not for one pixel, few channels, bytes, or channels apart.</summary>
    [Theory]
    [InlineData("float", 3, 16, 32, 1, "", true)]
    [InlineData("float", 3, 8, 16, 1, "", false)]
    [InlineData("float", 3, 64, 64, 1, "", true)]
    [InlineData("float", 3, 64, 64, 1, "Stride = 4", false)]
    [InlineData("float", 1, 256, 256, 1, "", false)]
    [InlineData("float", 3, 64, 64, 64, "", false)]
    [InlineData("float", 3, 64, 7, 1, "", false)]
    [InlineData("double", 3, 64, 64, 1, "", true)]
    [InlineData("float", 5, 3, 32, 1, "", true)]
    public void Planes_are_joined_where_that_pays(string type, int size, int inputs, int outputs, int groups, string options, bool joins)
    {
        LayerPlan plan = PlanOf(
            $"[Correlation(Layout = ChannelLayout.Planar{(options.Length == 0 ? "" : ", " + options)}), KernelShape({size}, {size}, InputChannels = {inputs}, OutputChannels = {outputs}, Groups = {groups})] public static partial void M(ReadOnlySpan<{type}> source, int width, int height, PreparedKernel<{type}> kernel, Span<{type}> destination);"
        );
        Assert.Equal((joins, joins ? LayerLanes.OutputChannels : LayerLanes.Pixels), (plan.JoinsPlanes, plan.Lanes));
        Assert.Equal(joins, plan.Decisions.Any(decision => decision.Contains("back into planes", StringComparison.Ordinal)));
        Assert.True(!joins || (plan.Copies is not null && plan is { StoresVectors: true, OfJoined.Layer.IsPlanar: false }));
    }

    /// <summary>
    /// So are planes of bytes or shorts whose products are formed in pairs, where vectors of sums are results or quantised: not where sums
    /// need 64 bits, or are finished one by one.
    /// </summary>
    [Theory]
    [InlineData("byte", "sbyte", "int", 16, 32, "", true)]
    [InlineData("sbyte", "sbyte", "int", 17, 24, "", true)]
    [InlineData("short", "sbyte", "int", 16, 16, "", true)]
    [InlineData("byte", "sbyte", "byte", 64, 64, "ReadOnlySpan<float> scale, ", true)]
    [InlineData("byte", "sbyte", "int", 8, 8, "", false)]
    [InlineData("byte", "sbyte", "short", 64, 64, "", false)]
    [InlineData("short", "short", "long", 64, 64, "", false)]
    public void Planes_of_short_integers_are_joined(
        string source,
        string kernel,
        string destination,
        int inputs,
        int outputs,
        string scale,
        bool joins
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation(Layout = ChannelLayout.Planar), KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = {outputs})] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, ReadOnlySpan<{kernel}> kernel, {scale}Span<{destination}> destination);"
        );
        Assert.Equal((joins, joins ? LayerLanes.OutputChannels : LayerLanes.Pixels), (plan.JoinsPlanes, plan.Lanes));
        Assert.True(!joins || plan is { PairsChannels: true, Copies: not null });
        Assert.Equal(joins && source != "short", plan.OfQuads is { JoinsPlanes: true });
    }

    /// <summary>Images of networks are mostly 14, 28, 56, 112 or 224 pixels wide.</summary>
    [Theory]
    [InlineData(16, "", 1, 28, 6)]
    [InlineData(32, "", 2, 14, 6)]
    [InlineData(16, "Layout = ConvGen.ChannelLayout.Planar", 3, 8, 4)]
    [InlineData(32, "Layout = ConvGen.ChannelLayout.Planar", 2, 14, 6)]
    [InlineData(6, "Layout = ConvGen.ChannelLayout.Planar", 2, 6, 6)]
    public void Sums_fill_the_registers(int outputs, string options, int vectors512, int across512, int across256)
    {
        LayerPlan plan = Plan(8, outputs, 1, options);
        Assert.Equal(new LayerTile(vectors512, across512), plan.Tile512);
        Assert.Equal(across256, plan.Tile256?.Across);
        Assert.Equal(0, plan.Block % (plan.Lanes == LayerLanes.Pixels ? across256 : 8));
    }

    [Theory]
    [InlineData(1, 8, 1, "", false, true)]
    [InlineData(1, 16, 1, "", true, false)]
    [InlineData(1, 8, 1, "Stride = 2", false, false)]
    [InlineData(1, 8, 1, "Dilation = 2", false, false)]
    [InlineData(2, 16, 1, "", false, false)]
    [InlineData(2, 16, 2, "", false, false)]
    public void A_kernel_row_stays_in_registers_where_one_channel_is_read(
        int inputs,
        int outputs,
        int groups,
        string options,
        bool slides512,
        bool slides256
    )
    {
        LayerPlan plan = Plan(inputs, outputs, groups, options);
        Assert.Equal((slides512, slides256), (plan.Tile512 is { Slides: true }, plan.Tile256 is { Slides: true }));
        Assert.Equal(
            slides512 || slides256,
            plan.Decisions.Any(decision => decision.Contains("stay in registers", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(3, 16, "", true)]
    [InlineData(3, 32, "", true)]
    [InlineData(3, 48, "", false)]
    [InlineData(3, 16, "KernelLayout = ConvGen.KernelLayout.OutputFirst", false)]
    [InlineData(3, 4, "Layout = ConvGen.ChannelLayout.Planar", true)]
    [InlineData(1, 1, "KernelLayout = ConvGen.KernelLayout.OutputFirst", true)]
    public void Weights_that_stand_in_order_are_read_in_place(int inputs, int outputs, string options, bool isInPlace)
    {
        Assert.Equal(isInPlace, Plan(inputs, outputs, 1, options).ReadsWeightsInPlace);
        Assert.False(Plan(inputs, outputs, 1, options, operation: "Convolution").ReadsWeightsInPlace);
    }

    [Theory]
    [InlineData("Mode = OutputMode.Valid", 4, 16, false)]
    [InlineData("Padding = 0", 4, 16, false)]
    [InlineData("Padding = 1", 4, 16, true)]
    [InlineData("Mode = OutputMode.Valid, Stride = 2", 4, 16, false)]
    [InlineData("Mode = OutputMode.Valid, Stride = 2, Layout = ConvGen.ChannelLayout.Planar", 4, 16, true)]
    [InlineData("Mode = OutputMode.Valid, Layout = ConvGen.ChannelLayout.Planar", 4, 16, false)]
    [InlineData("Mode = OutputMode.Valid", 4, 2, true)]
    public void Rows_are_copied_where_they_must_be(string options, int inputs, int outputs, bool areCopied) =>
        Assert.Equal(areCopied, Plan(inputs, outputs, 1, options).Copies is not null);

    /// <summary>A block is as wide as some passes of 14 pixels, so that none of a wide image is left for short ones.</summary>
    [Theory]
    [InlineData(16, 32, "", 224)]
    [InlineData(64, 64, "", 56)]
    [InlineData(64, 64, "Layout = ChannelLayout.Planar", 56)]
    [InlineData(3, 16, "", 224)]
    [InlineData(16, 4, "", 256)]
    public void Blocks_are_as_wide_as_passes(int inputs, int outputs, string options, int columns) =>
        Assert.Equal(columns, Plan(inputs, outputs, 1, options).Copies!.Columns);

    [Theory]
    [InlineData("Padding = 1", "float", true)]
    [InlineData("Padding = 1, Border = BorderMode.Reflect101, Stride = 2", "float", true)]
    [InlineData("Padding = 1", "byte", false)]
    [InlineData("Padding = 1, Layout = ConvGen.ChannelLayout.Planar", "float", false)]
    public void Only_the_frame_of_a_depthwise_layer_is_copied(string options, string source, bool onlyFrame)
    {
        LayerPlan plan = PlanOf(
            $"[Correlation({options}), KernelShape(3, 3, InputChannels = 24, OutputChannels = 24, Groups = 24)] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);"
        );
        Assert.Equal(onlyFrame, plan.Copies!.OnlyFrame);
        Assert.Equal(onlyFrame, plan.Decisions.Any(decision => decision.Contains("frame", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(24, 24, 24, 3, "Layout = ConvGen.ChannelLayout.Planar", true, 2, 2)]
    [InlineData(24, 24, 24, 3, "Layout = ConvGen.ChannelLayout.Planar, Stride = 2", true, 1, 4)]
    [InlineData(24, 24, 24, 5, "Layout = ConvGen.ChannelLayout.Planar", true, 0, 0)]
    [InlineData(24, 24, 12, 3, "Layout = ConvGen.ChannelLayout.Planar", false, 0, 0)]
    [InlineData(24, 24, 24, 3, "", false, 0, 0)]
    [InlineData(1, 1, 1, 3, "", false, 2, 2)]
    [InlineData(3, 3, 3, 3, "", false, 0, 0)]
    public void Planes_that_are_convolved_alone_are_taken_one_by_one(
        int inputs,
        int outputs,
        int groups,
        int size,
        string options,
        bool splits,
        int rows,
        int vectors
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation({options}), KernelShape({size}, {size}, InputChannels = {inputs}, OutputChannels = {outputs}, Groups = {groups})] public static partial void M(ReadOnlySpan<float> source, int width, int height, PreparedKernel<float> kernel, Span<float> destination);"
        );
        Assert.Equal(splits, plan.SplitsPlanes);
        Assert.Equal(rows == 0 ? null : new RowsTile(rows, vectors), plan.RowsTile);
        Assert.Equal(rows == 0, plan.Tile256 is not null);
        Assert.True(!splits || plan.OfPlane.Layer is { InputChannels: 1, OutputChannels: 1, Groups: 1 });
    }

    /// <summary>Pixels that lie a multiple of many cache lines apart share few sets of a cache, which lose the lines of a long pass.</summary>
    [Theory]
    [InlineData("float", 3, 32, 8)]
    [InlineData("float", 3, 64, 4)]
    [InlineData("float", 3, 96, 8)]
    [InlineData("float", 3, 256, 4)]
    [InlineData("float", 3, 100, 8)]
    [InlineData("float", 5, 256, 8)]
    [InlineData("double", 3, 32, 4)]
    public void Passes_of_channels_that_are_convolved_alone_are_short_where_their_pixels_share_sets(
        string type,
        int size,
        int channels,
        int pixels
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation(Padding = 1), KernelShape({size}, {size}, InputChannels = {channels}, OutputChannels = {channels}, Groups = {channels})] public static partial void M(ReadOnlySpan<{type}> source, int width, int height, PreparedKernel<{type}> kernel, Span<{type}> destination);"
        );
        Assert.Equal((LayerLanes.Channels, pixels, pixels), (plan.Lanes, plan.Tile512?.Across, plan.Tile256?.Across));
    }

    [Theory]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 32, 32, "Padding = 1", true)]
    [InlineData("sbyte", "PreparedKernel<byte>", "byte", 64, 33, "Mode = OutputMode.Valid, Border = BorderMode.Wrap", true)]
    [InlineData("byte", "ReadOnlySpan<sbyte>", "int", 32, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 31, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 33, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 16, 24, "Padding = 1, Parallel = true", true)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 14, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 32, 15, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 32, 32, "Padding = 1, Stride = 2", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 32, 32, "Padding = 1, Dilation = 2", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 32, 32, "Padding = 1, Layout = ConvGen.ChannelLayout.Planar", true)]
    [InlineData("short", "PreparedKernel<sbyte>", "int", 32, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<short>", "int", 32, 32, "Padding = 1", false)]
    [InlineData("byte", "PreparedKernel<sbyte>", "int", 2048, 32, "Padding = 1", false)]
    [InlineData("float", "PreparedKernel<float>", "float", 32, 32, "Padding = 1", false)]
    public void Bytes_are_filtered_by_few_products_where_all_stays_exact(
        string source,
        string kernel,
        string destination,
        int inputs,
        int outputs,
        string options,
        bool isMinimal
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation({options}), KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = {outputs})] public static partial void M(ReadOnlyMemory<{source}> source, int width, int height, {kernel} kernel, Memory<{destination}> destination);"
        );
        Assert.Equal(isMinimal ? new MinimalTile(2) : null, plan.Minimal);
        Assert.Equal(isMinimal, plan.Decisions.Any(decision => decision.Contains("minimal filtering", StringComparison.Ordinal)));
        if (isMinimal)
        {
            Assert.Equal((0, 0), (plan.Copies!.Rows % 2, plan.Copies.Columns % 2));
            Assert.True(plan.OfProducts is { StoresVectors: true, Accumulator: ElementType.Int32, Taps: var taps } && taps == inputs);
        }
    }

    [Theory]
    [InlineData("FloatingPoint = FloatingPointMode.Transform", 16, 16, true)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform, Border = BorderMode.Reflect101", 17, 24, true)]
    [InlineData("", 16, 16, false)]
    [InlineData("FloatingPoint = FloatingPointMode.Strict", 16, 16, false)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform, Parallel = true", 16, 16, true)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform", 15, 16, false)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform, Stride = 2", 16, 16, false)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform, Layout = ChannelLayout.Planar", 16, 16, true)]
    [InlineData("FloatingPoint = FloatingPointMode.Transform, Layout = ChannelLayout.Planar", 15, 16, false)]
    [InlineData("Layout = ChannelLayout.Planar", 64, 64, false)]
    public void Floats_are_filtered_by_few_products_where_that_is_allowed(string options, int inputs, int outputs, bool isMinimal)
    {
        LayerPlan plan = PlanOf(
            $"[Correlation({options}), KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = {outputs})] public static partial void M(ReadOnlyMemory<float> source, int width, int height, PreparedKernel<float> kernel, Memory<float> destination);"
        );
        Assert.Equal(isMinimal ? (int?)4 : null, plan.Minimal?.Results);
        Assert.Equal(isMinimal ? (int)Math.Ceiling((inputs + 12) * 17.31 * 17.31 * 1.01) : 0, plan.Minimal?.ErrorFactor ?? 0);
        Assert.Equal(
            options.Contains("Transform", StringComparison.Ordinal) && !isMinimal,
            plan.Decisions.Any(decision => decision.StartsWith("no transform", StringComparison.Ordinal))
        );
    }

    /// <summary>The constant of the error bound, from the matrices.</summary>
    [Fact]
    public void The_norm_of_minimal_filtering_is_that_of_its_matrices()
    {
        double[][] g =
        [
            [0.25, 0, 0],
            [1 / 6.0, 1 / 6.0, 1 / 6.0],
            [1 / 6.0, 1 / 6.0, 1 / 6.0],
            [1 / 24.0, 1 / 12.0, 1 / 6.0],
            [1 / 24.0, 1 / 12.0, 1 / 6.0],
            [0, 0, 1],
        ];
        double[][] b =
        [
            [4, 0, 5, 0, 1, 0],
            [0, 4, 4, 1, 1, 0],
            [0, 4, 4, 1, 1, 0],
            [0, 2, 1, 2, 1, 0],
            [0, 2, 1, 2, 1, 0],
            [0, 4, 0, 5, 0, 1],
        ];
        double[][] a =
        [
            [1, 1, 1, 1, 1, 0],
            [0, 1, 1, 2, 2, 0],
            [0, 1, 1, 4, 4, 0],
            [0, 1, 1, 8, 8, 1],
        ];
        double norm = a.Max(row =>
        {
            // The largest singular value, by the power method.
            double[] x = [1, 1, 1, 1, 1, 1];
            double square = 0;
            for (int round = 0; round < 200; round++)
            {
                double[] y =
                [
                    .. Enumerable
                        .Range(0, 3)
                        .Select(tap =>
                            Enumerable.Range(0, 6).Sum(i => row[i] * g[i][tap] * Enumerable.Range(0, 6).Sum(k => b[i][k] * x[k]))
                        ),
                ];
                double[] z =
                [
                    .. Enumerable
                        .Range(0, 6)
                        .Select(k =>
                            Enumerable.Range(0, 6).Sum(i => row[i] * b[i][k] * Enumerable.Range(0, 3).Sum(tap => g[i][tap] * y[tap]))
                        ),
                ];
                square = Math.Sqrt(z.Sum(value => value * value));
                x = [.. z.Select(value => value / square)];
            }

            return Math.Sqrt(square);
        });
        Assert.InRange(norm, 17.30, 17.31);
    }

    [Theory]
    [InlineData("sbyte", "int sourceZeroPoint, ", -293_760, 293_760)]
    [InlineData("sbyte", "", -293_760, 291_465)]
    [InlineData("byte", "int sourceZeroPoint, int kernelZeroPoint, ", -585_225, 585_225)]
    public void Sums_of_a_quantised_layer_hold_every_zero_point(string kernel, string zeroPoints, int minimum, int maximum)
    {
        LayerPlan plan = PlanOf(
            $"[Correlation, KernelShape(3, 3, OutputChannels = 8)] public static partial void M(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<{kernel}> kernel, ReadOnlySpan<int> bias, ReadOnlySpan<float> scale, {zeroPoints}Span<byte> destination);"
        );
        Assert.Equal((minimum, maximum), ((int)plan.Range!.Value.Minimum, (int)plan.Range.Value.Maximum));
        Assert.Equal((ElementType.Int32, false, false), (plan.Accumulator, plan.BiasJoinsLast, plan.StoresVectors));
    }

    [Theory]
    [InlineData("byte", "sbyte", "int", null, ElementType.Int32, false)]
    [InlineData("byte", "sbyte", "int", "short", ElementType.Int32, false)]
    [InlineData("byte", "sbyte", "int", "int", ElementType.Int32, true)]
    [InlineData("byte", "sbyte", "byte", "int", ElementType.Int32, true)]
    [InlineData("short", "short", "int", "long", ElementType.Int64, true)]
    [InlineData("byte", "float", "int", null, ElementType.Double, false)]
    [InlineData("byte", "sbyte", "int", "double", ElementType.Double, false)]
    [InlineData("float", "float", "float", "float", ElementType.Single, false)]
    [InlineData("float", "double", "float", null, ElementType.Double, false)]
    public void Accumulators(string source, string kernel, string destination, string? bias, object accumulator, bool biasJoinsLast)
    {
        string parameter = bias is null ? "" : $"ReadOnlySpan<{bias}> bias, ";
        LayerPlan plan = PlanOf(
            $"[Correlation, KernelShape(3, 3, InputChannels = 8, OutputChannels = 8)] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, ReadOnlySpan<{kernel}> kernel, {parameter}Span<{destination}> destination);"
        );
        Assert.Equal((accumulator, biasJoinsLast), (plan.Accumulator, plan.BiasJoinsLast));
        Assert.Equal(plan.Accumulator == ElementType.Int64, plan.ScalarReason is not null);
    }

    [Theory]
    [InlineData("byte", "sbyte", "int", 8, 1, true)]
    [InlineData("sbyte", "byte", "byte", 3, 1, true)]
    [InlineData("short", "sbyte", "int", 8, 2, true)]
    [InlineData("byte", "sbyte", "int", 6, 2, false)]
    [InlineData("byte", "sbyte", "int", 1, 1, false)]
    [InlineData("ushort", "sbyte", "int", 8, 1, false)]
    [InlineData("byte", "ushort", "int", 8, 1, false)]
    [InlineData("byte", "float", "int", 8, 1, false)]
    [InlineData("float", "float", "float", 8, 1, false)]
    public void Channels_of_16_bits_are_multiplied_in_pairs(
        string source,
        string kernel,
        string destination,
        int inputs,
        int groups,
        bool arePairs
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation, KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = 8, Groups = {groups})] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, ReadOnlySpan<{kernel}> kernel, Span<{destination}> destination);"
        );
        Assert.Equal(arePairs, plan.PairsChannels);
        Assert.Equal(arePairs, plan.Decisions.Any(decision => decision.Contains("two at a time", StringComparison.Ordinal)));
        Assert.Equal(arePairs ? groups * (((inputs / groups) + 1) / 2) : inputs, plan.ReadChannels);
        Assert.False(arePairs && plan.ReadsWeightsInPlace);
    }

    /// <summary>
    /// Bytes are multiplied four at a time where a signed byte holds every weight, and where there is nothing to move a last bias by.
    /// </summary>
    [Theory]
    [InlineData("byte", "sbyte", "int", 16, 1, true, false)]
    [InlineData("sbyte", "sbyte", "int", 16, 1, true, false)]
    [InlineData("byte", "sbyte", "int", 3, 1, true, true)]
    [InlineData("byte", "sbyte", "int", 6, 1, true, true)]
    [InlineData("byte", "sbyte", "int", 2, 1, false, false)]
    [InlineData("byte", "sbyte", "int", 8, 2, true, false)]
    [InlineData("byte", "sbyte", "int", 12, 2, false, false)]
    [InlineData("byte", "byte", "int", 16, 1, false, false)]
    [InlineData("short", "sbyte", "int", 16, 1, false, false)]
    [InlineData("byte", "short", "int", 16, 1, false, false)]
    public void Channels_of_8_bits_are_multiplied_in_quadruples(
        string source,
        string kernel,
        string destination,
        int inputs,
        int groups,
        bool areQuads,
        bool prefersWide
    )
    {
        LayerPlan plan = PlanOf(
            $"[Correlation, KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = 32, Groups = {groups})] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, ReadOnlySpan<{kernel}> kernel, Span<{destination}> destination);"
        );
        Assert.Equal((areQuads, prefersWide), (plan.OfQuads is not null, plan.PrefersWideToQuads));
        Assert.Equal(areQuads && source == "sbyte", plan.OfQuads is { MovesSums: true });
        Assert.Equal(areQuads ? groups * (((inputs / groups) + 3) / 4) : plan.ReadChannels, (plan.OfQuads ?? plan).ReadChannels);
    }

    /// <summary>Constant weights are pairs where 16 bits hold them, over their common denominator.</summary>
    [Theory]
    [InlineData("1 2 3 -32768", "", true)]
    [InlineData("1 2 3 32768", "", false)]
    [InlineData("1 2 3 0.5", ", Divisor = 3", true)]
    public void Constant_weights_of_16_bits_are_pairs(string weights, string options, bool arePairs)
    {
        LayerPlan plan = PlanOf(
            $"[Correlation, Kernel(\"{weights}\", Columns = 2, InputChannels = 2, OutputChannels = 1{options})] public static partial void M(ReadOnlySpan<byte> source, Span<int> destination);"
        );
        Assert.Equal(arePairs, plan.PairsChannels);
    }

    [Theory]
    [InlineData(
        "[KernelShape(64, 64, InputChannels = 1024, OutputChannels = 1024)] public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);",
        "CONV015",
        "4294967296"
    )]
    [InlineData(
        "[KernelShape(3, InputChannels = 8)] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);",
        "CONV015",
        "17179869176",
        "Stride = int.MaxValue"
    )]
    [InlineData(
        "[KernelShape(3, InputChannels = 8)] public static partial void M(ReadOnlySpan<long> source, ReadOnlySpan<int> kernel, Span<long> destination);",
        "CONV013",
        "narrower"
    )]
    [InlineData(
        "[Kernel(\"1e39 1\", Columns = 2, OutputChannels = 1)] public static partial void M(ReadOnlySpan<float> source, Span<float> destination);",
        "CONV015",
        "beyond the range of 'float'"
    )]
    public void Refusals(string member, string rule, string text, string options = "")
    {
        Refusal? refusal = Planner.Plan(Compilations.Parse($"[Correlation({options})] " + member)).Refusal;
        Assert.Equal(rule, refusal?.Rule.Id);
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InputFirst", "Correlation", 0, 1, 2, (1 * 3) + 2)]
    [InlineData("InputFirst", "Convolution", 0, 1, 2, (((3 * 2) + 1) * 3) + 2)]
    [InlineData("OutputFirst", "Correlation", 0, 1, 2, ((2 * 2) + 1) * 4)]
    [InlineData("OutputFirst", "Convolution", 0, 1, 2, (((2 * 2) + 1) * 4) + 3)]
    public void Only_space_is_reversed(string layout, string operation, int place, int input, int output, int written)
    {
        LayerPlan plan = PlanOf(
            $"[{operation}(KernelLayout = ConvGen.KernelLayout.{layout}), KernelShape(2, 2, InputChannels = 2, OutputChannels = 3)] public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);"
        );
        Assert.Equal(written, WeightOrder.Written(plan.Model, plan.Layer, place, input, output));
        Assert.Equal(output, WeightOrder.OutputOf(plan.Model, plan.Layer, written));
    }

    [Fact]
    public void Every_pass_says_why_it_stands_where_it_stands() =>
        Assert.All(LayerPlanner.Passes(), pass => Assert.Contains("because", pass.Because, StringComparison.Ordinal));

    private static LayerPlan Plan(int inputs, int outputs, int groups, string options, string operation = "Correlation") =>
        PlanOf(
            $"[{operation}{(options.Length == 0 ? "" : "(" + options + ")")}, KernelShape(3, 3, InputChannels = {inputs}, OutputChannels = {outputs}, Groups = {groups})] "
                + "public static partial void M(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);"
        );

    private static LayerPlan PlanOf(string member)
    {
        PlanResult result = Planner.Plan(Compilations.Parse(member));
        Assert.True(result.Layer is not null, result.Refusal?.Message);
        return result.Layer;
    }
}
