using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Properties;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.ComplexSamples;

/// <summary>Complex samples: a naive loop over complex numbers, and what NumPy and SciPy computed.</summary>
public sealed class ComplexTests(ITestOutputHelper output)
{
    private static readonly (Element Source, Element Destination)[] Types =
    [
        (Element.Double, Element.Double),
        (Element.Single, Element.Single),
        (Element.Single, Element.Double),
        (Element.Int16, Element.Int16),
        (Element.Int16, Element.Int32),
        (Element.SByte, Element.Int16),
        (Element.Int32, Element.Int64),
        (Element.Byte, Element.Single),
        (Element.Single, Element.Int32),
    ];

    private static int Declarations => Effort.Of(60, 1500);

    /// <summary>
    /// Samples are small integers and weights quarters, so that sums are exact in every type, and must be equal and not near.
    /// </summary>
    [Fact]
    public void Any_kernel_gives_the_numbers_of_a_loop_over_complex_numbers()
    {
        output.WriteLine(Seed.Text);
        Random random = new(unchecked((int)Seed.Value));
        ComplexDeclared[] drawn = [.. Enumerable.Range(0, Declarations).Select(_ => Draw(random))];
        using CompiledBatch batch = Batch.OfMembers(
            drawn.Select(static (declared, index) => declared.ToSource("M" + index.ToString(CultureInfo.InvariantCulture)))
        );
        int complex = 0,
            samples = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            MethodInfo method = batch.MethodOf(Batch.TypeName, "M" + i.ToString(CultureInfo.InvariantCulture));
            complex += drawn[i].Weights.Any(static weight => weight.Imaginary != 0) ? 1 : 0;
            foreach (int width in (int[])[1, 2, 7, 40, random.Next(60, 300)])
            {
                samples += Compare(drawn[i], method, width, drawn[i].Space.Axes == 2 ? random.Next(1, 9) : 1, random);
            }
        }

