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

namespace ConvGen.Execution.Tests.Bands;

/// <summary>Results that several threads compute, band by band: the same bits as one thread's.</summary>
public sealed partial class BandTests(ITestOutputHelper output)
{
    private static int Batches => Effort.Of(4, 200);

    private static Gen<BandDeclared> Any =>
        Gen.Frequency(
            (4, FilterGrammar.Any.Zip(Gen.Elements(false, false, true), BandDeclared.Of)),
            (2, LayerGenerator.Any.Select(BandDeclared.Of))
        );

    /// <summary>Every second batch has thresholds so low that the smallest results are cut into bands for several threads.</summary>
    [Fact]
    public void Any_number_of_threads_gives_the_bits_of_one()
    {
        output.WriteLine(Seed.Text);
        int calls = 0;
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, seed) =>
            {
                BandTrial trial = BandTrial.Create(declared, batch, name);
                Random random = new(seed);
                foreach ((int width, int height) in Sizes(random, declared.Space.Axes))
                {
                    Interlocked.Increment(ref calls);
                    if (trial.Run(width, height, random.Next(0, 6), Degree(random), random.Next(2) == 0, seed) is { } objection)
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

    /// <summary>
    /// The generated text with bands of at least one row and a thread for every band, and without copies of small images that are overwritten.
    /// Bands are multiples of one row, but of a block where bits depend on where tiles begin.
    /// </summary>
    internal static string WithLowBands(string text)
    {
        bool hasBlocks = text.Contains("minimal filtering (Winograd)", StringComparison.Ordinal);
        return Thresholds()
            .Replace(
                Rows().Replace(Whole().Replace(text, "if ($1 < 0)"), hasBlocks ? "$0" : "const int $1 = 1;"),
                "const double LeastShare = 1, LeastWork = 1, MostWork = 4000, LatestWork = 4000;"
            );
    }

    private static int Degree(Random random) =>
        random.Next(5) switch
        {
            0 => -1,
            1 => 1,
            2 => 2,
            3 => 64,
            _ => random.Next(3, 9),
        };

    private static (int Width, int Height)[] Sizes(Random random, int axes) =>
        axes == 1
            ? [(random.Next(0, 9), 1), (random.Next(1, 300), 1), (random.Next(1000, 30_000), 1)]
            :
            [
                (random.Next(0, 9), random.Next(0, 9)),
                (random.Next(1, 80), random.Next(1, 50)),
                (random.Next(60, 400), random.Next(20, 90)),
                (random.Next(1, 70), random.Next(300, 900)),
            ];

    [GeneratedRegex(@"const double LeastShare = [\d_]+, LeastWork = [\d_]+, MostWork = [\d_]+, LatestWork = [\d_]+;")]
    private static partial Regex Thresholds();

    [GeneratedRegex(@"const int (Least|Group) = [\d_]+;")]
    private static partial Regex Rows();

    [GeneratedRegex(@"if \((\w+) <= [^\n]*\)(?=\s*\{\s*(?:cancellationToken\.ThrowIfCancellationRequested\(\);\s*)?RunWhole\()")]
    private static partial Regex Whole();
}
