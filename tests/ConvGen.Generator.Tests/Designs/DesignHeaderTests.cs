using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Designs;

/// <summary>
/// What the generated file says of a designed kernel, in its header and so on hover; and that it is made once for equal declarations.
/// </summary>
public class DesignHeaderTests
{
    private const string Plane = "(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    [Fact]
    public void Both_sets_of_weights_and_the_largest_error_are_shown()
    {
        string text = Generate("[Correlation, GaussianKernel(0.5)] public static partial void Blur" + Plane);
        Assert.Contains("// The kernel as designed:\n//     [ ", text, StringComparison.Ordinal);
        Assert.Matches("0\\.6186[0-9]+", text);
        Assert.Matches("//     1/[0-9]+ \\* \\[", text);
        Assert.Contains(
            "// Design:      [GaussianKernel(0.5)]: g(x) = exp(-x^2 / (2 sigma^2)) / sum.\n// Source:      scipy.ndimage.gaussian_filter.\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("// Quantised:   to multiples of 1/", text, StringComparison.Ordinal);
        Assert.Contains("by more than 1.\n", text, StringComparison.Ordinal);
        Assert.Contains("/// <para>Design: [GaussianKernel(0.5)]: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fractions_are_shown_once()
    {
        string text = Generate("[Correlation, BinomialKernel(3)] public static partial void Blur" + Plane);
        Assert.DoesNotContain("as designed", text, StringComparison.Ordinal);
        Assert.Contains("//     1/16 * [ 2  4  2 ]\n", text, StringComparison.Ordinal);
        Assert.Contains("// Source:      Pascal's triangle.\n", text, StringComparison.Ordinal);
    }

    /// <summary>A kernel with a direction is mirrored for a convolution, and the header says so.</summary>
    [Theory]
    [InlineData("Correlation", "[ -1  0  1 ]", false)]
    [InlineData("Convolution", "[ 1  0  -1 ]", true)]
    public void What_is_mirrored_says_so(string operation, string row, bool isMirrored)
    {
        string text = Generate(
            $"[{operation}, PrewittKernel(Axis.Columns)] public static partial void Slope(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);"
        );
        Assert.Contains(string.Concat(row.Where(c => c != ' ')), string.Concat(text.Where(c => c != ' ')), StringComparison.Ordinal);
        Assert.Equal(isMirrored, text.Contains("It is written mirrored", StringComparison.Ordinal));
        Assert.Contains("[PrewittKernel(Axis.Columns)]: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_arguments_and_factors_are_written_out()
    {
        string text = Generate(
            "[Correlation, SeparableKernel, WindowedSincKernel(5, 0.25, Window = WindowFunction.Kaiser, Beta = 2.5, Axis = Axis.Rows), MovingAverageKernel(3, Axis = Axis.Columns)] public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);"
        );
        string flat = string.Join(' ', text.Split(["//", "\n", " "], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            "[SeparableKernel], [WindowedSincKernel(5, 0.25, Window = WindowFunction.Kaiser, Beta = 2.5, Axis = Axis.Rows)], [MovingAverageKernel(3, Axis = Axis.Columns)]: column: LowPass:",
            flat,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Designs_are_cached_as_values()
    {
        GeneratorRun run = Run(
            "[Correlation, GaussianKernel(1.4)] public static partial void Blur"
                + Plane
                + " [Convolution, SeparableKernel(\"1 2 1\", \"1 0 -1\")] public static partial void Slope(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);"
        );
        Assert.Empty(run.Diagnostics);
        run.AssertCached();
        run.AssertHoldsOnlyValues();
        Assert.Empty(
            run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
        );
    }

    private static string Generate(string member) =>
        Assert.Single(Run(member).MethodSources, source => source.Value.Contains("// Design:", StringComparison.Ordinal)).Value;

    private static GeneratorRun Run(string member) =>
        GeneratorRun.Create("using System;\nusing ConvGen;\n\ninternal static partial class Filters\n{\n" + member + "\n}\n");
}
