using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>CONV022: widths that an assembly asks for and that there are not.</summary>
public class VectorWidthsTests
{
    private const string Kernel = """

        internal static partial class Filters
        {
            [Correlation, Kernel("1 2 1")]
            public static partial float[] Smooth(float[] source);
        }
        """;

    [Theory]
    [InlineData("VectorWidths.None", "no width")]
    [InlineData("default", "no width")]
    [InlineData("(VectorWidths)64", "64, which is not made of 128, 256 and 512")]
    [InlineData("VectorWidths.Bits128 | (VectorWidths)1024", "1152, which is not made of 128, 256 and 512")]
    [InlineData("(VectorWidths)(-1)", "-1, which is not made of 128, 256 and 512")]
    public async Task Widths_that_are_none_are_refused_at_the_argument(string widths, string words)
    {
        Diagnostic reported = Assert.Single(await Analysis.DiagnosticsAsync(Compile($"[assembly: VectorWidths({widths})]{Kernel}").Output));
        Assert.Equal(("CONV022", DiagnosticSeverity.Error), (reported.Id, reported.Severity));
        Assert.Contains(
            $"names {words};",
            reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Equal(
            widths,
            reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length)
        );
    }

    [Theory]
    [InlineData("VectorWidths.Bits128")]
    [InlineData("VectorWidths.Bits512")]
    [InlineData("VectorWidths.Bits128 | VectorWidths.Bits256 | VectorWidths.Bits512")]
    [InlineData("widths: (VectorWidths)384")]
    public async Task Others_are_taken(string widths) =>
        Assert.Empty(await Analysis.IdsAsync(Compile($"[assembly: VectorWidths({widths})]{Kernel}").Output));

    [Theory]
    [InlineData("[assembly: CLSCompliant(false)]")]
    [InlineData(
        "[assembly: Own.VectorWidths((VectorWidths)64)] namespace Own { class VectorWidthsAttribute(VectorWidths widths) : Attribute { public VectorWidths Widths => widths; } }"
    )]
    public async Task Attributes_of_others_are_nothing_to_it(string attribute) =>
        Assert.DoesNotContain("CONV022", await Analysis.IdsAsync(Compile(attribute + Kernel).Output));

    private static GeneratorRun Compile(string text) => GeneratorRun.Create("using System;\nusing ConvGen;\n" + text);
}
