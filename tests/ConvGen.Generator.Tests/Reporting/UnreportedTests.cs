using System.Globalization;
using ConvGen.Generator.Reporting;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Reporting;

/// <summary>Where no analyzer reports what is refused, the generator does, and nowhere else.</summary>
public class UnreportedTests
{
    private const string Refused = """
        using System;
        using ConvGen;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 x")]
            public static partial float[] Text(float[] source);

            [Correlation(Stride = 0), Kernel("1 2 1")]
            public static partial float[] Step(float[] source);

            [Correlation, Kernel("1 2 1")]
            public static partial float[] Right(float[] source);

            public static int Local()
            {
                [Kernel("1 2 1")] static int Inner() => 1;
                return Inner();
            }
        }
        """;

    private const string Closed = """
        using ConvGen;

        public static class Closed
        {
            [Correlation, Kernel("1 2 1")]
            public static partial float[] Smooth(float[] source);
        }

        public static partial class Open
        {
            [Correlation, Kernel("")]
            public static partial float[] Empty(float[] source);
        }
        """;

    [Theory]
    [InlineData("editor")]
    [InlineData("")]
    public void An_editor_leaves_everything_to_analyzers(string analyzers)
    {
        Assert.Empty(Run(Refused, analyzers).Diagnostics);
        Assert.Empty(Run(Closed, analyzers).Diagnostics);
    }

    /// <summary>
    /// A project that references the generator as a project has no targets that tell: a build must not be without an error of ours, nor an
    /// editor show two.
    /// </summary>
    [Fact]
    public void Where_nothing_is_told_it_reports_what_the_compiler_stops_at()
    {
        Assert.Empty(Run(Refused, null).Diagnostics);
        Assert.Equal(["CONV001 6 Smooth"], Reported(Run(Closed, null), Closed));
    }

    [Fact]
    public void A_build_leaves_to_analyzers_what_they_come_to() => Assert.Empty(Run(Refused, "build").Diagnostics);

    [Fact]
    public void A_build_that_the_compiler_stops_reports_everything_once() =>
        Assert.Equal(["CONV001 6 Smooth", "CONV003 11 \"\""], Reported(Run(Closed, "build"), Closed));

    [Fact]
    public void A_build_without_analyzers_reports_everything_once()
    {
        Assert.Equal(["CONV003 6 x", "CONV009 9 Stride = 0", "CONV001 17 Kernel(\"1 2 1\")"], Reported(Run(Refused, "skipped"), Refused));
        Assert.Equal(["CONV001 6 Smooth", "CONV003 11 \"\""], Reported(Run(Closed, "skipped"), Closed));
    }

    [Theory]
    [InlineData("[Kernel(\"1\")] get => 1;", true)]
    [InlineData("[global::ConvGen.KernelAttribute(\"1\")] get => 1;", true)]
    [InlineData("[System.Obsolete] get => 1;", false)]
    public void An_accessor_is_no_method(string accessor, bool isRefused)
    {
        GeneratorRun run = Run("using ConvGen; public class C { public int P { " + accessor + " } }", "skipped");

        Assert.Equal(isRefused ? ["CONV001"] : [], run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Neither_a_pragma_nor_an_option_silences_it()
    {
        CSharpCompilation compilation = TestCompilation.Create(["#pragma warning disable CONV003, CONV009, CONV001\n" + Refused]);
        CSharpCompilationOptions options = compilation
            .Options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
            .WithSpecificDiagnosticOptions([KeyValuePair.Create("CONV003", ReportDiagnostic.Suppress)]);

        GeneratorRun run = Run(compilation.WithOptions(options), "skipped");
        Assert.Equal(3, run.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void The_place_moves_with_the_text_and_nothing_is_planned_again()
    {
        GeneratorRun run = Run(Refused, "skipped");
        GeneratorRun again = run.Again(TestCompilation.Create(["\n\n" + Refused]));

        Assert.Equal(["CONV003 8 x", "CONV009 11 Stride = 0", "CONV001 19 Kernel(\"1 2 1\")"], Reported(again, "\n\n" + Refused));
        Assert.All(again.Reasons()[TrackingNames.Plans], reason => Assert.Equal(Cached, reason));
        Assert.All(again.Reasons()[TrackingNames.Unreported], reason => Assert.True(reason is Cached or Unchanged));
    }

    [Theory]
    [InlineData("skipped")]
    [InlineData("build")]
    public void Only_values_are_handed_on(string analyzers)
    {
        Run(Refused, analyzers).AssertHoldsOnlyValues();
        Run(Closed, analyzers).AssertHoldsOnlyValues();
        Run(Closed, null).AssertHoldsOnlyValues();
        Run(Refused, "build").AssertCached();
    }

    private static GeneratorRun Run(string source, string? analyzers) => Run(TestCompilation.Create([source]), analyzers);

    private static GeneratorRun Run(Compilation compilation, string? analyzers) =>
        GeneratorRun.Create(
            compilation,
            configuration: analyzers is null ? [] : [("/.globalconfig", $"is_global = true\n{AnalyzerRuns.Option} = {analyzers}\n")]
        );

    /// <summary>Id, line and text of each diagnostic.</summary>
    private static IEnumerable<string> Reported(GeneratorRun run, string source) =>
        run.Diagnostics.Select(diagnostic =>
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            ReadOnlySpan<char> text = source.AsSpan(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
            return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Id} {line} {text}");
        });
}
