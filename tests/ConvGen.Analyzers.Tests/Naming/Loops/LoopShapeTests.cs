using System.Text.RegularExpressions;

namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Every shape, run both ways, under either name.</summary>
public partial class LoopShapeTests
{
    /// <summary>What the shapes are called.</summary>
    public static TheoryData<string> Shapes => [.. LoopShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Indices_that_run_the_same_way_are_no_convolution(string shape) =>
        Assert.Equal(["CONV103"], await LoopFile.IdsAsync(Write(shape, "same", "Convolve")));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Indices_that_run_the_same_way_are_a_correlation(string shape) =>
        Assert.Empty(await LoopFile.IdsAsync(Write(shape, "same", "Correlate")));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Indices_that_run_opposite_ways_are_no_correlation(string shape) =>
        Assert.Equal(["CONV103"], await LoopFile.IdsAsync(Write(shape, "opposite", "CrossCorrelate")));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Indices_that_run_opposite_ways_are_a_convolution(string shape) =>
        Assert.Empty(await LoopFile.IdsAsync(Write(shape, "opposite", "Convolve")));

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Other_names_say_nothing(string shape) =>
        Assert.Empty(await LoopFile.IdsAsync(Write(shape, "same", "Smooth") + Write(shape, "opposite", "Sharpen")));

    internal static string Write(string shape, string way, string name) =>
        Either()
            .Replace(LoopShapes.All[shape], match => match.Groups[way].Value)
            .Replace("NAME", name, StringComparison.Ordinal)
            .Replace("Apply", "Apply" + way, StringComparison.Ordinal);

    [GeneratedRegex("«(?<same>[^|»]*)\\|(?<opposite>[^»]*)»", RegexOptions.ExplicitCapture)]
    private static partial Regex Either();
}
