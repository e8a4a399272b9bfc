using System.Collections.Immutable;
using ConvGen.Generator.Reporting;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>An assembly says for which vectors its kernels have code.</summary>
public class VectorWidthsTests
{
    /// <summary>A kernel of each kind that has code of its own for each width.</summary>
    private const string Kernels = """

        internal static partial class Filters
        {
            [Convolution(Border = BorderMode.Reflect101), Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Correlation(Border = BorderMode.Replicate), Kernel("1 4 6 4 1; 4 16 24 16 4; 6 24 36 24 6; 4 16 24 16 4; 1 4 6 4 1", Divisor = 256)]
            public static partial void Blur(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

            [Correlation(Border = BorderMode.Reflect101), BoxKernel(9)]
            public static partial void Box(ReadOnlySpan<ushort> source, int width, int height, Span<ushort> destination);

            [Correlation, KernelShape(9, 9)]
            public static partial void Filter(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);

            [Correlation(FloatingPoint = FloatingPointMode.Transform), KernelShape(63)]
            public static partial void Long(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

            [Correlation(Combine = Combine.Maximum), SobelKernel(Axis.Columns), SobelKernel(Axis.Rows)]
            public static partial void Edges(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

            [Correlation(PixelChannels = 4), Kernel("1 2 1", Divisor = 4), PixelMask(Keep = "3")]
            public static partial void Keep(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 32)]
            public static partial void Layer(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);

            [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 8)]
            public static partial void Narrow(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);

            [Fold, KernelShape(3, 3, InputChannels = 16)]
            public static partial void Fold(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
        }
        """;

    /// <summary>Layers whose transforms, copies and last steps choose among widths by themselves.</summary>
    private const string Layers = """

        internal static partial class Layers
        {
            [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
            public static partial void Bytes(ReadOnlySpan<byte> source, int width, int height, PreparedKernel<sbyte> kernel, Span<int> destination);

            [Correlation(Padding = 1, FloatingPoint = FloatingPointMode.Transform), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
            public static partial void Minimal(ReadOnlySpan<float> source, int width, int height, PreparedKernel<float> kernel, Span<float> destination);

            [Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 32, OutputChannels = 32)]
            public static partial void Quantised(ReadOnlySpan<byte> source, int width, int height, PreparedKernel<sbyte> kernel, ReadOnlySpan<float> scale, Span<byte> destination);

            [Correlation(Padding = 1, Layout = ChannelLayout.Planar, KernelLayout = KernelLayout.OutputFirst), KernelShape(3, 3, InputChannels = 16, OutputChannels = 16, Groups = 16)]
            public static partial void Planes(ReadOnlySpan<float> source, int width, int height, ReadOnlySpan<float> kernel, Span<float> destination);
        }
        """;

