using ConvGen.Analyzers.Naming;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// Code whose library is missing is read as far as names tell what it does: while packages are restored, and in generated code.
/// </summary>
public class MissingLibraryTests
{
    [Theory]
    [InlineData(
        "images by their indexers, and a border by an extension",
        "static void NAME(Image src, Image dst, float[,] k) { for (int y = 0; y < src.Height; y++) for (int x = 0; x < src.Width; x++) { float s = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) { int yy = (y + i).Clamp(0, src.Height - 1), xx = (x + j).Clamp(0, src.Width - 1); s += src[xx, yy] * WEIGHT; } dst[x, y] = s; } }"
    )]
    [InlineData(
        "pixels that are made of sums",
        "static void NAME(Frame<Rgba> src, Frame<Rgba> dst, float[,] k) { for (int y = 1; y < src.Height - 1; y++) for (int x = 1; x < src.Width - 1; x++) { float s = 0, t = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) { var p = src[x + j, y + i]; s += p.R * WEIGHT; t += p.G * WEIGHT; } dst[x, y] = new Rgba(s, t); } }"
    )]
    [InlineData(
        "a parallel loop over pointers",
        "static unsafe void NAME(Rgba* src, Rgba* dst, int width, int height, float[,] k) { System.Threading.Tasks.Parallel.For(0, height, y => { for (int x = 0; x < width; x++) { float s = 0; for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) { int yy = Math.Clamp(y + i, 0, height - 1), xx = Math.Clamp(x + j, 0, width - 1); Rgba* row = src + yy * width; ref readonly Rgba p = ref row[xx]; s += p.R * WEIGHT; } dst[y * width + x] = new(s); } }); }"
    )]
    [InlineData(
        "tensors whose sizes are properties",
        "static float[,,] NAME(Tensor a, float[,] k) { int m = a.Size - 2; var o = new float[a.Depth, m, m]; for (int y = 0; y < m; y++) for (int x = 0; x < m; x++) for (int d = 0; d < a.Depth; d++) for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) o[d, y, x] += a[d, y + i + 1, x + j + 1] * WEIGHT; return o; }"
    )]
    public async Task Names_tell_what_is_missing(string way, string member)
    {
        Assert.NotEmpty(way);
        Assert.Equal(["CONV103"], await IdsAsync(member, "Convolve", "k[i + 1, j + 1]"));
        Assert.Empty(await IdsAsync(member, "Convolve", "k[1 - i, 1 - j]"));
        Assert.Equal(["CONV103"], await IdsAsync(member, "CrossCorrelate", "k[1 - i, 1 - j]"));
        Assert.Empty(await IdsAsync(member, "Convolve", "Missing.Order(k, i, j)"));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string member, string name, string weight)
    {
        CSharpCompilation compilation = TestCompilation.Create([
            "using System; class C { "
                + member.Replace("NAME", name, StringComparison.Ordinal).Replace("WEIGHT", weight, StringComparison.Ordinal)
                + " }",
        ]);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        return (await compilation.WithAnalyzers([new NamingAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(static found => found.Id);
    }
}
