using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Layers against PyTorch's numbers and those of the founding documents, in both layouts and both kernel layouts.</summary>
public sealed class LayerGoldenTests
{
    private const int MostConstants = 400;

    [Fact]
    public void Every_case_with_channels_is_loaded() => Assert.Equal(3 + 15, LayerGolden.All.Count);

    [Theory]
    [InlineData(nameof(Element.Double), false)]
    [InlineData(nameof(Element.Single), false)]
    [InlineData(nameof(Element.Double), true)]
    public void Weights_that_arrive_at_run_time(string type, bool isPrepared)
    {
        Element element = Enum.Parse<Element>(type);
        Check(
            from golden in LayerGolden.All.Values
            from isPlanar in new[] { false, true }
            from isOutputFirst in new[] { false, true }
            select (
                golden,
                golden.Layer with
                {
                    Space = golden.Layer.Space with { Source = element, Destination = element, Kernel = element },
                    IsPlanar = isPlanar,
                    IsOutputFirst = isOutputFirst,
                    IsPrepared = isPrepared,
                }
            )
        );
    }

    [Fact]
    public void Sbytes_with_exact_sums() =>
        Check(
            from golden in LayerGolden.All.Values
            from isPlanar in new[] { false, true }
            select (
                golden,
                golden.Layer with
                {
                    Space = golden.Layer.Space with { Source = Element.SByte, Destination = Element.Int32, Kernel = Element.SByte },
                    IsPlanar = isPlanar,
                    IsOutputFirst = !isPlanar,
                }
            )
        );

    [Fact]
    public void Weights_known_at_compile_time() =>
        Check(
            from golden in LayerGolden.All.Values
            where golden.Weights.Length <= MostConstants
            from isPlanar in new[] { false, true }
            from isOutputFirst in new[] { false, true }
            let layer = golden.Layer with
            {
                IsPlanar = isPlanar,
                IsOutputFirst = isOutputFirst,
            }
            select (
                golden,
                layer with
                {
                    Space = layer.Space with
                    {
                        Kernel = null,
                        Source = Element.Single,
                        Destination = Element.Single,
                        Weights = [.. golden.WeightsOf(layer).Select(weight => weight.ToString())],
                    },
                }
            )
        );

    private static void Check(IEnumerable<(LayerGolden Golden, DeclaredLayer Layer)> cases)
    {
        (LayerGolden Golden, DeclaredLayer Layer)[] all = [.. cases];
        Assert.NotEmpty(all);
        using LayerBatch batch = new([.. all.Select(item => item.Layer)]);
        Dictionary<LayerTrial, LayerGolden> goldens = batch.Trials.Zip(all).ToDictionary(pair => pair.First, pair => pair.Second.Golden);
        LayerBatch.AssertAll(batch.Trials, trial => [trial.Run(goldens[trial])]);
    }
}
