using System.Collections.Immutable;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Loops over a kernel whose size the method's own checks narrow down to a few: a branch for each of them.</summary>
public class LiftGuardTests
{
    private const string Line = """
        using System;
        using System.Diagnostics;

        public static class Filters
        {
            private const int Three = 3;
            private static readonly int Four = 4;
            private static readonly double[] Taps = { 1, -2, 0.5 };

            public static double First => Taps[0] * Four;

            public static double[] Convolve(double[] signal, double[] kernel)
            {
                CHECK
                double[] result = new double[signal.Length - kernel.Length + 1];
                for (int n = 0; n < result.Length; n++)
                {
                    double sum = 0;
                    for (int k = 0; k < kernel.Length; k++)
                    {
                        sum += [|signal[n + k] * kernel[k]|];
                    }

                    result[n] = sum;
                }

                return result;
            }
        }
        """;

    private const string Plane = """
        using System;

        public class Filters
        {
            public static float[,] Convolve(float[,] image, float[,] kernel)
            {
                CHECK
                int rows = kernel.GetLength(0), columns = kernel.GetLength(1);
                float[,] result = new float[image.GetLength(0) - rows + 1, image.GetLength(1) - columns + 1];
                for (int y = 0; y < image.GetLength(0) - rows + 1; y++)
                {
                    for (int x = 0; x < image.GetLength(1) - columns + 1; x++)
                    {
                        float sum = 0;
                        for (int i = 0; i < rows; i++)
                        {
                            for (int j = 0; j < columns; j++)
                            {
                                sum += [|image[y + i, x + j] * kernel[i, j]|];
                            }
                        }

                        result[y, x] = sum;
                    }
                }

                return result;
            }
        }
        """;

    private const string Counted = """
        using System;

        public static class Filters
        {
            public static void Convolve(ReadOnlySpan<byte> source, int width, int height, ReadOnlySpan<sbyte> weights, int size, Span<int> destination)
            {
                CHECK
                int half = size / 2;
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        int sum = 0;
                        for (int v = -half; v <= half; v++)
                        {
                            for (int u = -half; u <= half; u++)
                            {
                                int row = Math.Clamp(y + v, 0, height - 1);
                                int column = Math.Clamp(x + u, 0, width - 1);
                                sum += [|source[row * width + column] * weights[(v + half) * size + u + half]|];
                            }
                        }

                        destination[y * width + x] = sum;
                    }
                }
            }
        }
        """;

    private const string Fixed = """
        using System;

        public static class Filters
        {
            private static readonly int Count = 3;

            public static int Size => Count;

            public static double[] Convolve(double[] signal, double[] kernel)
            {
                double[] result = new double[signal.Length - Count + 1];
                for (int n = 0; n < result.Length; n++)
                {
                    double sum = 0;
                    for (int k = 0; k < Count; k++)
                    {
                        sum += [|signal[n + k] * kernel[k]|];
                    }

                    result[n] = sum;
                }

                return result;
            }
        }
        """;

    private const string RunLine = "return Filters.Convolve(Data.Line<double>(random, width), Data.Line<double>(random, SIZE));";

