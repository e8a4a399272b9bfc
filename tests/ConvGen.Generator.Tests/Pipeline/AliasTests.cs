using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>A method is found by whatever names its attributes have, and generated once.</summary>
public class AliasTests
{
    private const string Line = "public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);";

    /// <summary>What stands in another file, what stands above the type, and the method's attributes.</summary>
    [Theory]
    [InlineData("", "", "[ConvGen.Correlation, global::ConvGen.KernelAttribute(\"1\")]")]
    [InlineData("", "", "[Correlation, @KernelAttribute(\"1\")]")]
    [InlineData("", "", "[Corr\\u0065lation] [Kern\\u0065l(\"1\")]")]
    [InlineData("", "using Slide = ConvGen.CorrelationAttribute; using Weights = ConvGen.KernelAttribute;", "[Slide, Weights(\"1\")]")]
    [InlineData(
        "",
        "using SlideAttribute = ConvGen.CorrelationAttribute; using Weights = ConvGen.KernelAttribute;",
        "[Slide, Weights(\"1\")]"
    )]
    [InlineData("", "using Weights = ConvGen.KernelAttribute;", "[Correlation, Weights(\"1\")]")]
    [InlineData("", "using Own = ConvGen;", "[Own.Correlation, Own::KernelAttribute(\"1\")]")]
    [InlineData(
        "global using Slide = ConvGen.CorrelationAttribute; global using Weights = ConvGen.KernelAttribute;",
        "",
        "[Slide, Weights(\"1\")]"
    )]
    [InlineData(
        "global using SlideAttribute = ConvGen.CorrelationAttribute; global using Weights = ConvGen.KernelAttribute;",
        "",
        "[Slide][Weights(\"1\")]"
    )]
    [InlineData("global using Slide = ConvGen.CorrelationAttribute;", "", "[Slide, Kernel(\"1\")]")]
    [InlineData(
        "global using Slide = ConvGen.CorrelationAttribute;",
        "using Weights = ConvGen.KernelAttribute;",
        "[Weights(\"1\"), Slide]"
    )]
    [InlineData("global using Slide = ConvGen.CorrelationAttribute;", "", "[Correlation, Kernel(\"1\")]")]
    public void Of_an_attribute(string elsewhere, string above, string attributes)
    {
        GeneratorRun run = GeneratorRun.Create(TestCompilation.Create([elsewhere, File(above, attributes)]));

        Assert.Equal([], run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains("Correlation of byte", Assert.Single(run.MethodSources).Value, StringComparison.Ordinal);
        run.AssertCached();
    }

    [Theory]
    [InlineData(
        "public sealed class CorrelationAttribute : Attribute; public sealed class KernelAttribute(string text) : Attribute { public string Text => text; }",
        "[Correlation, Kernel(\"1\")]"
    )]
    [InlineData("public sealed class Slide : Attribute;", "[Slide]")]
    public void That_means_another_attribute_declares_nothing(string elsewhere, string attributes)
    {
        GeneratorRun run = GeneratorRun.Create(
            TestCompilation.Create(["using System; namespace Other { " + elsewhere + " }", File("using Other;", attributes, own: "")])
        );

        Assert.Empty(run.GeneratedSources);
        Assert.Empty(run.Diagnostics);
    }

    /// <summary>The other name comes and goes in one file, and the method, in another one, with it.</summary>
    [Fact]
    public void Comes_and_goes()
    {
        string file = File("", "[Slide, Weights(\"1\")]");
        CSharpCompilation Named(string names) => TestCompilation.Create([file, names]);
        const string both = "global using Slide = ConvGen.CorrelationAttribute; global using Weights = ConvGen.KernelAttribute;";
        GeneratorRun none = GeneratorRun.Create(Named(""));
        GeneratorRun come = none.Again(Named(both));
        GeneratorRun kept = come.Again(Named(both + "\n// a comment"));
        GeneratorRun gone = kept.Again(
            Named(both.Replace("Weights", "Other", StringComparison.Ordinal).Replace("Slide", "Another", StringComparison.Ordinal))
        );

        Assert.Empty(none.MethodSources);
        Assert.Single(come.MethodSources);
        Assert.All(kept.Reasons()[TrackingNames.Models], static reason => Assert.Equal(Cached, reason));
        Assert.Empty(gone.MethodSources);
    }

    /// <summary>Attributes on both parts are those of one method, whichever part is met first.</summary>
    [Theory]
    [InlineData("[Correlation]", "[Kernel(\"1\")]")]
    [InlineData("[Kernel(\"1\")]", "[Correlation]")]
    [InlineData("[Correlation, Kernel(\"1\")]", "[Kernel(\"1\")]")]
    [InlineData("", "[Correlation, Kernel(\"1\")]")]
    public void Of_two_parts_one_is_read(string declared, string implemented)
    {
        string first = "public static partial class Filters { " + declared + " " + Line + " }";
        string second =
            "public static partial class Filters { " + implemented + " " + Line.Replace(";", " { }", StringComparison.Ordinal) + " }";
        foreach (string[] files in new[] { new[] { first, second }, [second, first] })
        {
            GeneratorRun run = GeneratorRun.Create(
                TestCompilation.Create(files.Select(static file => "using System; using ConvGen; " + file))
            );
            Assert.Single(run.Reasons()[TrackingNames.Declarations]);
        }
    }

    private static string File(string above, string attributes, string own = "using ConvGen;") =>
        $$"""
            using System;
            {{own}}
            {{above}}

            public static partial class Filters
            {
                {{attributes}} {{Line}}
            }
            """;
}
