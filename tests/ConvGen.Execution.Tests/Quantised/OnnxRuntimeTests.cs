using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>
/// Quantised layers have the bits of ONNX Runtime's QLinearConv. On x86 processors without instructions for dot products of bytes, ONNX
/// Runtime adds pairs of products of bytes and signed weights in 16 bits, saturated
/// (it recommends weights of 7 bits there), so that signed weights are drawn from -64 to 64; those that are unsigned have all values.
/// </summary>
public sealed class OnnxRuntimeTests(ITestOutputHelper output)
{
    private const int Exact = 64;

    private static readonly (int Inputs, int Outputs, int Groups)[] Channels =
    [
        (3, 16, 1),
        (8, 8, 1),
        (16, 32, 1),
        (5, 11, 1),
        (16, 16, 16),
        (7, 7, 7),
        (8, 24, 2),
        (1, 8, 1),
    ];

    private static readonly (int Rows, int Columns, int[] Strides, int[] Dilations, int[] Paddings)[] Geometries =
    [
        (3, 3, [1, 1], [1, 1], [1, 1, 1, 1]),
        (1, 1, [1, 1], [1, 1], [0, 0, 0, 0]),
        (3, 3, [2, 2], [1, 1], [0, 0, 1, 1]),
        (5, 5, [1, 1], [1, 1], [2, 2, 2, 2]),
        (2, 3, [1, 2], [2, 1], [0, 1, 2, 0]),
    ];

    [Fact]
    public void Results_have_the_bits_of_ONNX_Runtime()
    {
        output.WriteLine(Seed.Text);
        DeclaredLayer[] layers = [.. AllLayers()];
        using CompiledBatch batch = Batch.OfMembers(layers.Select((layer, index) => layer.ToSource(TrialBatch.NameOf(index))));
        Random random = new((int)Seed.Value);
        int results = 0,
            distinct = 0;
        for (int index = 0; index < layers.Length; index++)
        {
            DeclaredLayer layer = layers[index];
            QuantisedNumbers drawn = QuantisedNumbers.Draw(
                layer,
                13 + (index % 3),
                9,
                batch: 2,
                gap: 0,
                (int)Seed.Value + index,
                layer.Space.Kernel == Element.SByte ? Exact : byte.MaxValue
            );
            (float Source, float[] Kernel, float Destination) scales = (
                0.01f + random.NextSingle(),
                [.. drawn.Scale.Select(scale => Math.Abs(scale) * (0.5f + random.NextSingle()))],
                0.01f + random.NextSingle()
            );

            // As ONNX Runtime folds them, in single precision, from left to right.
            QuantisedNumbers numbers = drawn with
            {
                Scale = [.. scales.Kernel.Select(kernel => scales.Source * kernel / scales.Destination)],
            };
            int[] expected = OnnxLayer.Run(layer, numbers, scales);
            Layers.Stack<int> actual = new QuantisedTrial(layer, batch, TrialBatch.NameOf(index)).Run(numbers);
            string? difference = Difference(expected, actual.Elements);
            Assert.True(difference is null, $"{layer}\n{difference}");
            Assert.Equal(actual.Needed, expected.Length);
            results += expected.Length;
            distinct += expected.Distinct().Count();
        }

        Tally.Count(output, "layers compared with ONNX Runtime", layers.Length);
        Tally.Count(output, "results compared with ONNX Runtime", results);
        Assert.True(layers.Length >= 100 && distinct > 100 * layers.Length / 2, $"{layers.Length} {distinct}");
    }

    private static string? Difference(int[] expected, int[] actual)
    {
        int[] places = [.. Enumerable.Range(0, expected.Length).Where(place => expected[place] != actual[place])];
        return places.Length == 0
            ? null
            : $"{places.Length} of {expected.Length} differ, the first at {places[0]}: {actual[places[0]]} instead of {expected[places[0]]}";
    }

    private static IEnumerable<DeclaredLayer> AllLayers()
    {
        (Element Source, Element Kernel, Element Destination)[] types =
        [
            (Element.Byte, Element.SByte, Element.Byte),
            (Element.SByte, Element.SByte, Element.SByte),
            (Element.Byte, Element.Byte, Element.Byte),
        ];
        foreach ((Element source, Element kernel, Element destination) in types)
        {
            foreach ((int rows, int columns, int[] strides, int[] dilations, int[] paddings) in Geometries)
            {
                foreach ((int inputs, int outputs, int groups) in Channels)
                {
                    Declared space = new(2, rows, columns, [])
                    {
                        Source = source,
                        Kernel = kernel,
                        Destination = destination,
                        Mode = Window.Padded,
                        Strides = strides,
                        Dilations = dilations,
                        Paddings = paddings,
                    };
                    bool isOdd = (inputs + outputs + columns) % 2 == 1;
                    yield return new DeclaredLayer(space, inputs, outputs, groups)
                    {
                        IsPlanar = true,
                        IsOutputFirst = true,
                        HasBatch = true,
                        Bias = isOdd ? Element.Int32 : null,
                        IsPrepared = kernel == Element.SByte && !isOdd,
                        Quantised = new ZeroPoints(Source: true, Kernel: kernel == Element.Byte, Destination: true),
                    };
                }
            }
        }
    }
}
