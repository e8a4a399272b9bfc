using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>
/// Minimal filtering of floating-point layers keeps the bound that its header prints, on samples and weights that are chosen against it.
/// </summary>
public sealed partial class MinimalErrorTests(ITestOutputHelper output)
{
    private const int Inputs = 20;
    private const int Outputs = 24;
    private const int Width = 24;
    private const int Height = 16;
    private const double Roundoff = 1.0 / (1 << 24);

    private static string Member(string options) =>
        $"""
            [global::ConvGen.Correlation(Padding = 1, FloatingPoint = global::ConvGen.FloatingPointMode.Transform{options}), global::ConvGen.KernelShape(3, 3, InputChannels = 20, OutputChannels = 24)]
            internal static partial void Layer(float[] source, int width, int height, global::ConvGen.PreparedKernel<float> kernel, float[] bias, float[] destination);

            """;

    private static readonly Func<Random, float>[] Contents =
    [
        random => (random.NextSingle() * 2) - 1,
        random => random.NextSingle(),
        random => random.Next(50) == 0 ? 1e6f : random.NextSingle(),
        random => (random.Next(2) == 0 ? 1 : -1) * (1 + (random.Next(3) * 1.2e-7f)),
        random => MathF.ScaleB(random.NextSingle() - 0.5f, random.Next(-20, 20)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Errors_are_within_the_bound_that_the_header_prints(bool isPlanar)
    {
        string member = Member(isPlanar ? ", Layout = global::ConvGen.ChannelLayout.Planar" : "");
        string text = Assert.Single(Batch.GenerateMethods(Batch.Wrap([member]), new BatchSettings())).Value;
        double factor = double.Parse(Bound().Match(text).Groups["c"].Value, CultureInfo.InvariantCulture);
        using CompiledBatch batch = Batch.OfMembers([member]);
        Action<float[], int, int, PreparedKernel<float>, float[], float[]> layer = batch.Method<
            Action<float[], int, int, PreparedKernel<float>, float[], float[]>
        >("Layer");
        Random random = new((int)Seed.Value);
        double worst = 0;
        int results = 0,
            rounded = 0;
        foreach (
            (Func<Random, float> sample, Func<Random, float> weight) in from sample in Contents
            from weight in Contents
            select (sample, weight)
        )
        {
            float[] source = Draw(Width * Height * Inputs, () => sample(random)),
                weights = Draw(9 * Inputs * Outputs, () => weight(random)),
                bias = Draw(Outputs, () => sample(random));
            float[] destination = new float[Width * Height * Outputs];
            layer(
                isPlanar ? Turned(source, Width * Height, Inputs) : source,
                Width,
                Height,
                new PreparedKernel<float>(weights),
                bias,
                destination
            );
            destination = isPlanar ? Turned(destination, Outputs, Width * Height) : destination;
            for (int place = 0; place < destination.Length; place++)
            {
                (int row, int column, int channel) = (place / Outputs / Width, place / Outputs % Width, place % Outputs);
                double exact = bias[channel] + Sum(source, weights, row, column, channel);
                double bound =
                    Roundoff * ((factor * NormOfTile(source, row, column) * NormOfWeights(weights, channel)) + Math.Abs(bias[channel]));
                double error = Math.Abs(destination[place] - exact);
                Assert.True(error <= bound, $"{Seed.Text} {place}: {destination[place]} instead of {exact}, allowed {bound}");
                worst = Math.Max(worst, error / bound);
                rounded += error > Math.Abs(exact) * Roundoff ? 1 : 0;
                results++;
            }
        }

        Tally.Count(output, "results of minimal filtering compared with exact sums", results);
        output.WriteLine($"c = {factor}, largest error over bound {worst}");
        Assert.True(rounded > results / 10, $"{rounded} of {results} are rounded more than once: no minimal filtering");
    }

    [GeneratedRegex(@"at most (?<c>\d+) \* eps \* norm\(w\)")]
    private static partial Regex Bound();

    private static float[] Draw(int count, Func<float> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    /// <summary>Rows as columns.</summary>
    private static float[] Turned(float[] numbers, int rows, int columns) =>
        [.. from column in Enumerable.Range(0, columns) from row in Enumerable.Range(0, rows) select numbers[(row * columns) + column]];

    private static float At(float[] source, int row, int column, int channel) =>
        row < 0 || column < 0 || row >= Height || column >= Width ? 0 : source[(((row * Width) + column) * Inputs) + channel];

    private static double Sum(float[] source, float[] weights, int row, int column, int channel)
    {
        double sum = 0;
        for (int tap = 0; tap < 9; tap++)
        {
            for (int input = 0; input < Inputs; input++)
            {
                sum +=
                    (double)weights[(((tap * Inputs) + input) * Outputs) + channel]
                    * At(source, row + (tap / 3) - 1, column + (tap % 3) - 1, input);
            }
        }

        return sum;
    }

    /// <summary>Of the 6 x 6 pixels that the tile sees which a result belongs to: width and height are multiples of a tile's.</summary>
    private static double NormOfTile(float[] source, int row, int column)
    {
        double sum = 0;
        for (int r = (row / 4 * 4) - 1; r < (row / 4 * 4) + 5; r++)
        {
            for (int c = (column / 4 * 4) - 1; c < (column / 4 * 4) + 5; c++)
            {
                for (int input = 0; input < Inputs; input++)
                {
                    double sample = At(source, r, c, input);
                    sum += sample * sample;
                }
            }
        }

        return Math.Sqrt(sum);
    }

    private static double NormOfWeights(float[] weights, int channel)
    {
        double sum = 0;
        for (int index = channel; index < weights.Length; index += Outputs)
        {
            sum += (double)weights[index] * weights[index];
        }

        return Math.Sqrt(sum);
    }
}
