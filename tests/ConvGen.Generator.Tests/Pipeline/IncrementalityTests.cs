using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>An edit costs what it changes: every named step says why it ran.</summary>
public class IncrementalityTests
{
    private const string Source = """
        using System;
        using ConvGen;

        namespace Imaging;

        public static partial class Filters
        {
            /// <summary>Smooths a picture.</summary>
            [Convolution(Border = BorderMode.Reflect101)]
            [Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Correlation, KernelShape(5)]
            public static partial void Filter(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

            [Correlation(PixelChannels = 4, Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns), PixelMask(Keep = "3")]
            public static partial void Edges(byte[] source, int width, int height, byte[] destination);

            [Correlation(Border = BorderMode.Symmetric), Kernel("1 3 1; 3 9 3; 1 3 1 | 2 6 2; 6 18 6; 2 6 2 | 1 3 1; 3 9 3; 1 3 1", Divisor = 100)]
            public static partial void Deep(float[] source, int width, int height, int depth, float[] destination);

            [Correlation(Padding = 1), KernelShape(2, 3, 3, InputChannels = 3, OutputChannels = 8)]
            public static partial void Layer(float[] source, int width, int height, int depth, PreparedKernel<float> kernel, float[] destination);

            [Correlation(Stride = 0), Kernel("1 2 1")]
            public static partial float[] Refused(float[] source);

            public static int Unrelated() => 1;
        }
        """;

    [Fact]
    public void A_second_run_computes_nothing()
    {
        GeneratorRun run = GeneratorRun.Create(Source);
        Assert.Equal(6, run.MethodSources.Count);
        Assert.Contains(run.MethodSources, static source => source.Value.Contains("class AcrossPlanes", StringComparison.Ordinal));
        run.AssertCached();
        run.AssertHoldsOnlyValues();
    }

    [Theory]
    [InlineData("=> 1;", "=> 2;")]
    [InlineData("public static int Unrelated", "// a comment\n    public static int Unrelated")]
    [InlineData("[Correlation, KernelShape(5)]", "// a comment above a declaration\n    [Correlation, KernelShape(5)]")]
    [InlineData("namespace Imaging;", "namespace Imaging;\n\n\n")]
    [InlineData("int width, int height,", "int width,\n        int height,")]
    public void Edits_that_touch_no_declaration_emit_nothing_again(string before, string after)
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(Source, Change(before, after));
        Assert.All(reasons[TrackingNames.Target], reason => Assert.True(reason is Unchanged or Cached));
        Assert.All(reasons[TrackingNames.Declarations], reason => Assert.True(reason is Unchanged or Cached));
        Assert.All(reasons[TrackingNames.Models], reason => Assert.Equal(Cached, reason));
        Assert.All(reasons[TrackingNames.Plans], reason => Assert.Equal(Cached, reason));
        Assert.All(reasons[TrackingNames.Files], reason => Assert.Equal(Cached, reason));
    }

    [Theory]
    [InlineData("Smooths a picture.", "Blurs a picture.")]
    [InlineData("1 2 1; 2 4 2; 1 2 1", "1 2 1; 2 5 2; 1 2 1")]
    [InlineData("BorderMode.Reflect101", "BorderMode.Wrap")]
    [InlineData("Span<byte> destination", "Span<short> destination")]
    [InlineData("KernelShape(5)", "KernelShape(7)")]
    [InlineData("Stride = 0", "Stride = 2")]
    [InlineData("Combine.Magnitude", "Combine.AbsoluteSum")]
    [InlineData("Keep = \"3\"", "Keep = \"0\"")]
    [InlineData("2 6 2; 6 18 6; 2 6 2", "2 6 2; 6 17 6; 2 6 2")]
    [InlineData("BorderMode.Symmetric", "BorderMode.Constant")]
    [InlineData("KernelShape(2, 3, 3,", "KernelShape(3, 3, 3,")]
    [InlineData("Padding = 1", "Paddings = new[] { 0, 1, 1, 0, 1, 1 }")]
    public void An_edit_of_one_declaration_emits_that_one_again(string before, string after)
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(Source, Change(before, after));
        foreach (string step in new[] { TrackingNames.Declarations, TrackingNames.Models, TrackingNames.Plans, TrackingNames.Files })
        {
            Assert.Single(reasons[step], Modified);
            Assert.Equal(5, reasons[step].Count(reason => reason is Unchanged or Cached));
        }
    }

    [Fact]
    public void A_kernel_written_differently_is_planned_but_not_emitted_again()
    {
        // The exact numbers are the same, so the model compares equal and everything after it is cached.
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source,
            Change("1 2 1; 2 4 2; 1 2 1\"", "1, 2, 1; 2, 4, 2; 1, 2, 1.0\"")
        );
        Assert.Single(reasons[TrackingNames.Declarations], Modified);
        Assert.Equal(6, reasons[TrackingNames.Models].Count(reason => reason is Unchanged or Cached));
        Assert.All(reasons[TrackingNames.Files], reason => Assert.Equal(Cached, reason));
    }

    private static string Change(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        return Source.Replace(before, after, StringComparison.Ordinal);
    }
}
