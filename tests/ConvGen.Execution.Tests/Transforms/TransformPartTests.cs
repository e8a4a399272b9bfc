using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Regions;
using ConvGen.Execution.Tests.Streams;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Generator.Planning;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Transforms;

/// <summary>
/// Parts of a result, threads, images in place and streams through transforms: the bits of one whole call, wherever parts begin. Of whole
/// sums some parts are so small that they are formed directly.
/// </summary>
public sealed partial class TransformPartTests(ITestOutputHelper output)
{
    /// <summary>Lengths from one sample to several pairs of tiles, and odd ones between.</summary>
    private static readonly int[] Lengths = [1, 161, 1023, 5003, 9000];

    /// <summary>Tiles side by side of even and of odd numbers, one and several below each other.</summary>
    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (3, 140), (97, 1), (131, 90), (190, 61), (260, 151)];

    private static int Seeds => Effort.Of(1, 20);

    private static IEnumerable<Declared> Floats => TransformFixture.Declarations;

    private static IEnumerable<Declared> Integers => ExactTransformFixture.Declarations;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_partition_gives_the_bits_of_the_whole_call(bool isExact)
    {
        int rectangles = 0;
        Verify(
            isExact,
            static declared => RegionDeclared.Of(declared, RegionForm.Flat),
            static (declared, name) => declared.ToSource(name),
            static (declared, batch, name) => RegionTrial.Create(declared, batch, name),
            "Part",
            // Few parts: each takes the time of whole tiles.
            static (trial, width, height, seed) =>
                trial.Run(width, height, seed, wholes: 2) ?? trial.Run(width, height, seed + 1, wholes: 2),
            trial => rectangles += trial.Count
        );
        Tally.Count(output, "rectangles", rectangles);
        Assert.True(rectangles > 300, $"only {rectangles} rectangles were computed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_number_of_threads_gives_the_bits_of_one(bool isExact)
    {
        int calls = 0;
        Verify(
            isExact,
            declared => BandDeclared.Of(declared, hasBatch: declared.Border == Outside.Wrap),
            static (declared, name) => declared.ToSource(name),
            static (declared, batch, name) => BandTrial.Create(declared, batch, name),
            "Bands",
            (trial, width, height, seed) =>
            {
                calls += 2;
                (int few, int many) = seed % 2 == 0 ? (1, 7) : (2, -1);
                return trial.Run(width, height, seed % 3, few, seed % 5 == 0, seed)
                    ?? trial.Run(width, height, (seed + 1) % 3, many, seed % 5 == 1, seed);
            },
            static _ => { }
        );
        Tally.Count(output, "calls", calls);
        Assert.True(calls > 150, $"only {calls} calls were made");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_image_in_place_gets_the_bits_of_a_destination(bool isExact)
    {
        int calls = 0;
        Verify(
            isExact,
            declared => InPlaceDeclared.Of(declared, hasBatch: declared.Border == Outside.Wrap),
            static (declared, name) => declared.ToSource(name),
            static (declared, batch, name) => InPlaceTrial.Create(declared, batch, name),
            "InPlace",
            (trial, width, height, seed) =>
            {
                calls++;
                return trial.Run(width, height, seed % 3, seed);
            },
            static _ => { },
            declared => declared is { Kernel: null, Mode: Window.Same, Strides.Count: 0 } && (isExact || declared.Source.IsFloating())
        );
        Tally.Count(output, "calls", calls);
        Assert.True(calls > 30, $"only {calls} calls were made");
    }

    [Fact]
    public void Any_blocks_give_the_bits_of_the_whole_signal()
    {
        int streams = 0;
        Verify(
            isExact: true,
            StreamDeclared.Of,
            static (declared, name) => declared.ToSource(name),
            static (declared, batch, name) => StreamTrial.Create(declared, batch, name),
            "Blocks",
            (trial, length, _, seed) =>
            {
                streams++;
                Random random = new(seed);
                int[] blocks = [.. Enumerable.Range(0, 6).Select(_ => random.Next(random.Next(3) == 0 ? 40 : length + 1))];
                return trial.Run(blocks, seed);
            },
            static _ => { },
            static declared => declared.Axes == 1
        );
        Tally.Count(output, "streams", streams);
        Assert.True(streams > 30, $"only {streams} streams were computed");
    }

    /// <summary>Compiles each declaration twice, whole and in parts, and tries both on sizes of several tiles.</summary>
    private static void Verify<TDeclared, TTrial>(
        bool isExact,
        Func<Declared, TDeclared> declare,
        Func<TDeclared, string, string> toSource,
        Func<TDeclared, CompiledBatch, string, TTrial> create,
        string prefix,
        Func<TTrial, int, int, int, string?> run,
        Action<TTrial> count,
        Func<Declared, bool>? suits = null
    )
    {
        Declared[] chosen = [.. (isExact ? Integers : Floats).Where(declared => suits?.Invoke(declared) ?? true)];
        TDeclared[] declared = [.. chosen.Select(declare)];

        // Every tile is transformed in one batch; in the other one, integers choose by their size.
        foreach (bool isForced in isExact ? new[] { true, false } : [true])
        {
            BatchSettings settings = new() { KeepsPlans = true, Rewrite = text => WithLowThresholds(text, isForced) };
            GeneratedBatch generated = Batch.Compile(
                Batch.Wrap(declared.Select((one, i) => toSource(one, TrialBatch.NameOf(i)))),
                settings
            );
            using CompiledBatch batch = new(generated.Emit());
            for (int i = 0; i < declared.Length; i++)
            {
                string name = TrialBatch.NameOf(i);
                AssertTransformed(generated.Plans[prefix + name], isExact, declared[i]);
                TTrial trial = create(declared[i], batch, name);
                // Every second size; those that one declaration leaves out, the next one tries.
                IEnumerable<(int Width, int Height)> sizes = (
                    chosen[i].Axes == 1 ? [.. Lengths.Select(length => (length, 1))] : Sizes
                ).Where((_, number) => Effort.IsLong || (number + i) % 2 == 0);
                foreach ((int width, int height) in sizes)
                {
                    for (int seed = 0; seed < Seeds; seed++)
                    {
                        string? objection = run(trial, width, height, (i * 100) + width + seed);
                        Assert.True(
                            objection is null,
                            string.Create(CultureInfo.InvariantCulture, $"{width} x {height}: {objection}\n{trial}")
                        );
                    }
                }

                count(trial);
            }
        }
    }

    private static void AssertTransformed<TDeclared>(PlanResult planned, bool isExact, TDeclared declared) =>
        Assert.True(
            isExact ? planned.Plan?.Exact is not null : planned.Plan?.Transform is not null,
            $"no transform: {string.Join("; ", planned.Plan?.Decisions ?? [])}\n{declared}"
        );

    private static string WithLowThresholds(string text, bool isForced) =>
        isForced ? Threshold().Replace(BandTests.WithLowBands(text), "return 0 * $1 <=") : BandTests.WithLowBands(text);

    [GeneratedRegex(@"return (pairs|count) \* \d+ <=")]
    private static partial Regex Threshold();
}
