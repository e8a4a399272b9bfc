using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>Generated window matrices, kept to be read in review, and what an edit of their declarations costs.</summary>
public class WindowSnapshotTests
{
    [Theory]
    [InlineData(
        "Unfold3x3Single",
        """
            /// <summary>All windows of a picture.</summary>
            [Unfold(Padding = 1), KernelShape(3, 3)]
            public static partial void Windows(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            """
    )]
    [InlineData(
        "UnfoldValidChannels",
        """
            [Unfold(Mode = OutputMode.Valid), KernelShape(3, 3, InputChannels = 2)]
            public static partial int[] Windows(int[] source, int width, int height);
            """
    )]
    [InlineData(
        "UnfoldPlanarDilated",
        """
            [Unfold(Stride = 2, Dilation = 2, Border = BorderMode.Reflect101, Layout = ChannelLayout.Planar), KernelShape(3, 3, InputChannels = 3)]
            public static partial void Windows(ReadOnlySpan<byte> source, int batch, int width, int height, int sourcePitch, Span<byte> destination, int destinationPitch);
            """
    )]
    [InlineData(
        "UnfoldLine",
        """
            [Unfold(Mode = OutputMode.Valid), KernelShape(3)]
            public static partial double[] Windows(double[] source);
            """
    )]
    [InlineData(
        "UnfoldShaped",
        """
            [Unfold(Border = BorderMode.Wrap), KernelShape(2, 2)]
            public static partial short[,] Windows(short[,] source);
            """
    )]
    [InlineData(
        "FoldByte",
        """
            [Fold(Border = BorderMode.Replicate), KernelShape(3, 3)]
            public static partial void Image(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            """
    )]
    [InlineData(
        "FoldChannelsStrided",
        """
            /// <summary>Adds the gradients of all windows.</summary>
            [Fold(Stride = 2, Padding = 1), KernelShape(3, 3, InputChannels = 16)]
            public static partial void Image(ReadOnlySpan<float> source, int width, int height, Span<float> destination);
            """
    )]
    public void Generated_files_are_as_reviewed(string name, string declaration)
    {
        GeneratorRun run = GeneratorRun.Create(Source(declaration));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        run.AssertCached();
        run.AssertHoldsOnlyValues();
        Snapshot.Verify(name, Assert.Single(run.MethodSources).Value);
    }

    [Theory]
    [InlineData("Padding = 1", "Padding = 2", Modified)]
    [InlineData("InputChannels = 2", "InputChannels = 3", Modified)]
    [InlineData("=> 1;", "=> 2;", Cached)]
    [InlineData("Padding = 1", "Paddings = new[] { 1, 1, 1, 1 }", Cached)]
    public void An_edit_writes_the_file_anew_only_where_it_changes_something(string before, string after, IncrementalStepRunReason expected)
    {
        const string Declaration = """
            [Unfold(Padding = 1), KernelShape(3, 3, InputChannels = 2)]
            public static partial void Windows(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

            public static int Unrelated() => 1;
            """;
        Assert.Contains(before, Declaration, StringComparison.Ordinal);
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = GeneratorRun.Edit(
            Source(Declaration),
            Source(Declaration.Replace(before, after, StringComparison.Ordinal))
        );
        Assert.Equal(expected, Assert.Single(reasons[TrackingNames.Files]));
    }

    private static string Source(string declaration) =>
        $"using System;\nusing ConvGen;\n\nnamespace Imaging;\n\n/// <summary>Windows.</summary>\npublic static partial class Windowing\n{{\n{declaration}\n}}\n";
}