    [Theory]
    [InlineData("VectorWidths.Bits128")]
    [InlineData("VectorWidths.Bits256")]
    [InlineData("VectorWidths.Bits512")]
    public void Layers_compile_for_any_widths(string widths)
    {
        GeneratorRun run = GeneratorRun.Create(Source(widths, Layers));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Equal(4, run.MethodSources.Count);
        Assert.All(run.MethodSources.Values, text => Assert.DoesNotContain("NotSupportedException", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VectorWidths.Bits128", "of 128 bits; 512 and 256 left out, as [assembly: VectorWidths] does not name them.")]
    [InlineData(
        "VectorWidths.Bits256",
        "of 256 or 128 bits, as the processor prefers; 512 left out, as [assembly: VectorWidths] does not name it."
    )]
    [InlineData(
        "VectorWidths.Bits128 | VectorWidths.Bits512",
        "of 512 or 128 bits, as the processor prefers; 256 left out, as [assembly: VectorWidths] does not name it."
    )]
    [InlineData("VectorWidths.Bits128 | VectorWidths.Bits256 | VectorWidths.Bits512", "of 512, 256 or 128 bits, as the processor prefers.")]
    public void Only_widths_that_are_named_have_code_and_the_header_says_so(string widths, string words)
    {
        GeneratorRun run = Create(widths);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Equal(10, run.MethodSources.Count);
        foreach ((string name, string text) in run.MethodSources)
        {
            // What is narrowed to or put together from vectors of 256 bits belongs to those of 512.
            string[] absent =
                widths.Contains("512", StringComparison.Ordinal) ? ["Avx2."]
                : widths.Contains("256", StringComparison.Ordinal) ? ["Vector512", "Avx512"]
                : ["Vector512", "Avx512", "Vector256<", "Avx2"];
            if (!words.EndsWith("prefers.", StringComparison.Ordinal))
            {
                Assert.All(absent, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
            }

            string flat = System.Text.RegularExpressions.Regex.Replace(text.Replace("\n//", "", StringComparison.Ordinal), " +", " ");
            Assert.Contains(
                "Vectors: "
                    + (
                        name.Contains("Narrow", StringComparison.Ordinal) || name.Contains("Fold", StringComparison.Ordinal)
                            ? "of "
                            : words[..^1]
                    ),
                flat,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Code_for_fewer_widths_is_the_code_for_all_without_the_others()
    {
        int all = Length(null),
            two = Length("VectorWidths.Bits256"),
            one = Length("VectorWidths.Bits128");
        Assert.Equal(all, Length("VectorWidths.Bits128 | VectorWidths.Bits256 | VectorWidths.Bits512"));
        Assert.InRange(two / (double)all, 0.6, 0.85);
        Assert.InRange(one / (double)all, 0.3, 0.65);
    }

    /// <summary>Nothing is planned again for other widths, and an edit elsewhere writes nothing.</summary>
    [Fact]
    public void An_edit_of_the_widths_writes_the_files_again_and_plans_nothing()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source("VectorWidths.Bits256"),
            Source("VectorWidths.Bits512")
        );
        Assert.Equal(Modified, Assert.Single(reasons[TrackingNames.Widths]));
        Assert.All(
            reasons[TrackingNames.Models].Concat(reasons[TrackingNames.Plans]),
            reason => Assert.Contains(reason, new[] { Unchanged, Cached })
        );
        Assert.Equal(10, reasons[TrackingNames.Files].Count(reason => reason == Modified));
    }

    [Theory]
    [InlineData("VectorWidths.Bits256", "(VectorWidths)256")]
    [InlineData("VectorWidths.Bits256", "VectorWidths.Bits256 | VectorWidths.Bits128")]
    [InlineData("(VectorWidths)7", "VectorWidths.Bits128 | VectorWidths.Bits256 | VectorWidths.Bits512")]
    public void The_same_widths_said_differently_write_nothing(string before, string after)
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(Source(before), Source(after));
        Assert.All(reasons[TrackingNames.Files], reason => Assert.Equal(Cached, reason));
        Assert.All(reasons[TrackingNames.HelperFile], reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void A_second_run_reads_them_and_computes_nothing()
    {
        GeneratorRun run = Create("VectorWidths.Bits256");
        run.AssertCached();
        run.AssertHoldsOnlyValues();
        Create("(VectorWidths)7").AssertHoldsOnlyValues();
    }

    [Theory]
    [InlineData("skipped", "(VectorWidths)7", 1)]
    [InlineData("skipped", "VectorWidths.Bits256", 0)]
    [InlineData("build", "(VectorWidths)7", 0)]
    public void Wrong_widths_are_reported_where_no_analyzer_does(string analyzers, string widths, int count)
    {
        (string, string)[] configuration = [("/.globalconfig", $"is_global = true\n{AnalyzerRuns.Option} = {analyzers}\n")];
        GeneratorRun run = GeneratorRun.Create(TestCompilation.Create([Source(widths)]), configuration: configuration);
        Assert.Equal(Enumerable.Repeat("CONV022", count), run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(
            run.Diagnostics,
            diagnostic =>
                Assert.Equal(
                    widths,
                    run.Output.SyntaxTrees.First()
                        .ToString()
                        .Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
                )
        );
    }

    private static GeneratorRun Create(string? widths) => GeneratorRun.Create(Source(widths));

    private static int Length(string? widths) =>
        Create(widths)
            .MethodSources.Values.Sum(text => text[text.IndexOf("namespace ConvGen.Generated", StringComparison.Ordinal)..].Length);

    private static string Source(string? widths, string kernels = Kernels) =>
        "using System;\nusing ConvGen;\n" + (widths is null ? "" : $"[assembly: VectorWidths({widths})]") + kernels;
}