        Tally.Count(output, "samples", samples);
        Assert.True(complex > drawn.Length / 2, $"{complex} kernels have imaginary parts");
        Assert.True(samples > 100 * drawn.Length, $"{samples} samples");
    }

    [Fact]
    public void NumPy_computes_the_same()
    {
        using JsonDocument document = Recorded();
        JsonElement[] cases = [.. document.RootElement.GetProperty("cases").EnumerateArray()];
        using CompiledBatch batch = Batch.OfMembers(
            cases.Select(
                static (item, index) =>
                    $"""
                        [global::ConvGen.{item.GetProperty(
                                "operation"
                            ).GetString()}(Complex = true, Mode = global::ConvGen.OutputMode.{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
                            item.GetProperty("mode").GetString()!
                        )})]
                        [global::ConvGen.Kernel("{item.GetProperty("kernel").GetString()}")]
                        internal static partial double[] M{index}(double[] source);

                        """
            )
        );
        Assert.Equal(24, cases.Length);
        for (int i = 0; i < cases.Length; i++)
        {
            double[] expected = Numbers(cases[i], "output");
            double[] actual = batch.Method<Func<double[], double[]>>("M" + i.ToString(CultureInfo.InvariantCulture))(
                Numbers(cases[i], "source")
            );
            AssertNear(expected, actual);
        }
    }

    [Fact]
    public void A_signal_in_blocks_gives_what_lfilter_gives_for_the_whole()
    {
        using JsonDocument document = Recorded();
        JsonElement stream = document.RootElement.GetProperty("stream");
        string source = $"""
            [global::ConvGen.Convolution(Complex = true), global::ConvGen.Kernel("{stream.GetProperty("kernel").GetString()}")]
            internal static partial void M(double[] source, double[] history, double[] destination);

            [global::ConvGen.Convolution(Complex = true, Stride = 2), global::ConvGen.Kernel("{stream.GetProperty("kernel").GetString()}")]
            internal static partial void Half(double[] source, double[] history, double[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([source]);
        double[] signal = Numbers(stream, "source"),
            expected = Numbers(stream, "output");
        int[][] cuts =
        [
            [20],
            [1, 1, 18],
            [0, 2, 0, 5, 3, 10],
            [2, 2, 16],
        ];
        foreach (int[] cut in cuts)
        {
            AssertNear(expected, Run("M", 1, cut, signal));
        }

        double[] everySecond = [.. Enumerable.Range(0, 10).SelectMany(n => expected.AsSpan(4 * n, 2).ToArray())];
        AssertNear(everySecond, Run("Half", 2, [2, 4, 14], signal));

        double[] Run(string name, int stride, int[] cut, double[] samples)
        {
            Action<double[], double[], double[]> filter = batch.Method<Action<double[], double[], double[]>>(name);
            double[] history = new double[6];
            List<double> results = [];
            int at = 0;
            foreach (int block in cut)
            {
                double[] result = new double[2 * block / stride];
                filter(samples[(2 * at)..(2 * (at + block))], history, result);
                results.AddRange(result);
                at += block;
            }

            Assert.Equal(samples[^6..], history);
            return [.. results];
        }
    }

    /// <summary>What else stands beside complex samples: a bias, a batch, in place, threads, regions and carriers with shapes.</summary>
    [Fact]
    public void Other_forms_compute_the_same()
    {
        const string Kernel = "global::ConvGen.Kernel(\"1-2j 3 0.5j; 2j -1 4+1j\")";
        const string Source = $$"""
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial float[] Whole(float[] source, int width, int height);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial float[] Biased(float[] source, int width, int height, float[] bias);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial float[] Batched(float[] source, int batch, int width, int height);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial void InPlace(float[] image, int width, int height);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap, Parallel = true), {{Kernel}}]
            internal static partial float[] Threads(float[] source, int width, int height);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial float[] Part(float[] source, int width, int height, global::ConvGen.Region region);
            [global::ConvGen.Correlation(Complex = true, Border = global::ConvGen.BorderMode.Wrap), {{Kernel}}]
            internal static partial float[,] Shaped(float[,] source);
            [global::ConvGen.Correlation(Complex = true), global::ConvGen.Kernel("1 2 3")]
            internal static partial float[] RealBiased(float[] source, float[] bias);
            [global::ConvGen.Correlation(Complex = true), global::ConvGen.Kernel("1 2 3")]
            internal static partial float[] Real(float[] source);
            """;
        const int Width = 37,
            Height = 5;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Random random = new(5);
        float[] image = [.. Enumerable.Range(0, 2 * Width * Height).Select(_ => (float)random.Next(-9, 10))];
        float[] whole = batch.Method<Func<float[], int, int, float[]>>("Whole")(image, Width, Height);

        Assert.Equal(
            whole.Select(static (value, i) => value + (i % 2 == 0 ? 10 : -4)),
            batch.Method<Func<float[], int, int, float[], float[]>>("Biased")(image, Width, Height, [10, -4])
        );
        Assert.Equal(
            [.. whole, .. whole],
            batch.Method<Func<float[], int, int, int, float[]>>("Batched")([.. image, .. image], 2, Width, Height)
        );
        Assert.Equal(whole, batch.Method<Func<float[], int, int, float[]>>("Threads")(image, Width, Height));
        float[] inPlace = [.. image];
        batch.Method<Action<float[], int, int>>("InPlace")(inPlace, Width, Height);
        Assert.Equal(whole, inPlace);
        float[] part = batch.Method<Func<float[], int, int, Region, float[]>>("Part")(image, Width, Height, new Region(3, 1, 20, 3));
        Assert.Equal(Enumerable.Range(1, 3).SelectMany(row => whole.Skip(2 * ((row * Width) + 3)).Take(40)), part);
        float[,] rows = new float[Height, 2 * Width];
        Buffer.BlockCopy(image, 0, rows, 0, image.Length * sizeof(float));
        Assert.Equal(whole, batch.Method<Func<float[,], float[,]>>("Shaped")(rows).Cast<float>());
        float[] real = batch.Method<Func<float[], float[]>>("Real")(image);
        Assert.Equal(
            real.Select(static (value, i) => value + (i % 2 == 0 ? 10 : -4)),
            batch.Method<Func<float[], float[], float[]>>("RealBiased")(image, [10, -4])
        );
    }

    private static ComplexDeclared Draw(Random random)
    {
        int axes = random.Next(1, 3),
            rows = axes == 2 ? random.Next(1, 4) : 1,
            columns = random.Next(1, 7);
        bool isReal = random.Next(5) == 0;
        (Element source, Element destination) = Types[random.Next(Types.Length)];
        Window mode = (Window)random.Next(4);
        int[] Each(Func<int, int> draw) => [.. Enumerable.Range(0, axes).Select(draw)];
        Declared space = new(axes, rows, columns, [])
        {
            IsConvolution = random.Next(2) == 0,
            Source = source,
            Destination = destination,
            Mode = mode,
            Border = mode == Window.Valid ? Outside.Constant : (Outside)random.Next(5),
            Strides = Each(_ => random.Next(3) == 0 ? random.Next(1, 4) : 1),
            Dilations = Each(_ => random.Next(3) == 0 ? random.Next(1, 4) : 1),
            Paddings = mode == Window.Padded ? [.. Enumerable.Range(0, 2 * axes).Select(_ => random.Next(4))] : [],
            Anchor = mode == Window.Same && random.Next(3) == 0 ? Each(axis => random.Next(axes == 2 && axis == 0 ? rows : columns)) : null,
            IsStrict = random.Next(4) == 0,
        };
        return new(space, [.. Enumerable.Range(0, rows * columns).Select(_ => (random.Next(-5, 6), isReal ? 0 : random.Next(-5, 6)))]);
    }

    /// <summary>Compares all results of one image.</summary>
    /// <returns>How many there were.</returns>
    private static int Compare(ComplexDeclared declared, MethodInfo method, int width, int height, Random random)
    {
        int smallest = declared.Space.Source == Element.Byte ? 0 : -100;
        double[] source = [.. Enumerable.Range(0, 2 * width * height).Select(_ => (double)random.Next(smallest, 101))];
        double[] expected =
        [
            .. Expected(declared, source, width, height).SelectMany(static value => new[] { value.Real, value.Imaginary }),
        ];
        Array samples = Convert(source, declared.Space.Source),
            result = Convert(new double[expected.Length], declared.Space.Destination);
        method.Invoke(null, declared.Space.Axes == 2 ? [samples, width, height, result] : [samples, result]);
        double[] actual = [.. result.Cast<object>().Select(static value => System.Convert.ToDouble(value, CultureInfo.InvariantCulture))];
        for (int i = 0; i < expected.Length; i++)
        {
            // Integers are rounded half up; all sums are far from what any destination cannot hold.
            double wanted = declared.Space.Destination is Element.Single or Element.Double ? expected[i] : Math.Floor(expected[i] + 0.5);
            Assert.True(
                wanted == actual[i],
                string.Create(CultureInfo.InvariantCulture, $"{declared}{width} x {height}: element {i} is {actual[i]} instead of {wanted}")
            );
        }

        return expected.Length / 2;
    }

    /// <summary>The sum over complex numbers, as it is defined: a convolution reverses the kernel, a correlation conjugates it.</summary>
    private static IEnumerable<Complex> Expected(ComplexDeclared declared, double[] source, int width, int height)
    {
        Declared space = declared.Space;
        int[][] down = AxisRule.Vertical(space).Positions(height),
            along = AxisRule.Horizontal(space).Positions(width);
        foreach (int[] rows in down)
        {
            foreach (int[] columns in along)
            {
                Complex sum = Complex.Zero;
                for (int tap = 0; tap < declared.Weights.Count; tap++)
                {
                    (int real, int imaginary) = declared.Weights[space.IsConvolution ? declared.Weights.Count - 1 - tap : tap];
                    Complex weight = new Complex(real, imaginary) / 4;
                    int row = rows[tap / space.Columns],
                        column = columns[tap % space.Columns];
                    if (row >= 0 && column >= 0)
                    {
                        int at = 2 * ((row * width) + column);
                        sum += (space.IsConvolution ? weight : Complex.Conjugate(weight)) * new Complex(source[at], source[at + 1]);
                    }
                }

                yield return sum;
            }
        }
    }

    private static Array Convert(double[] values, Element element) =>
        element switch
        {
            Element.Double => values,
            Element.Single => Array.ConvertAll(values, static value => (float)value),
            Element.Byte => Array.ConvertAll(values, static value => (byte)value),
            Element.SByte => Array.ConvertAll(values, static value => (sbyte)value),
            Element.Int16 => Array.ConvertAll(values, static value => (short)value),
            Element.Int32 => Array.ConvertAll(values, static value => (int)value),
            _ => Array.ConvertAll(values, static value => (long)value),
        };

    private static JsonDocument Recorded() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", "Complex", "numpy.json")));

    private static double[] Numbers(JsonElement item, string name) =>
        [.. item.GetProperty(name).EnumerateArray().Select(static number => number.GetDouble())];

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), static pair => Assert.InRange(pair.Second - pair.First, -1e-13 * 100, 1e-13 * 100));
    }
}
