using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Tests.Naming.Catalogue;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary>Code as it is while it is being written: cut off anywhere, or with a piece missing.</summary>
public class MalformedCodeTests
{
    private const string Source = """
        using System; using System.Linq; using OpenCvSharp; using NumSharp;
        internal partial class Filters(float[] stored)
        {
            private const float C = 1f / 9;
            private static readonly float[] Field = { C, -2f, (float)(3 + 4) };
            private readonly float[,] plane = { { 1, 2 }, { 3, 4 } };
            private Mat Kernel { get; } = Mat.FromArray(new float[,] { { 1, 2 }, { 3, 4 } });
            unsafe void Convolve(Mat a, Mat b, float[] h, float[][] rows, bool choice)
            {
                fixed (float* p = &h[0]) { p[0] = 1; *(p + 1) = 2; }
                var k = (float[])h.Clone(); Array.Reverse(k); k.AsSpan().Reverse();
                for (int i = 0; i < k.Length; i++) { k[i] /= 2; k[^1] = h[^(i + 1)]; (k[0], k[1]) = (k[1], k[0]); }
                foreach (var row in rows) Array.Reverse(row);
                Mat turned = new(3, 3, MatType.CV_32FC1, choice ? k : h ?? stored);
                Cv2.Flip(turned, turned, FlipMode.XY);
                Cv2.Filter2D(a, b, -1, turned, new Point(1, 0));
                Cv2.Filter2D(a, b, -1, kernel: Kernel.Flip(FlipMode.X), anchor: null);
                Cv2.SepFilter2D(a, b, -1, Mat.FromArray(Field), Mat.FromArray(1f, 2f, 3f));
                var convolved = np.convolve(np.array(new double[] { 1, 2 }), np.array(Enumerable.Range(0, 3).Select(i => (double)h[2 - i]).ToArray()));
                Func<NDArray, NDArray, string, NDArray> xcorr = np.convolve;
                Action later = () => { Cv2.Filter2D(a, b, -1, choice switch { true => turned, _ => throw new Exception() }); };
            }
        }
        """;

    [Fact]
    public async Task Nothing_throws_on_a_file_that_is_cut_off()
    {
        Assert.Contains(await AnalyzeAsync(Source), diagnostic => diagnostic.Id == "CONV104");
        for (int length = 60; length < Source.Length; length += 9)
        {
            await AnalyzeAsync(Source[..length]);
        }
    }

    [Fact]
    public async Task Nothing_throws_on_a_file_with_a_gap()
    {
        for (int start = 60; start < Source.Length - 12; start += 11)
        {
            await AnalyzeAsync(Source.Remove(start, 1 + (start % 12)));
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(
            [source],
            references: [CatalogueStubs.Reference("OpenCvSharp"), CatalogueStubs.Reference("NumSharp")]
        );
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithOptions(compilation.Options.WithAllowUnsafe(true))
            .WithAnalyzers([new NamingAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }
}
