using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>Files of methods over complex samples.</summary>
public class ComplexTests
{
    private const string Source = """
        using System;
        using ConvGen;

        namespace Radio;

        /// <summary>Filters.</summary>
        public static partial class Filters
        {
            [Correlation(Complex = true, Mode = OutputMode.Valid), Kernel("1 0.5+0.25i -1i", Divisor = 2)]
            public static partial void Match(ReadOnlySpan<float> source, Span<float> destination);

            [Convolution(Complex = true, Stride = 2), Kernel("1 4 6 4 1", Divisor = 16)]
            public static partial void Decimate(ReadOnlySpan<float> source, Span<float> history, Span<float> destination);
        }
        """;

    [Fact]
    public void Generated_files_are_as_reviewed()
    {
        GeneratorRun run = GeneratorRun.Create(Source);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        run.AssertCached();
        run.AssertHoldsOnlyValues();
        Snapshot.Verify("ComplexWeights", run.MethodSources.Single(file => file.Key.Contains("Match", StringComparison.Ordinal)).Value);
        string real = run.MethodSources.Single(file => file.Key.Contains("Decimate", StringComparison.Ordinal)).Value;
        Assert.Contains(
            "// Convolution of complex float samples with a kernel of 5 taps, to float, of a signal that comes block by block.\n",
            real,
            StringComparison.Ordinal
        );
        Assert.Contains("//     y[n] = sum over k of K[4 - k] * x[2*n + k - 4]\n", real, StringComparison.Ordinal);
        Assert.Contains(
            "Samples:     complex: the real part and the imaginary part of each side by side.\n",
            real,
            StringComparison.Ordinal
        );
    }

    /// <summary>Weights in other words are the same weights, and are not emitted again.</summary>
    [Theory]
    [InlineData("0.5+0.25i", "1/2+1/4j", 0)]
    [InlineData("0.5+0.25i", "0.5-0.25i", 1)]
    [InlineData("Divisor = 2)", "Divisor = 4)", 1)]
    public void What_changes_is_emitted_again(string before, string after, int files)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source,
            Source.Replace(before, after, StringComparison.Ordinal)
        );
        Assert.Equal(files, reasons[TrackingNames.Files].Count(reason => reason == Modified));
        Assert.Equal(2 - files, reasons[TrackingNames.Files].Count(reason => reason is Unchanged or Cached));
    }
}
