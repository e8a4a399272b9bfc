using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>Files of methods that compute regions, and of those that say what they see.</summary>
public class RegionTests
{
    private const string Source = """
        using System;
        using ConvGen;

        namespace Imaging;

        /// <summary>Filters.</summary>
        public static partial class Filters
        {
            [Correlation(Border = BorderMode.Reflect101, Stride = 2, Dilation = 2), Kernel("1 2; 2 4", Divisor = 9)]
            public static partial void Reduce(ReadOnlySpan<byte> source, int width, int height, Region held, Region region, Span<byte> destination);

            [InputOf(nameof(Reduce))]
            public static partial Region ReduceInput(Region region, int width, int height);
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
        Assert.Equal(2, run.MethodSources.Count);
        Snapshot.Verify("Region", run.MethodSources.Single(file => !file.Key.Contains("Input", StringComparison.Ordinal)).Value);
        Snapshot.Verify("RegionInput", run.MethodSources.Single(file => file.Key.Contains("Input", StringComparison.Ordinal)).Value);
    }

    [Theory]
    [InlineData("1 2; 2 4", "1 2; 3 4", 1)]
    [InlineData("BorderMode.Reflect101", "BorderMode.Wrap", 2)]
    [InlineData("Divisor = 9", "Divisor = 8", 1)]
    public void What_a_method_sees_is_emitted_again_when_it_changes(string before, string after, int files)
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
