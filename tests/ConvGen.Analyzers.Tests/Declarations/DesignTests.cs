using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Designed and separable kernels that cannot be computed, each refused at the argument that is wrong.</summary>
public class DesignTests
{
    private const string Line = "public static partial void M(ReadOnlySpan<float> source, Span<float> destination);";

    private const string Plane =
        "public static partial void M(ReadOnlySpan<float> source, int width, int height, Span<float> destination);";

    [Theory]
    [InlineData("GaussianKernel(1.4)")]
    [InlineData("GaussianKernel(SigmaRows = 2, SigmaColumns = 0)")]
    [InlineData("BoxKernel(5, 3)")]
    [InlineData("SobelKernel(Axis.Rows, Size = 5)")]
    [InlineData("LaplacianKernel")]
    [InlineData("GaborKernel(9, 2, 0.3, 5, 0.8)")]
    [InlineData("MovingAverageKernel(5, Axis = Axis.Columns)")]
    [InlineData("SeparableKernel(\"1 2 1\", \"1 4 6 4 1\", Divisor = 64)")]
    [InlineData("SeparableKernel(\"1; 2; 1\", \"1, 0, -1\")")]
    [InlineData("SeparableKernel, MovingAverageKernel(5, Axis = Axis.Columns), MovingAverageKernel(3, Axis = Axis.Rows)")]
    [InlineData("LanczosKernel(3, Axis = Axis.Columns), SeparableKernel(Divisor = 2), HilbertKernel(5, Axis = Axis.Rows)")]
    public Task Accepted(string attributes) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>($"[Correlation, {attributes}] {Plane}");

    [Fact]
    public Task Accepted_block_by_block() =>
        Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(
            "[Convolution, WindowedSincKernel(31, 0.2)] public static partial void M(ReadOnlySpan<float> source, Span<float> history, Span<float> destination);"
        );

    [Fact]
    public Task The_message() =>
        Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(
            $"[Correlation, GaussianKernel([|-1.5|])] {Plane}",
            "sigma is -1.5; write a number above 0"
        );

    [Theory]
    [InlineData("[|GaussianKernel|]", "sigma is not written; write a number above 0, as in [GaussianKernel(1.4)]")]
    [InlineData(
        "GaussianKernel([|SigmaRows = 2|])",
        "SigmaRows is written without SigmaColumns; write both, where 0 leaves an axis as it is, or a sigma for all axes"
    )]
    [InlineData(
        "GaussianKernel([|SigmaColumns = 2|], OrderRows = 1)",
        "SigmaColumns is written without SigmaRows; write both, where 0 leaves an axis as it is, or a sigma for all axes"
    )]
    public Task A_sigma_that_is_missing(string attribute, string message) =>
        Rule.VerifyAsync<OptionOutOfRangeAnalyzer>($"[Correlation, {attribute}] {Plane}", message);

    [Theory]
    [InlineData("GaussianKernel([|0|])")]
    [InlineData("GaussianKernel([|double.NaN|])")]
    [InlineData("GaussianKernel([|sigma: double.PositiveInfinity|])")]
    [InlineData("GaussianKernel(1, [|OrderRows = 3|])")]
    [InlineData("GaussianKernel(1, [|Radius = -1|])")]
    [InlineData("GaussianKernel(1, [|Truncate = 0|])")]
    [InlineData("GaussianKernel([|SigmaRows = -2|], SigmaColumns = 1)")]
    [InlineData("[|GaussianKernel(100)|]")]
    [InlineData("BoxKernel([|-1|])")]
    [InlineData("BoxKernel(3, [|0|])")]
    [InlineData("[|BoxKernel(1000, 1000)|]")]
    [InlineData("BinomialKernel([|0|])")]
    [InlineData("SobelKernel([|(Axis)2|])")]
    [InlineData("SobelKernel(Axis.Rows, [|Size = 4|])")]
    [InlineData("LaplacianKernel([|Neighbours = 6|])")]
    [InlineData("SharpenKernel([|Neighbours = 5|])")]
    [InlineData("LaplacianOfGaussianKernel([|0|])")]
    [InlineData("DifferenceOfGaussiansKernel(2, [|1|])")]
    [InlineData("UnsharpMaskKernel(2, [|-1|])")]
    [InlineData("EmbossKernel([|(Direction)8|])")]
    [InlineData("GaborKernel([|10|], 2, 0, 5, 1)")]
    [InlineData("GaborKernel(9, 2, 0, [|0|], 1)")]
    [InlineData("GaborKernel(9, 2, 0, 5, 1, [|double.NaN|])")]
    [InlineData("MotionBlurKernel([|0|], 30)")]
    [InlineData("MotionBlurKernel(5, [|double.NaN|])")]
    [InlineData("DiskKernel([|-3|])")]
    [InlineData("SavitzkyGolayKernel([|6|], 2, Axis = Axis.Rows)")]
    [InlineData("SavitzkyGolayKernel(5, [|5|], Axis = Axis.Rows)")]
    [InlineData("SavitzkyGolayKernel(5, 2, [|Derivative = 3|], Axis = Axis.Rows)")]
    [InlineData("SavitzkyGolayKernel(5, 2, [|Spacing = 0|], Axis = Axis.Rows)")]
    [InlineData("MovingAverageKernel(4, [|Axis = (Axis)5|])")]
    [InlineData("SeparableKernel, MovingAverageKernel(4, Axis = Axis.Rows), MovingAverageKernel([|0|], Axis = Axis.Columns)")]
    public Task Refused(string attributes) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>($"[Correlation, {attributes}] {Plane}");

