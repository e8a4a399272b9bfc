namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Kernels that loops copy or turn around before they are used.</summary>
public class KernelCopyTests
{
    [Theory]
    [InlineData("for (int i = 0; i < h.Length; i++) taps[h.Length - 1 - i] = h[i];")]
    [InlineData("for (int i = 0, j = h.Length - 1; i < h.Length; i++, j--) { taps[i] = h[j]; }")]
    [InlineData("int j = h.Length; foreach (double weight in h) { taps[--j] = weight; }")]
    [InlineData(
        "h.CopyTo(taps, 0); for (int i = 0; i < taps.Length / 2; i++) { double kept = taps[i]; taps[i] = taps[taps.Length - 1 - i]; taps[taps.Length - 1 - i] = kept; }"
    )]
    [InlineData(
        "h.CopyTo(taps, 0); for (int i = 0; i < taps.Length >> 1; i++) { (taps[i], taps[taps.Length - 1 - i]) = (taps[taps.Length - 1 - i], taps[i]); }"
    )]
    [InlineData("h.CopyTo(taps, 0); for (int i = 0, j = taps.Length - 1; i < j; i++, j--) { (taps[i], taps[j]) = (taps[j], taps[i]); }")]
    [InlineData("h.CopyTo(taps, 0); Array.Reverse(taps);")]
    public async Task A_reversed_copy_makes_a_correlating_loop_convolve(string copy)
    {
        Assert.Empty(await LoopFile.IdsAsync(Line("Convolve", copy)));
        Assert.Equal(["CONV103"], await LoopFile.IdsAsync(Line("Correlate", copy)));
    }

    [Theory]
    [InlineData("for (int i = 0; i < h.Length; i++) taps[i] = h[i];")]
    [InlineData("for (int i = h.Length - 1; i >= 0; i--) { taps[i] = h[i]; }")]
    [InlineData("int i = 0; foreach (double weight in h) { taps[i++] = weight; }")]
    [InlineData("h.CopyTo(taps, 0);")]
    [InlineData(
        "h.CopyTo(taps, 0); for (int i = 0; i < taps.Length; i++) { double kept = taps[i]; taps[i] = taps[taps.Length - 1 - i]; taps[taps.Length - 1 - i] = kept; }"
    )]
    public async Task A_plain_copy_changes_nothing(string copy)
    {
        Assert.Equal(["CONV103"], await LoopFile.IdsAsync(Line("Convolve", copy)));
        Assert.Empty(await LoopFile.IdsAsync(Line("Correlate", copy)));
    }

    [Theory]
    [InlineData("for (int i = 0; i < h.Length; i++) { if (h[0] > 0) taps[h.Length - 1 - i] = h[i]; }")]
    [InlineData("for (int i = 0; i < h.Length; i++) { taps[i] = h[i]; taps[h.Length - 1 - i] = h[i]; }")]
    [InlineData("if (h.Length > 3) { for (int i = 0; i < h.Length; i++) taps[h.Length - 1 - i] = h[i]; }")]
    [InlineData("for (int i = 0; i < h.Length; i++) taps[i] = h[(i * 3) % h.Length];")]
    [InlineData("for (int i = 0; i < h.Length; i++) taps[i] = h[h.Length - 1 - i]; Array.Sort(taps);")]
    public async Task What_is_not_proven_is_not_judged(string copy)
    {
        Assert.Empty(await LoopFile.IdsAsync(Line("Convolve", copy)));
        Assert.Empty(await LoopFile.IdsAsync(Line("Correlate", copy)));
    }

    [Theory]
    [InlineData("rows - 1 - i, columns - 1 - j", "")]
    [InlineData("i, columns - 1 - j", "CONV104")]
    [InlineData("rows - 1 - i, j", "CONV104")]
    [InlineData("i, j", "CONV103")]
    [InlineData("j, i", "")]
    public async Task A_copy_of_two_axes(string place, string expected) =>
        Assert.Equal(
            expected.Length == 0 ? [] : [expected],
            await LoopFile.IdsAsync(
                $$"""
                public static double[,] Convolve(double[,] image, double[,] kernel)
                {
                    int rows = kernel.GetLength(0), columns = kernel.GetLength(1);
                    var taps = new double[rows, columns];
                    for (int i = 0; i < rows; i++)
                    {
                        for (int j = 0; j < columns; j++)
                        {
                            taps[i, j] = kernel[{{place}}];
                        }
                    }

                    var result = new double[image.GetLength(0) - rows + 1, image.GetLength(1) - columns + 1];
                    for (int y = 0; y < result.GetLength(0); y++)
                        for (int x = 0; x < result.GetLength(1); x++)
                            for (int i = 0; i < rows; i++)
                                for (int j = 0; j < columns; j++)
                                    result[y, x] += image[y + i, x + j] * taps[i, j];
                    return result;
                }
                """
            )
        );

    private static string Line(string name, string copy) =>
        $$"""
            public static double[] {{name}}(double[] x, double[] h)
            {
                double[] taps = new double[h.Length];
                {{copy}}
                double[] y = new double[x.Length - h.Length + 1];
                for (int n = 0; n < y.Length; n++)
                {
                    for (int k = 0; k < taps.Length; k++)
                    {
                        y[n] += x[n + k] * taps[k];
                    }
                }

                return y;
            }
            """;
}
