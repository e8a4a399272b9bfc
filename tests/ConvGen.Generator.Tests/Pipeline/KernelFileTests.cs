using System.Collections.Immutable;
using ConvGen.Generator.Parsing.Weights;
using ConvGen.Generator.Refusals;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>Kernels in files: how they are found, what they are read as, and what an edit costs.</summary>
public class KernelFileTests
{
    private const string Plane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    private const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    private const string Two = """
        [Correlation, KernelFile("edge.txt")]
        public static partial void Edge(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

        [Correlation, KernelFile("smooth.txt")]
        public static partial void Smooth(ReadOnlySpan<float> source, int width, int height, Span<float> destination);

        [Correlation, Kernel("1 2 1")]
        public static partial void Written(ReadOnlySpan<float> source, Span<float> destination);
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("/project/edge.txt", "-1 0 1\n"),
        ("/project/smooth.txt", "1 2 1\n2 4 2\n1 2 1\n"),
        ("/project/other.txt", "x"),
    ];

    [Theory]
    [InlineData(Plane, "1 2 1\n2 4 2\n1 2 1", "", "Kernel(\"1 2 1; 2 4 2; 1 2 1\")")]
    [InlineData(Plane, "1.0e+00,2.0e+00\n", ", Divisor = 4", "Kernel(\"1 2\", Divisor = 4)")]
    [InlineData(Plane, "1\n2\n3\n", "", "Kernel(\"1; 2; 3\")")]
    [InlineData(Plane, "# shape: 3 1\n1 2 3\n", "", "Kernel(\"1; 2; 3\")")]
    [InlineData(Plane, "0.1 1/3", "", "Kernel(\"0.1 1/3\")")]
    [InlineData(Line, "1 2 3", "", "Kernel(\"1 2 3\")")]
    [InlineData(Line, "1\n2\n3\n", "", "Kernel(\"1 2 3\")")]
    [InlineData(Line, "# shape: 4\n1 2\n3 4\n", "", "Kernel(\"1 2 3 4\")")]
    public void A_file_is_generated_as_the_same_kernel_written_in_the_source(string method, string text, string options, string written)
    {
        GeneratorRun fromFile = Run($"[Convolution, KernelFile(\"Kernels/k.txt\"{options})]\n{method}", ("/project/Kernels/k.txt", text));
        GeneratorRun fromSource = Run($"[Convolution, {written}]\n{method}");
        Assert.Empty(fromFile.Diagnostics);
        Assert.Contains("Kernel_", Assert.Single(fromSource.MethodSources).Value, StringComparison.Ordinal);
        Assert.Equal(fromSource.MethodSources, fromFile.MethodSources);
    }

    [Theory]
    [InlineData("Kernels/k.txt", "/project/Kernels/k.txt")]
    [InlineData("Kernels\\\\k.txt", "/project/Kernels/k.txt")]
    [InlineData("./Kernels//k.txt", "/project/Kernels/k.txt")]
    [InlineData("../shared/k.txt", "/shared/k.txt")]
    [InlineData("kernels/K.txt", "/project/Kernels/k.txt")]
    [InlineData("/elsewhere/k.txt", "/elsewhere/k.txt")]
    [InlineData("C:\\\\k.txt", "C:\\k.txt")]
    [InlineData("k.txt", "\\project\\k.txt")]
    public void A_path_leads_from_the_project_to_a_file(string written, string path) =>
        Assert.DoesNotContain(
            "NotSupportedException",
            Text(Run($"[Correlation, KernelFile(\"{written}\")]\n{Plane}", (path, "1 2 3"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_path_in_the_same_case_goes_first() =>
        Assert.Contains(
            "[ 1  2 ]",
            Text(Run($"[Correlation, KernelFile(\"k.txt\")]\n{Plane}", ("/project/K.txt", "3 4"), ("/project/k.txt", "1 2"))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("k.txt", "no additional file has the path '/project/k.txt'", "/project/other.txt")]
    [InlineData("k.txt", "2 additional files have the path '/project/k.txt'", "/project/k.txt", "/project/k.txt")]
    [InlineData("K.TXT", "2 additional files have the path '/project/K.TXT'", "/project/k.txt", "/project/k.Txt")]
    [InlineData(" ", "the path is empty", "/project/k.txt")]
    public void A_missing_or_doubtful_file_is_refused(string path, string reason, params string[] files)
    {
        string text = Text(Run($"[Correlation, KernelFile(\"{path}\")]\n{Plane}", [.. files.Select(file => (file, "1 2 3"))]));
        Assert.Contains(DeclarationRules.KernelFileNotFound.Id, text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_directory_of_the_project_a_path_is_refused()
    {
        GeneratorRun run = GeneratorRun.Create(Compile($"[Correlation, KernelFile(\"k.txt\")]\n{Plane}"), files: [("/project/k.txt", "1")]);
        Assert.Contains(
            "the build does not tell the project's directory; add <CompilerVisibleProperty",
            Text(run),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Plane, "1 2\n3 z", "line 2, column 3: 'z' is not a number")]
    [InlineData(Plane, "# c\n1 2\n  3", "line 3, column 3: this row has 1 value and the first has 2")]
    [InlineData(Plane, "# shape: 2 2\n1 2 3", "line 1, column 3: a shape of 2 x 2 has 4 values, and the file holds 3")]
    [InlineData(
        Plane,
        "# shape: 3\n1 2 3",
        "line 1, column 3: a shape of 3 has 1 number, and the signature needs 2, rows and columns, or 4 with channels"
    )]
    [InlineData(Plane, "# shape: 900000 900000 900000\n1", "line 1, column 3: a shape of 900000 x 900000 x 900000 has 2147483647 values")]
    [InlineData(Line, "1 2\n\n3 4", "line 3, column 1: here begins a second row, and the signature has one axis")]
    [InlineData(
        Line,
        "# shape: 1 3\n1 2 3",
        "line 1, column 3: a shape of 1 x 3 has 2 numbers, and the signature needs 1, the taps, or 3 with channels"
    )]
    public void A_file_with_a_mistake_is_refused_at_its_line_and_column(string method, string text, string reason)
    {
        string stub = Text(Run($"[Correlation, KernelFile(\"k.txt\")]\n{method}", ("/project/k.txt", text)));
        Assert.Contains(
            DeclarationRules.MalformedKernelFile.Id + ": The kernel file 'k.txt' cannot be read at " + reason,
            stub,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_divisor_is_judged_as_on_a_written_kernel() =>
        Assert.Contains(
            DeclarationRules.BadDivisor.Id,
            Text(Run($"[Correlation, KernelFile(\"k.txt\", Divisor = 0)]\n{Plane}", ("/project/k.txt", "1 2"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_second_run_computes_nothing()
    {
        GeneratorRun run = Run(Two, Files);
        Assert.Equal(3, run.MethodSources.Count);
        run.AssertCached();
        run.AssertHoldsOnlyValues();
    }

    [Fact]
    public void An_edit_of_a_file_generates_only_the_methods_that_use_it()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = Run(Two, Files)
            .AgainWithFile("/project/edge.txt", "-1 0 2\n")
            .Reasons();
        Assert.All(reasons[TrackingNames.Declarations], reason => Assert.Equal(Cached, reason));
        foreach (string step in new[] { TrackingNames.Inputs, TrackingNames.Models, TrackingNames.Plans, TrackingNames.Files })
        {
            Assert.Single(reasons[step], Modified);
            Assert.Equal(2, reasons[step].Count(reason => reason is Cached or Unchanged));
        }
    }

    [Fact]
    public void The_same_numbers_written_differently_are_not_planned_again()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = Run(Two, Files)
            .AgainWithFile("/project/edge.txt", "# an edge\n-1.0, 0, 1.0\n")
            .Reasons();
        Assert.Single(reasons[TrackingNames.Inputs], Modified);
        Assert.All(reasons[TrackingNames.Models], reason => Assert.True(reason is Cached or Unchanged));
        Assert.All(reasons[TrackingNames.Plans], reason => Assert.Equal(Cached, reason));
        Assert.All(reasons[TrackingNames.Files], reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void An_edit_of_another_file_changes_no_step()
    {
        IReadOnlyDictionary<string, ImmutableArray<IncrementalStepRunReason>> reasons = Run(Two, Files)
            .AgainWithFile("/project/other.txt", "y")
            .Reasons();
        Assert.All(reasons[TrackingNames.Inputs], reason => Assert.Equal(Unchanged, reason));
        foreach (string step in new[] { TrackingNames.Declarations, TrackingNames.Models, TrackingNames.Plans, TrackingNames.Files })
        {
            Assert.All(reasons[step], reason => Assert.Equal(Cached, reason));
        }
    }

    private static string Text(GeneratorRun run) => Assert.Single(run.MethodSources).Value;

    private static GeneratorRun Run(string members, params (string Path, string Text)[] files) =>
        GeneratorRun.Create(
            Compile(members),
            files: files,
            configuration: [("/.globalconfig", "is_global = true\nbuild_property.ProjectDir = /project/\n")]
        );

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string members) =>
        TestCompilation.Create([$"using System;\nusing ConvGen;\n\npublic static partial class Filters\n{{\n{members}\n}}\n"]);
}