    [Theory]
    [InlineData("WindowedSincKernel([|0|], 0.2)")]
    [InlineData("WindowedSincKernel(31, [|1.0|])")]
    [InlineData("WindowedSincKernel(31, [|0.0|])")]
    [InlineData("WindowedSincKernel(31, 0.3, [|0.2|])")]
    [InlineData("WindowedSincKernel(31, [|5000|], SampleRate = 8000)")]
    [InlineData("WindowedSincKernel(31, 0.2, [|SampleRate = -1|])")]
    [InlineData("WindowedSincKernel(31, 0.2, [|Window = (WindowFunction)9|])")]
    [InlineData("WindowedSincKernel(31, 0.2, [|Window = WindowFunction.Kaiser|])")]
    [InlineData("WindowedSincKernel([|32|], 0.2, Response = FilterResponse.HighPass)")]
    [InlineData("FiniteDifferenceKernel([|0|], 2)")]
    [InlineData("FiniteDifferenceKernel(1, [|3|])")]
    [InlineData("MovingAverageKernel([|0|])")]
    [InlineData("HilbertKernel([|4|])")]
    [InlineData("LanczosKernel([|0|])")]
    [InlineData("LanczosKernel(3, [|Scale = 0.5|])")]
    [InlineData("LanczosKernel(3, [|Shift = 1|])")]
    public Task Refused_on_one_axis(string attribute) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>($"[Correlation, {attribute}] {Line}");

    [Theory]
    [InlineData("GaussianKernel(1, [|Truncate = 3|], Radius = 2)", Plane)]
    [InlineData("GaussianKernel(1, [|SigmaRows = 3|])", Line)]
    [InlineData("WindowedSincKernel(31, 0.2, [|Beta = 3|])", Line)]
    [InlineData("WindowedSincKernel(31, 0.2, [|Response = FilterResponse.BandPass|])", Line)]
    [InlineData("WindowedSincKernel(31, 0.2, 0.4, [|Response = FilterResponse.LowPass|])", Line)]
    [InlineData("MovingAverageKernel(3, [|Axis = Axis.Columns|])", Line)]
    [InlineData("SeparableKernel, MovingAverageKernel(4, Axis = Axis.Rows), MovingAverageKernel(3, [|Axis = Axis.Rows|])", Plane)]
    public Task Contradictions(string attributes, string method) =>
        Rule.VerifyAsync<OptionClashAnalyzer>($"[Correlation, {attributes}] {method}");

