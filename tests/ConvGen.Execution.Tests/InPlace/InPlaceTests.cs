using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.InPlace;

/// <summary>Images that are overwritten by their result: the same bits as in another place.</summary>
public sealed partial class InPlaceTests(ITestOutputHelper output)
{
    private static int Batches => Effort.Of(4, 200);

    private static Gen<InPlaceDeclared> Any =>
        Gen.Frequency(
            (4, FilterGrammar.Any.Zip(Gen.Elements(false, false, true), InPlaceDeclared.Of)),
            (
                2,
                LayerGenerator
                    .Any.Where(layer => layer.Space.Kernel is not null && layer.Inputs % layer.Groups == 0)
                    .Select(InPlaceDeclared.Of)
            )
        );

    /// <summary>Every second batch has bands of few rows, so that small images have many.</summary>
    [Fact]
    public void An_image_in_place_gets_the_bits_of_a_destination()
    {
        output.WriteLine(Seed.Text);
        int calls = 0;
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                InPlaceTrial trial = InPlaceTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int width, int height) in Sizes(random, declared.Space.Axes))
                {
                    Interlocked.Increment(ref calls);
                    if (trial.Run(width, height, random.Next(0, 4), seed) is { } objection)
                    {
                        return $"{trial}{objection}\n";
                    }
                }

                return null;
            },
            static index => new() { Rewrite = index % 2 == 0 ? WithLowBands : null }
        );
        Tally.Count(output, "calls", calls);
        Assert.True(calls > 200, $"only {calls} calls were made");
    }

    /// <summary>The generated text with bands of a few rows, some of them lower than the window.</summary>
    internal static string WithLowBands(string text) => Bands().Replace(text, "nint band = 3;");

    private static (int Width, int Height)[] Sizes(Random random, int axes) =>
        axes == 1
            ? [(random.Next(0, 9), 1), (random.Next(1, 300), 1), (random.Next(1000, 40_000), 1)]
            :
            [
                (random.Next(0, 9), random.Next(0, 9)),
                (random.Next(1, 80), random.Next(1, 50)),
                (random.Next(60, 400), random.Next(20, 90)),
                (random.Next(1, 70), random.Next(100, 400)),
            ];

    [GeneratedRegex(@"nint band = (?:Math\.Max\([^;]*\)|[\d_]+);")]
    private static partial Regex Bands();
}
