using System.Text.RegularExpressions;
using ConvGen.Execution.Tests.Bands;
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

    /// <summary>Any filter or layer that overwrites its image.</summary>
    internal static Gen<InPlaceDeclared> Any =>
        Gen.Frequency(
            (
                4,
                FilterGrammar
                    .Any.Zip(Gen.Elements(false, false, true), InPlaceDeclared.Of)
                    .Zip(Gen.Elements(false, true), static (declared, isParallel) => declared with { IsParallel = isParallel })
            ),
            (
                2,
                LayerGenerator
                    .Any.Where(layer => layer.Space.Kernel is not null && layer.Inputs % layer.Groups == 0)
                    .Select(InPlaceDeclared.Of)
                    .Zip(Gen.Elements(false, true), static (declared, isParallel) => declared with { IsParallel = isParallel })
            )
        );

    /// <summary>Every second batch has bands of few rows, so that small images have many.</summary>
    [Fact]
    public void An_image_in_place_gets_the_bits_of_a_destination()
    {
        output.WriteLine(Seed.Text);
        int calls = 0,
            parallel = 0;
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
                    Interlocked.Add(ref parallel, declared.IsParallel ? 1 : 0);
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
        Tally.Count(output, "calls of several threads", parallel);
        Assert.True(calls > 200, $"only {calls} calls were made");
        Assert.True(parallel > 80, $"only {parallel} calls were made of methods with several threads");
    }

    /// <summary>The generated text with bands of a few rows, some of them lower than the window.</summary>
    internal static string WithLowBands(string text) =>
        BandTests.WithLowBands(Groups().Replace(Bands().Replace(text, "nint band = 3;"), ""));

    /// <summary>Bands find what was kept of their neighbours wherever the collector has moved it meanwhile.</summary>
    [Fact]
    public void What_bands_see_of_each_other_may_move_in_memory()
    {
        const string Source = """
            [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            internal static partial void Apart(byte[] source, int width, int height, byte[] destination);

            [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate, Parallel = true), global::ConvGen.Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            internal static partial void Over(byte[] image, int width, int height, System.Threading.CancellationToken cancellationToken);

            /// <summary>Collects, and counts collections that moved an array to another place of a cache line.</summary>
            internal static void Move(byte[] array)
            {
                nint before = AddressOf(array);
                System.GC.Collect(1, System.GCCollectionMode.Forced, blocking: true, compacting: true);
                Moves += (AddressOf(array) - before) % 64 == 0 ? 0 : 1;
            }

            internal static int Moves { get; private set; }

            private static nint AddressOf(byte[] array) => System.Runtime.CompilerServices.Unsafe.ByteOffset(
                ref System.Runtime.CompilerServices.Unsafe.NullRef<byte>(), ref array[0]);
            """;
        const int Height = 90;
        using CompiledBatch batch = Batch.OfMembers(
            [Source],
            new BatchSettings { Rewrite = text => WithMoves(BandTests.WithLowBands(text)) }
        );
        Action<byte[], int, int, byte[]> apart = batch.Method<Action<byte[], int, int, byte[]>>("Apart");
        Action<byte[], int, int, CancellationToken> over = batch.Method<Action<byte[], int, int, CancellationToken>>("Over");
        using CancellationTokenSource source = new();
        Random random = new(1);
        for (int width = 100; width < 132; width++)
        {
            byte[] image = new byte[width * Height],
                expected = new byte[width * Height];
            random.NextBytes(image);
            apart(image, width, Height, expected);
            over(image, width, Height, source.Token);
            Assert.Equal(expected, image);
        }

        int moves = batch.Method<Func<int>>("get_Moves")();
        Tally.Count(output, "arrays moved to another place of a cache line", moves);
        Assert.True(moves > 10, $"only {moves} arrays were moved");
    }

    /// <summary>
    /// The generated text with an array for what is kept that lies behind garbage of several sizes, and a collection before it is read.
    /// </summary>
    private static string WithMoves(string text) =>
        Started()
            .Replace(
                Kept()
                    .Replace(
                        text,
                        "byte[] garbage = new byte[8 * (Width % 8)]; kept = new byte[BitOperations.RoundUpToPowerOf2((uint)$1)]; GC.KeepAlive(garbage);"
                    ),
                $"global::{Batch.TypeName}.Move(kept); $0"
            );

    private static (int Width, int Height)[] Sizes(Random random, int axes) =>
        axes == 1
            ? [(random.Next(0, 9), 1), (random.Next(1, 300), 1), (random.Next(1000, 40_000), 1)]
            :
            [
                (random.Next(0, 9), random.Next(0, 9)),
                (random.Next(1, 80), random.Next(1, 50)),
                (random.Next(60, 400), random.Next(20, 90)),
                (random.Next(1, 70), random.Next(100, 6000)),
            ];

    [GeneratedRegex(@"nint band = (?:Math\.Max\([^;]*\)|[\d_]+);")]
    private static partial Regex Bands();

    [GeneratedRegex(@"(?<=\n *)kept = ArrayPool<byte>\.Shared\.Rent(\([^;]*\));")]
    private static partial Regex Kept();

    [GeneratedRegex(@"try\s*\{\s*Run\(workers")]
    private static partial Regex Started();

    [GeneratedRegex(@"band = \(\(band \+ \d+\) / \d+\) \* \d+;")]
    private static partial Regex Groups();
}