    [Theory]
    [InlineData("if (kernel.Length != 3 && kernel.Length != 5) throw new ArgumentException();", "3 5")]
    [InlineData("if (!(kernel.Length == 3 || 5 == kernel.Length)) { throw new ArgumentException(); }", "3 5")]
    [InlineData("if (kernel.Length is not (3 or 5)) throw new ArgumentException();", "3 5")]
    [InlineData("if (kernel is not { Length: 3 or 5 }) throw new ArgumentException();", "3 5")]
    [InlineData("if (kernel is not { Length: > 1 and <= 3 }) throw new ArgumentException();", "2 3")]
    [InlineData("switch (kernel.Length) { case 3: case 5: break; default: throw new ArgumentException(); }", "3 5")]
    [InlineData("if (kernel.Length < 2 || kernel.Length > 7 || kernel.Length % 2 == 0) throw new ArgumentException();", "3 5 7")]
    [InlineData("int size = kernel.Length; if (size > 3) throw new ArgumentException(); ", "2 3")]
    [InlineData("Debug.Assert(kernel.Length == 3, \"three taps\");", "3")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNotEqual(kernel.Length, Three);", "3")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfGreaterThan(kernel.Length, 3);", "2 3")]
    [InlineData("if (kernel.Length != Four) throw new ArgumentException();", "4")]
    [InlineData("if (kernel.Length != Taps.Length) throw new ArgumentException();", "3")]
    public async Task Each_size_that_the_checks_let_pass_is_offered(string check, string sizes)
    {
        ImmutableArray<(string Title, string Text)> offers = await OfferAsync(Line, check);

        Assert.Equal(
            sizes
                .Split(' ')
                .Select(size =>
                    $"Let the generator write this correlation for kernels of {size} taps, which the checks let pass (same result)"
                ),
            offers.Select(static offer => offer.Title)
        );
        Assert.All(offers, offer => Assert.Contains(check, offer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("if (kernel.Length == 0) throw new ArgumentException();")]
    [InlineData("if (kernel.Length % 2 == 0) throw new ArgumentException();")]
    [InlineData("if (kernel.Length != signal.Length) throw new ArgumentException();")]
    [InlineData("if (signal.Length != 3) throw new ArgumentException();")]
    [InlineData("Debug.Assert(kernel.Length > 1);")]
    [InlineData("int size = kernel.Length; size--; if (size != 3) throw new ArgumentException();")]
    [InlineData("if (kernel.Length != 3) { Console.WriteLine(signal.Length); }")]
    [InlineData("switch (kernel.Length) { case 3: Console.WriteLine(); break; default: throw new ArgumentException(); }")]
    public async Task Nothing_is_offered_where_the_checks_leave_more_or_do_more(string check) =>
        Assert.Empty(await OfferAsync(Line, check));

    [Fact]
    public async Task A_number_that_a_constructor_replaces_is_no_size()
    {
        string replaced = Line.Replace(
            "public static double First",
            "static Filters() { Four = 5; } public static double First",
            StringComparison.Ordinal
        );

        Assert.Empty(await OfferAsync(replaced, "if (kernel.Length != Four) throw new ArgumentException();"));
    }

    [Theory]
    [InlineData("if (kernel.Length != 3 && kernel.Length != 4) throw new ArgumentException();", "3")]
    [InlineData("if (kernel.Length != 3 && kernel.Length != 4) throw new ArgumentException();", "4")]
    [InlineData("Debug.Assert(kernel.Length == 3);", "3")]
    [InlineData("Debug.Assert(kernel.Length == 3);", "4")]
    [InlineData("switch (kernel.Length) { case 3: break; default: throw new ArgumentException(); }", "3")]
    public async Task The_branch_gives_the_bits_of_the_loop(string check, string size)
    {
        (_, string text) = (await OfferAsync(Line, check))[0];

        LiftHarness.AssertSame(Plain(Line, check), text, RunLine.Replace("SIZE", size, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_extents_of_a_matrix_must_be_checked()
    {
        const string Check = "if (kernel.GetLength(0) != 3 || kernel.GetLength(1) != 3) throw new ArgumentException();";
        (string title, string text) = Assert.Single(await OfferAsync(Plane, Check));

        Assert.Contains("3 x 3", title, StringComparison.Ordinal);
        LiftHarness.AssertSame(
            Plain(Plane, Check),
            text,
            "return Filters.Convolve(Data.Plane<float>(random, height, width), Data.Plane<float>(random, 3, 3));"
        );
        Assert.Empty(await OfferAsync(Plane, "if (kernel.GetLength(0) != 3) throw new ArgumentException();"));
    }

    [Fact]
    public async Task A_count_is_checked_as_well()
    {
        const string Check = "if (size != 3 && size != 5) throw new ArgumentException();";
        ImmutableArray<(string Title, string Text)> offers = await OfferAsync(Counted, Check);

        Assert.Equal(2, offers.Length);
        LiftHarness.AssertSame(
            Plain(Counted, Check),
            offers[1].Text,
            "var result = new int[height * width]; Filters.Convolve(Data.Line<byte>(random, height * width), width, height, Data.Line<sbyte>(random, 25), 5, result); return result;"
        );
    }

    [Fact]
    public async Task A_number_that_a_field_keeps_counts_the_taps()
    {
        ImmutableArray<(string Title, string Text)> offers = await OfferAsync(Fixed, "");

        Assert.Contains("KernelShape(3)", offers[0].Text, StringComparison.Ordinal);
        LiftHarness.AssertSame(Plain(Fixed, ""), offers[0].Text, RunLine.Replace("SIZE", "3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the field may be replaced", "static readonly int Count", "static int Count")]
    [InlineData("a constructor replaces it", "public static int Size", "static Filters() { Count++; } public static int Size")]
    [InlineData("nothing else would use it", "public static int Size => Count;", "")]
    public async Task A_number_does_not_count_the_taps_where(string what, string from, string to)
    {
        Assert.NotEmpty(what);
        Assert.Contains(from, Fixed, StringComparison.Ordinal);
        Assert.Empty(await OfferAsync(Fixed.Replace(from, to, StringComparison.Ordinal), ""));
    }

    private static Task<ImmutableArray<(string Title, string Text)>> OfferAsync(string source, string check) =>
        LiftHarness.OfferAsync(source.Replace("CHECK", check, StringComparison.Ordinal), OperationKind.Correlation);

    private static string Plain(string source, string check) =>
        source
            .Replace("CHECK", check, StringComparison.Ordinal)
            .Replace("[|", "", StringComparison.Ordinal)
            .Replace("|]", "", StringComparison.Ordinal);
}
