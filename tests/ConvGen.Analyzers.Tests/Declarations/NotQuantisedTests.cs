using System.Globalization;
using ConvGen.Analyzers.Declarations;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Quantised layers: what is accepted, and what is refused with its remedy.</summary>
public class NotQuantisedTests
{
    private const string Layer =
        "[Correlation(Padding = 1), KernelShape(3, 3, InputChannels = 8, OutputChannels = 8)] public static partial void ";

    private const string Sizes = "byte[] source, int width, int height, ";

    [Theory]
    [InlineData(Layer + "M(" + Sizes + "sbyte[] kernel, float[] scale, byte[] destination);")]
    [InlineData(
        Layer
            + "M("
            + Sizes
            + "byte[] kernel, int[] bias, float[] scale, int sourceZeroPoint, int kernelZeroPoint, int destinationZeroPoint, sbyte[] destination);"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "PreparedKernel<sbyte> kernel, ReadOnlySpan<float> scale, int sourceZeroPoint, Span<byte> destination);"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 -255 255\")] public static partial sbyte[] M(sbyte[] source, ReadOnlyMemory<float> scale, int destinationZeroPoint);"
    )]
    public async Task An_accepted_declaration(string member) =>
        Assert.Empty(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(member)).Output));

    [Theory]
    [InlineData(
        "[|M|](" + Sizes + "float[] kernel, float[] scale, byte[] destination);",
        "the weights are of type 'float'; quantise to 8 bits: make it 'sbyte' or 'byte', or remove 'scale'"
    )]
    [InlineData(
        "[|M|](float[] source, int width, int height, sbyte[] kernel, float[] scale, byte[] destination);",
        "the source is of type 'float'; quantise to 8 bits: make it 'byte' or 'sbyte', or remove 'scale'"
    )]
    [InlineData(
        "[|M|](" + Sizes + "sbyte[] kernel, float[] scale, int[] destination);",
        "the result is of type 'int'; quantise to 8 bits: make it 'byte' or 'sbyte', or remove 'scale'"
    )]
    [InlineData(
        "[|M|](" + Sizes + "sbyte[] kernel, float[] bias, float[] scale, byte[] destination);",
        "the bias is of type 'float'; make it 'int': a bias is quantised by the scale of the products, with a zero point of 0"
    )]
    public Task Other_types(string method, string problem) =>
        Rule.VerifyAsync<NotQuantisedAnalyzer>(Layer + method, "'M' has a parameter 'scale' and is no quantised layer: " + problem);

    [Theory]
    [InlineData("[Correlation, Kernel(\"1 2.5 1\")] public static partial void [|M|](byte[] source, float[] scale, byte[] destination);")]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\", Divisor = 4)] public static partial void [|M|](byte[] source, float[] scale, byte[] destination);"
    )]
    [InlineData("[Correlation, Kernel(\"1 256 1\")] public static partial void [|M|](byte[] source, float[] scale, byte[] destination);")]
    public Task Other_weights(string member) =>
        Rule.VerifyAsync<NotQuantisedAnalyzer>(
            member,
            "'M' has a parameter 'scale' and is no quantised layer: one of its weights is no integer from -255 to 255; write quantised weights, less their zero point, without a Divisor"
        );

    [Fact]
    public Task Sums_beyond_32_bits() =>
        Rule.VerifyAsync<NotQuantisedAnalyzer>(
            "[Correlation, KernelShape(9, 9, InputChannels = 1024, OutputChannels = 8)] public static partial void [|M|](byte[] source, int width, int height, sbyte[] kernel, float[] scale, byte[] destination);",
            "'M' has a parameter 'scale' and is no quantised layer: its sums lie between -2707292160 and 2686141440, which 32 bits do not hold; sum over fewer taps or channels, or split the channels into groups"
        );

    [Theory]
    [InlineData(
        Layer + "M(" + Sizes + "sbyte[] kernel, [|double[] scale|], byte[] destination);",
        "parameter 'scale' is of type 'double[]'; a quantised layer has one 'float' for each output channel, in a span, an array or a memory"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "sbyte[] kernel, [|int sourceZeroPoint|], byte[] destination);",
        "parameter 'sourceZeroPoint' belongs to a quantised layer; add 'ReadOnlySpan<float> scale', a factor for each output channel, or remove it"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "PreparedKernel<sbyte> kernel, float[] scale, [|int kernelZeroPoint|], byte[] destination);",
        "parameter 'kernelZeroPoint' cannot stand beside a PreparedKernel"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\")] public static partial void M(byte[] source, float[] scale, [|int kernelZeroPoint|], byte[] destination);",
        "parameter 'kernelZeroPoint' belongs to weights that arrive at run time"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "sbyte[] kernel, float[] scale, [|float sourceZeroPoint|], byte[] destination);",
        "parameter 'sourceZeroPoint' is of type 'float'; make it an 'int'"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "sbyte[] kernel, [|float[] scales|], byte[] destination);",
        "parameter 'scales' has no role; did you mean 'scale'?"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "sbyte[] kernel, float[] scale, [|int inputZeroPoint|], byte[] destination);",
        "parameter 'inputZeroPoint' has no role; did you mean 'sourceZeroPoint'?"
    )]
    [InlineData(
        Layer + "M(" + Sizes + "[|Region region|], sbyte[] kernel, float[] scale, byte[] destination);",
        "parameter 'region' cannot stand beside 'scale': a quantised layer computes its whole result; remove it"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\")] public static partial void M(byte[] source, [|byte[] history|], float[] scale, byte[] destination);",
        "parameter 'history' cannot stand beside 'scale'"
    )]
    [InlineData(
        "[Correlation, Kernel(\"1 2 1\")] public static partial void M([|byte[] image|], float[] scale);",
        "parameter 'image' cannot stand beside 'scale'"
    )]
    public async Task Signatures(string member, string problem)
    {
        string[] parts = member.Split(["[|", "|]"], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);
        Diagnostic refusal = Assert.Single(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(string.Concat(parts))).Output));
        Assert.Equal("CONV002", refusal.Id);
        Assert.Equal(
            parts[1],
            refusal.Location.SourceTree!.ToString().Substring(refusal.Location.SourceSpan.Start, refusal.Location.SourceSpan.Length)
        );
        Assert.StartsWith(
            "'M' has no accepted signature: " + problem,
            refusal.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("BorderValue = 3", "BorderValue", "remove BorderValue: outside lies the zero point of the source, which stands for 0")]
    [InlineData("OutputMinimum = 3", "OutputMinimum", "remove OutputMinimum")]
    [InlineData(
        "OutputMaximum = 6",
        "OutputMaximum",
        "remove OutputMaximum: choose the results' scale so that the largest value of the type stands for the limit, as for ReLU6"
    )]
    [InlineData("Parallel = true", "Parallel", "remove Parallel, and give each image of a batch a thread of its own")]
    public async Task Options(string option, string name, string remedy)
    {
        string member =
            $"[Correlation({option}), KernelShape(3, 3, OutputChannels = 8)] public static partial void M({Sizes}sbyte[] kernel, float[] scale, byte[] destination);";
        Diagnostic refusal = Assert.Single(await Analysis.DiagnosticsAsync(GeneratorRun.Create(Rule.File(member)).Output));
        Assert.Equal("CONV007", refusal.Id);
        Assert.StartsWith(
            $"{name} cannot be combined with a parameter 'scale'; {remedy}",
            refusal.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }
}
