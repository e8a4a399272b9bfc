using System.Globalization;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>
/// What a quantised layer is run on. Samples, weights and results are kept as integers, in memory as the layer lays them out.
/// </summary>
/// <param name="Source">The samples.</param>
/// <param name="Weights">The weights as written; those of the declaration where they are constants.</param>
/// <param name="Bias">A number for each output channel; zeros where the layer takes none.</param>
/// <param name="Scale">A factor for each output channel.</param>
/// <param name="SourceZero">Zero point of the samples.</param>
/// <param name="KernelZero">Zero point of the weights.</param>
/// <param name="DestinationZero">Zero point of the results.</param>
internal sealed record QuantisedNumbers(
    Layers.Stack<int> Source,
    int[] Weights,
    int[] Bias,
    float[] Scale,
    int SourceZero,
    int KernelZero,
    int DestinationZero
)
{
    private static readonly float[] Halves = [0.5f, 0.25f, 0.125f, 0.0625f];

    /// <summary>
    /// Draws numbers. Factors are such that results fall on both sides of what the type holds, and powers of two among them, by which sums
    /// end halfway between integers.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="batch">Sources.</param>
    /// <param name="gap">Elements between rows.</param>
    /// <param name="seed">Where the draw begins.</param>
    /// <param name="largestWeight">Magnitude of weights less their zero point that are drawn at most.</param>
    public static QuantisedNumbers Draw(DeclaredLayer layer, int width, int height, int batch, int gap, int seed, int largestWeight = 255)
    {
        Random random = new(seed);
        ZeroPoints zeros = layer.Quantised!;
        int sourceZero = zeros.Source ? Any(random, layer.Space.Source) : 0;
        int kernelZero = zeros.Kernel ? Any(random, layer.Space.Kernel!.Value) : 0;
        Layers.Stack<int> shape = new(
            batch,
            layer.Inputs,
            width,
            height,
            (layer.IsPlanar ? width : width * layer.Inputs) + gap,
            layer.IsPlanar,
            []
        );
        int[] samples = [.. Enumerable.Range(0, shape.Needed).Select(_ => Any(random, layer.Space.Source))];
        int[] weights = layer.Space.Kernel is { } kernel
            ? [.. Enumerable.Range(0, layer.WeightCount).Select(_ => Weight(random, kernel, kernelZero, largestWeight))]
            : [.. layer.Space.Weights.Select(weight => int.Parse(weight, CultureInfo.InvariantCulture))];
        double typical =
            64
            * Math.Sqrt(layer.Taps)
            * Math.Max(1, Math.Sqrt(weights.Average(weight => (double)(weight - kernelZero) * (weight - kernelZero))));
        float[] scale =
        [
            .. Enumerable
                .Range(0, layer.Outputs)
                .Select(_ =>
                    random.Next(4) == 0
                        ? Halves[random.Next(Halves.Length)]
                        : (float)((0.2 + random.NextDouble()) * 100 / typical) * (random.Next(12) == 0 ? -1 : 1)
                ),
        ];
        int[] bias =
        [
            .. Enumerable
                .Range(0, layer.Outputs)
                .Select(_ =>
                    layer.Bias is null ? 0
                    : random.Next(8) == 0 ? random.Next(-1_000_000, 1_000_000)
                    : random.Next(-(int)typical, (int)typical)
                ),
        ];
        return new(
            shape with
            {
                Elements = samples,
            },
            weights,
            bias,
            scale,
            sourceZero,
            kernelZero,
            zeros.Destination ? Any(random, layer.Space.Destination) : 0
        );
    }

    private static int Any(Random random, Element type) =>
        type == Element.Byte ? random.Next(byte.MaxValue + 1) : random.Next(sbyte.MinValue, sbyte.MaxValue + 1);

    private static int Weight(Random random, Element type, int zero, int largest)
    {
        (int low, int high) = type == Element.Byte ? (0, 255) : (-128, 127);
        return random.Next(Math.Max(low, zero - largest), Math.Min(high, zero + largest) + 1);
    }
}
