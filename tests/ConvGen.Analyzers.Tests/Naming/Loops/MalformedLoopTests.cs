using System.Collections.Immutable;
using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Loops;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Loops as they are while they are being written, as nobody writes them, and in places where they seldom stand.</summary>
public class MalformedLoopTests
{
    /// <summary>What the shapes are called.</summary>
    public static TheoryData<string> Shapes => [.. LoopShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Nothing_throws_on_a_loop_that_is_cut_off_or_has_a_gap(string shape)
    {
        string source = LoopFile.Of(LoopShapeTests.Write(shape, "same", "Convolve"));
        for (int length = source.IndexOf("Convolve", StringComparison.Ordinal) + 20; length < source.Length; length += 53)
        {
            await AnalyzeAsync(source[..length]);
            await AnalyzeAsync(source.Remove(length - 12, 1 + (length % 11)));
        }
    }

    [Theory]
    [InlineData(
        "var y = Convolve([1, 2], [3, 4]); static double[] Convolve(double[] x, double[] h) { var y = new double[x.Length]; for (int n = 0; n < y.Length; n++) for (int k = 0; k < h.Length; k++) if (n + k < x.Length) y[n] += x[n + k] * h[k]; return y; }"
    )]
    [InlineData(
        "class C<T> where T : System.Numerics.INumber<T> { public static T[] Convolve(T[] x, T[] h) { var y = new T[x.Length]; for (int n = 0; n < y.Length - h.Length; n++) { T s = T.Zero; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; y[n] = s; } return y; } }"
    )]
    [InlineData(
        "partial class C { public static partial double Convolve(double[] x, double[] h, int n); public static partial double Convolve(double[] x, double[] h, int n) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; return s; } }"
    )]
    [InlineData(
        "class C(double[] h) { public double Convolve(double[] x, int n) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; return s; } }"
    )]
    [InlineData(
        "class C { System.Func<double[], double[], int, double> convolve = (x, h, n) => { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; return s; }; }"
    )]
    [InlineData(
        "using System.Collections.Generic; class C { public static IEnumerable<double> Convolve(double[] x, double[] h) { for (int n = 0; n < x.Length - h.Length; n++) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; yield return s; } } }"
    )]
    [InlineData(
        "ref struct C { public System.ReadOnlySpan<double> X; public readonly double Convolve(System.ReadOnlySpan<double> h, int n) { double s = 0; for (int k = 0; k < h.Length; k++) s += X[n + k] * h[k]; return s; } }"
    )]
    [InlineData(
        "interface IC { double Convolve(double[] x, double[] h, int n) { double s = 0; for (int k = 0; k < h.Length; k++) s += x[n + k] * h[k]; return s; } }"
    )]
    public async Task Unusual_places_are_read_like_any_other(string source) =>
        Assert.Equal(["CONV103"], (await AnalyzeAsync(source)).Select(diagnostic => diagnostic.Id));

    [Theory]
    [InlineData(LoopReader.MostSums, true)]
    [InlineData(LoopReader.MostSums + 1, false)]
    public async Task A_member_with_more_sums_than_a_person_writes_is_not_read(int sums, bool isRead)
    {
        string others = string.Concat(
            Enumerable.Range(1, sums - 1).Select(other => FormattableString.Invariant($"        t += {other};\n"))
        );
        string source =
            "class C { public static double Convolve(double[] x, double[] h, int n) { double s = 0, t = 0; for (int k = 0; k < h.Length; k++) { s += x[n + k] * h[k];\n"
            + others
            + "} return s; } }";

        string[] expected = isRead ? ["CONV103"] : [];
        Assert.Equal(expected, (await AnalyzeAsync(source)).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AnalyzeAsync(LoopFile.Of(LoopShapeTests.Write("the naive sum over whole windows", "same", "Convolve")), stopped.Token)
        );
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, CancellationToken cancellation = default)
    {
        CSharpCompilation compilation = TestCompilation.Create([source]);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithOptions(compilation.Options.WithAllowUnsafe(true))
            .WithAnalyzers([new NamingAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }
}
