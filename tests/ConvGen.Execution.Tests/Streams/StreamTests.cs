using System.Globalization;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Grammar;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Streams;

/// <summary>Signals that come block by block: the same bits for every way of cutting them.</summary>
public sealed class StreamTests(ITestOutputHelper output)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static int Batches => Effort.Of(5, 150);

    private static Gen<StreamDeclared> Any =>
        Gen.Frequency(
            (3, FilterGrammar.Any.Where(declared => declared.Axes == 1 && declared.Columns <= 300).Select(StreamDeclared.Of)),
            (1, LayerGenerator.Any.Where(layer => layer.Space.Axes == 1).Select(StreamDeclared.Of))
        );

    [Fact]
    public void Any_blocks_give_the_bits_of_the_whole_signal()
    {
        output.WriteLine(Seed.Text);
        int streams = 0,
            blocks = 0,
            crossing = 0;
        DrawnBatches.Verify(
            Any,
            Batches,
            static (declared, name) => declared.ToSource(name),
            (declared, batch, name, first) =>
            {
                StreamTrial trial = StreamTrial.Create(declared, batch, name);
                Interlocked.Increment(ref streams);
                for (int seed = 0; seed < 8; seed++)
                {
                    int[] cut = Cut(new Random(first + seed), declared);
                    Interlocked.Add(ref blocks, cut.Length);
                    Interlocked.Add(ref crossing, cut.Count(block => block > 0 && block * declared.Stride < declared.Past));
                    if (trial.Run(cut, seed, seed < 6 ? Content.Ordinary : Content.Subnormal) is { } objection)
                    {
                        return $"{trial}[{string.Join(' ', cut)}]: {objection}\n";
                    }
                }

                return null;
            }
        );
        Tally.Count(output, "streams", streams);
        Tally.Count(output, "blocks", blocks);
        Assert.True(crossing > 100, $"only {crossing} blocks are shorter than the history");
    }

    /// <summary>
    /// Recorded from <c>scipy.signal.lfilter([3, -1, 2, 0.5], [1], x, zi=[...])</c> 1.10.1, in one call and in two, the second with what
    /// the first returned; the history is the samples from which SciPy's <c>lfiltic(b, a, [], x)</c> makes that state.
    /// </summary>
    [Theory]
    [InlineData(7)]
    [InlineData(5, 2)]
    [InlineData(1, 1, 1, 1, 1, 1, 1)]
    [InlineData(0, 3, 0, 0, 1, 3, 0)]
    [InlineData(2, 4, 1)]
    public void Blocks_agree_with_lfilter_and_its_state(params int[] blocks)
    {
        const string Source = """
            [global::ConvGen.Convolution, global::ConvGen.Kernel("3 -1 2 0.5")]
            internal static partial void M(double[] source, double[] history, double[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Action<double[], double[], double[]> filter = batch.Method<Action<double[], double[], double[]>>("M");
        double[] signal = [1, 5, -3, 2, 8, 0, 6],
            history = [4, -2, 7];
        List<double> results = [];
        foreach (int block in blocks)
        {
            double[] result = new double[block];
            filter(signal[results.Count..(results.Count + block)], history, result);
            results.AddRange(result);
        }

        Assert.Equal([-6, 27, -8.5, 19.5, 18.5, -5.5, 35], results);
        Assert.Equal([8, 0, 6], history);
    }

    /// <summary>Blocks of every length up to some vectors, the shortest of which are filled up to one.</summary>
    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("short")]
    public void Short_blocks_have_the_bits_of_a_long_one(string type)
    {
        const int Longest = 70,
            Taps = 101;
        string weights = string.Join(' ', Enumerable.Range(0, Taps).Select(static tap => ((tap * 37 % 101) - 50).ToString(Invariant)));
        using CompiledBatch batch = Batch.OfMembers([
            $"[global::ConvGen.Convolution, global::ConvGen.Kernel(\"{weights}\", Divisor = 1024)] "
                + $"internal static partial void M({type}[] source, {type}[] history, {type}[] destination);",
        ]);
        switch (type)
        {
            case "float":
                Compare(batch, static random => random.NextSingle() - 0.5f);
                break;
            case "double":
                Compare(batch, static random => random.NextDouble() - 0.5);
                break;
            default:
                Compare(batch, static random => (short)random.Next(short.MinValue, short.MaxValue));
                break;
        }

        static void Compare<T>(CompiledBatch batch, Func<Random, T> draw)
        {
            Action<T[], T[], T[]> filter = batch.Method<Action<T[], T[], T[]>>("M");
            Random random = new(3);
            T[] signal = [.. Enumerable.Range(0, Longest * (Longest + 1) / 2).Select(_ => draw(random))],
                expected = new T[signal.Length],
                history = new T[Taps - 1],
                whole = new T[Taps - 1];
            filter(signal, whole, expected);
            List<T> results = [];
            for (int block = 1; block <= Longest; block++)
            {
                T[] result = new T[block];
                filter(signal[results.Count..(results.Count + block)], history, result);
                results.AddRange(result);
            }

            Assert.Equal(expected, results);
            Assert.Equal(whole, history);
        }
    }

    [Fact]
    public void Wrong_lengths_and_overlaps_are_refused_and_nothing_is_written()
    {
        const string Source = """
            [global::ConvGen.Convolution(Stride = 2, PixelChannels = 2), global::ConvGen.Kernel("1 2 3 4")]
            internal static partial void M(int[] source, int[] history, int[] destination);

            [global::ConvGen.Convolution, global::ConvGen.Kernel("1 2 3 4")]
            internal static partial int[] R(int[] source, int length, int[] history);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Action<int[], int[], int[]> filter = batch.Method<Action<int[], int[], int[]>>("M");
        Func<int[], int, int[], int[]> returned = batch.Method<Func<int[], int, int[], int[]>>("R");
        int[] history = [1, 1, 1, 1, 1, 1],
            destination = [9, 9, 9, 9];
        Assert.Equal("history", Assert.Throws<ArgumentException>(() => filter(new int[8], new int[5], destination)).ParamName);
        Assert.Equal("history", Assert.Throws<ArgumentException>(() => filter(new int[8], new int[7], destination)).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentException>(() => filter(new int[6], history, destination)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => filter(new int[12], history, destination)).ParamName);
        Assert.Equal("history", Assert.Throws<ArgumentNullException>(() => filter(new int[8], null!, destination)).ParamName);
        int[] three = [1, 1, 1];
        Assert.Equal("history", Assert.Throws<ArgumentException>(() => returned(three, 3, three)).ParamName);
        Assert.Equal([1, 1, 1], three);
        Assert.Equal([1, 1, 1, 1, 1, 1], history);
        Assert.Equal([9, 9, 9, 9], destination);
        filter([], history, []);
        Assert.Equal([1, 1, 1, 1, 1, 1], history);
    }

    /// <summary>A cut with empty blocks, single results, and blocks shorter and longer than the history.</summary>
    private static int[] Cut(Random random, StreamDeclared declared)
    {
        int past = (declared.Past / declared.Stride) + 1;
        return
        [
            .. Enumerable
                .Range(0, random.Next(1, 9))
                .Select(_ =>
                    random.Next(5) switch
                    {
                        0 => 0,
                        1 => 1,
                        2 => random.Next(1, past + 2),
                        3 => random.Next(1, 40),
                        _ => random.Next(past, past + 300),
                    }
                ),
        ];
    }
}
