using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>What must hold between layers: reversal, mirrors, and independence of a result from where it lies.</summary>
public sealed class LayerIdentityTests
{
    private const int Count = 24;

    [Fact]
    public void Convolution_equals_correlation_with_the_kernel_reversed_in_space_bit_for_bit()
    {
        DeclaredLayer[] convolutions =
        [
            .. Draw(layer => layer.Space.Kernel is null).Select(layer => layer with { Space = layer.Space with { IsConvolution = true } }),
        ];
        DeclaredLayer[] correlations =
        [
            .. convolutions.Select(layer => Reversed(layer, onRows: true, onColumns: true, isConvolution: false)),
        ];
        AssertPairs(convolutions, correlations, mirrorsRows: false, mirrorsColumns: false);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_mirrored_source_and_a_kernel_mirrored_on_the_same_axes_give_the_mirrored_result(bool onRows, bool onColumns)
    {
        // Exact sums, so that their order does not matter, and windows inside the source, so that both ends are alike.
        DeclaredLayer[] layers =
        [
            .. Draw(layer => layer.Space.Kernel is null && layer.Space.Axes == 2 && layer.Bias is null)
                .Select(layer =>
                    layer with
                    {
                        Space = layer.Space with
                        {
                            Source = Element.SByte,
                            Destination = Element.Int32,
                            Mode = Window.Valid,
                            Border = Outside.Constant,
                            BorderValue = "0",
                            Anchor = null,
                            Paddings = [],
                            Strides = [],
                            Divisor = null,
                            Weights =
                            [
                                .. layer.Space.Weights.Select(
                                    (_, index) => ((index * 7 % 11) - 5).ToString(System.Globalization.CultureInfo.InvariantCulture)
                                ),
                            ],
                        },
                    }
                ),
        ];
        AssertPairs(layers, [.. layers.Select(layer => Reversed(layer, onRows, onColumns, layer.Space.IsConvolution))], onRows, onColumns);
    }

    [Fact]
    public void Results_do_not_depend_on_the_size_of_the_source()
    {
        DeclaredLayer[] layers =
        [
            .. Draw(_ => true)
                .Select(layer =>
                    layer with
                    {
                        Space = layer.Space with
                        {
                            Mode = Window.Valid,
                            Border = Outside.Constant,
                            BorderValue = "0",
                            Anchor = null,
                            Paddings = [],
                            Strides = [],
                        },
                    }
                ),
        ];
        using LayerBatch batch = new(layers);
        LayerBatch.AssertAll(
            batch.Trials,
            trial =>
            {
                Declared space = trial.Layer.Space;
                bool isLine = space.Axes == 1;
                int columns = (space.Dilation(space.Axes - 1) * (space.Columns - 1)) + 1;
                int rows = isLine ? 1 : (space.Dilation(0) * (space.Rows - 1)) + 1;
                LayerRun run = new(columns + 44, isLine ? 1 : rows + 9, 5, Batch: 2, Gap: 1);
                IReadOnlyDictionary<(int Item, int Channel, int Row, int Column), string> whole = trial.Results(run);
                return from width in new[] { columns, columns + 1, columns + 3, columns + 6, columns + 12, columns + 17, columns + 40 }
                    let view = new SourceView(width % 4, isLine ? 0 : width % 3, width, isLine ? 1 : rows + (width % 6))
                    from result in trial.Results(run, view)
                    let there = whole[(result.Key.Item, result.Key.Channel, result.Key.Row + view.Top, result.Key.Column + view.Left)]
                    where there != result.Value
                    select $"{Seed.Text}: {view}: {result.Key}: {result.Value} in a part and {there} in the whole";
            }
        );
    }

    private static DeclaredLayer[] Draw(Func<DeclaredLayer, bool> isWanted) =>
        LayerGenerator.Any.Where(isWanted).Sample(Count, Seed.Start, 50).ToArray();

    private static DeclaredLayer Reversed(DeclaredLayer layer, bool onRows, bool onColumns, bool isConvolution)
    {
        DeclaredLayer plain = layer with { Space = layer.Space with { IsConvolution = false } };
        string[] weights = [.. layer.Space.Weights];
        for (int output = 0; output < layer.Outputs; output++)
        {
            for (int input = 0; input < layer.GroupInputs; input++)
            {
                for (int row = 0; row < layer.Space.Rows; row++)
                {
                    for (int column = 0; column < layer.Space.Columns; column++)
                    {
                        int from = plain.WeightIndex(
                            onRows ? layer.Space.Rows - 1 - row : row,
                            onColumns ? layer.Space.Columns - 1 - column : column,
                            input,
                            output
                        );
                        weights[plain.WeightIndex(row, column, input, output)] = layer.Space.Weights[from];
                    }
                }
            }
        }

        return layer with
        {
            Space = layer.Space with { IsConvolution = isConvolution, Weights = weights },
        };
    }

    private static void AssertPairs(DeclaredLayer[] left, DeclaredLayer[] right, bool mirrorsRows, bool mirrorsColumns)
    {
        using LayerBatch batch = new([.. left, .. right]);
        Dictionary<LayerTrial, LayerTrial> partners = batch
            .Trials.Take(left.Length)
            .Zip(batch.Trials.Skip(left.Length))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        LayerBatch.AssertAll(
            [.. batch.Trials.Take(left.Length)],
            trial =>
                from width in new[] { 1, 3, 6, 9, 17, 34 }
                from height in trial.Layer.Space.Axes == 1 ? new[] { 1 } : [1, 4, 7]
                let run = new LayerRun(
                    width,
                    height,
                    width + height,
                    Batch: 2,
                    Content: mirrorsRows || mirrorsColumns ? Content.Ordinary : Content.Special
                )
                select Difference(
                    trial.Results(run),
                    partners[trial].Results(run, new SourceView(0, 0, width, height, mirrorsRows, mirrorsColumns)),
                    mirrorsRows,
                    mirrorsColumns
                )
                    is { } difference
                    ? $"{Seed.Text}: {run}: {difference}"
                    : null
        );
    }

    private static string? Difference(
        IReadOnlyDictionary<(int Item, int Channel, int Row, int Column), string> left,
        IReadOnlyDictionary<(int Item, int Channel, int Row, int Column), string> right,
        bool mirrorsRows,
        bool mirrorsColumns
    )
    {
        int rows = left.Count == 0 ? 0 : left.Keys.Max(place => place.Row) + 1,
            columns = left.Count == 0 ? 0 : left.Keys.Max(place => place.Column) + 1;
        foreach (((int item, int channel, int row, int column), string value) in left)
        {
            string other = right[(item, channel, mirrorsRows ? rows - 1 - row : row, mirrorsColumns ? columns - 1 - column : column)];
            if (other != value)
            {
                return $"item {item}, channel {channel}, row {row}, column {column}: {value} and {other}";
            }
        }

        return left.Count == right.Count ? null : $"{left.Count} and {right.Count} results";
    }
}