    [Theory]
    [InlineData("[|SobelKernel(Axis.Columns)|]", Line)]
    [InlineData("[|DiskKernel(2)|]", Line)]
    [InlineData("[|MovingAverageKernel(3)|]", Plane)]
    [InlineData("[|SeparableKernel|]", Plane)]
    [InlineData("[|SeparableKernel(\"1 2\", \"1 2\")|]", Line)]
    [InlineData("SeparableKernel([|\"1 2; 3 4\"|], \"1 2\")", Plane)]
    [InlineData("[|SeparableKernel|], MovingAverageKernel(4, Axis = Axis.Rows), MovingAverageKernel(3, Axis = Axis.Columns)", Line)]
    public Task Axes_that_disagree(string attributes, string method) =>
        Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(
            $"[Correlation, {attributes.Replace("[|\"1 2; 3 4\"|]", "\"[|1 2|]; 3 4\"", StringComparison.Ordinal)}] {method}"
        );

    [Theory]
    [InlineData("SeparableKernel, [|GaussianKernel(1)|]")]
    [InlineData("SeparableKernel, SavitzkyGolayKernel(7, 2, Derivative = 1, Axis = Axis.Rows), [|GaussianKernel(1)|]")]
    public Task A_kernel_of_two_axes_is_no_factor(string attributes) =>
        Rule.VerifyAsync<KernelCountAnalyzer>(
            $"[Correlation, {attributes}] {Plane}",
            "'M' has [SeparableKernel] beside [GaussianKernel], which is none of its two factors as it has no Axis; write exactly one of "
                + "[Kernel], [KernelShape], [KernelFile], [SeparableKernel] and the designed kernels such as [GaussianKernel], or several "
                + "with Combine on the operation or with an Output each"
        );

    [Fact]
    public Task The_axis_is_asked_for() =>
        Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(
            $"[Correlation, [|HilbertKernel(5)|]] {Plane}",
            "[HilbertKernel] has one axis and the signature has two; write Axis = Axis.Columns for a kernel along the rows, or Axis = Axis.Rows for one down the columns"
        );

    [Theory]
    [InlineData("""SeparableKernel("1 2 [|x|]", "1 2 1")""")]
    [InlineData("""SeparableKernel("1 2 1", "[|1 2,5|]")""")]
    [InlineData("""SeparableKernel(row: "1 [|--2|]", column: "1 2 1")""")]
    public Task Texts_that_cannot_be_read(string attribute) =>
        Rule.VerifyAsync<MalformedKernelTextAnalyzer>($"[Correlation, {attribute}] {Plane}");

    [Theory]
    [InlineData("""SeparableKernel("1 2", "1 2 1", [|Divisor = 0|])""")]
    [InlineData("SeparableKernel([|Divisor = 0|]), MovingAverageKernel(4, Axis = Axis.Rows), MovingAverageKernel(3, Axis = Axis.Columns)")]
    [InlineData(
        "MovingAverageKernel(4, Axis = Axis.Rows), MovingAverageKernel(3, Axis = Axis.Columns), SeparableKernel([|Divisor = double.NaN|])"
    )]
    public Task Divisors(string attribute) => Rule.VerifyAsync<BadDivisorAnalyzer>($"[Correlation, {attribute}] {Plane}");

    [Theory]
    [InlineData("GaussianKernel(1), [|SobelKernel(Axis.Rows)|]")]
    [InlineData("MovingAverageKernel(3, Axis = Axis.Rows), [|MovingAverageKernel(3, Axis = Axis.Columns)|]")]
    [InlineData("SeparableKernel, [|MovingAverageKernel(3, Axis = Axis.Rows)|]")]
    [InlineData(
        "SeparableKernel(\"1 2 1\", \"1 2 1\"), [|MovingAverageKernel(3, Axis = Axis.Rows)|], MovingAverageKernel(3, Axis = Axis.Columns)"
    )]
    [InlineData("SeparableKernel, [|GaussianKernel(1)|], MovingAverageKernel(3, Axis = Axis.Columns)")]
    public Task Several_kernels(string attributes) => Rule.VerifyAsync<KernelCountAnalyzer>($"[Correlation, {attributes}] {Plane}");

    [Fact]
    public Task A_kernel_without_an_operation() =>
        Rule.VerifyAsync<OperationCountAnalyzer>(
            $"[GaussianKernel(1)] public static partial void [|M|](ReadOnlySpan<float> source, Span<float> destination);"
        );

    [Fact]
    public Task An_argument_that_is_no_constant() =>
        Rule.VerifyAsync<NotConstantAnalyzer>(
            $"private static double Sigma => 2; [Correlation, GaussianKernel([|{{|CS0182:Sigma|}}|])] {Plane}"
        );
}
