using ConvGen.Analyzers.Declarations;

namespace ConvGen.Analyzers.Tests.Declarations;

/// <summary>Several kernels on one method, scaled results and kept channels.</summary>
public class SeveralKernelsTests
{
    private const string TwoLines = "public static partial void M(ReadOnlySpan<float> source, Span<float> slope, Span<double> bend);";

    private const string Bytes = "public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);";

    [Theory]
    [InlineData("""[Correlation(Combine = Combine.Magnitude), Kernel("1 0 -1"), Kernel("1 -2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Combine = Combine.Sum), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns), LaplacianKernel] """ + Bytes)]
    [InlineData("""[Correlation, Kernel("1 0 -1", Output = "slope"), Kernel("1 -2 1 4", Output = "bend")] """ + TwoLines)]
    [InlineData(
        """[Correlation, Kernel("1 0 -1", Output = "y")] public static partial void M(ReadOnlySpan<float> source, Span<float> y);"""
    )]
    [InlineData("""[Correlation(PixelChannels = 4), GaussianKernel(1), PixelMask(Keep = "3, 0")] """ + Bytes)]
    [InlineData(
        """[Correlation, Kernel("1 0 -1")] public static partial void M(ReadOnlySpan<byte> source, float scale, Span<byte> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, int width, int height, Region region, float scale, Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation(Parallel = true, Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns)] public static partial void M(byte[] source, int width, int height, Region held, Region region, byte[] destination, System.Threading.CancellationToken cancellationToken);"""
    )]
    [InlineData(
        """[Correlation(Mode = OutputMode.Valid, Combine = Combine.Maximum), Kernel("1 0 -1"), Kernel("1 -2 1")] """ + Methods.Line
    )]
    [InlineData(
        """[Correlation(Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns)] public static partial void M(Span<byte> image, int width, int height, float scale);"""
    )]
    [InlineData("""[Correlation(Combine = Combine.Sum), Kernel("1 0 -1"), Kernel("1 2 1")] public static partial void M(float[] image);""")]
    [InlineData(
        """[Correlation, SeparableKernel, MovingAverageKernel(3, Axis = Axis.Rows), MovingAverageKernel(5, Axis = Axis.Columns), PixelMask(Keep = "1")] public static partial void N();""",
        "CONV002"
    )]
    public async Task An_accepted_declaration(string member, string rules = "")
    {
        Testing.GeneratorRun run = Testing.GeneratorRun.Create(Testing.TestCompilation.Create([Rule.File(member)]));
        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            rules,
            string.Join(" ", (await Analysis.IdsAsync(run.Output)).Where(static id => !id.StartsWith("CONV2", StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("""[Correlation, Kernel("1 2 1"), [|Kernel("1 0 -1")|]] """ + Methods.Line)]
    [InlineData("""[Correlation(Combine = Combine.None), Kernel("1 2 1"), [|Kernel("1 0 -1")|]] """ + Methods.Line)]
    public Task Results_without_a_place(string member) => Rule.VerifyAsync<KernelCountAnalyzer>(member);

    [Fact]
    public Task A_kernel_without_a_destination_beside_one_that_has_one() =>
        Rule.VerifyAsync<KernelCountAnalyzer>(
            """[Correlation, Kernel("1 2 1", Output = "slope"), [|Kernel("1 0 -1")|]] """ + TwoLines,
            "'M' has 2 kernels, of which number 2 has no Output; write exactly one of [Kernel], [KernelShape], [KernelFile], [SeparableKernel] and the designed kernels such as [GaussianKernel], "
                + "or several with Combine on the operation or with an Output each"
        );

    [Theory]
    [InlineData("""[Correlation([|Combine = Combine.Magnitude|]), Kernel("1 2 1")] """ + Methods.Line)]
    [InlineData("""[Correlation(Combine = Combine.Sum), Kernel("1 2 1"), Kernel("1 0 -1", [|Output = "destination"|])] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 2 1", Output = "slope"), Kernel("1 0 -1", [|Output = "slope"|])] """ + TwoLines)]
    [InlineData(
        """[Correlation(Combine = Combine.Sum), Kernel("1 2 1"), [|KernelShape(3)|]] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);"""
    )]
    [InlineData("""[Correlation(Combine = Combine.Sum), BoxKernel(1), [|SeparableKernel|]] """ + Bytes)]
    [InlineData(
        """[Correlation(Combine = Combine.Sum), [|Kernel("1 2 1")|], Kernel("1 0 -1")] public static partial void M(ReadOnlySpan<float> source, ReadOnlySpan<float> bias, Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation(Combine = Combine.Sum), [|Kernel("1 2 1")|], Kernel("1 0 -1")] public static partial void M(ReadOnlySpan<float> source, Span<float> history, Span<float> destination);"""
    )]
    [InlineData("""[Correlation, GaussianKernel(1), PixelMask([|Keep = "3"|])] """ + Bytes)]
    [InlineData("""[Correlation(PixelChannels = 4, Stride = 2), BoxKernel(1), PixelMask([|Keep = "3"|])] """ + Bytes)]
    [InlineData("""[Correlation(PixelChannels = 4, Mode = OutputMode.Valid), BoxKernel(1), PixelMask([|Keep = "3"|])] """ + Bytes)]
    [InlineData(
        """[Correlation(PixelChannels = 2), Kernel("1 2"), PixelMask([|Keep = "1"|])] public static partial void M(ReadOnlySpan<byte> source, Span<short> destination);"""
    )]
    [InlineData("""[Unfold, KernelShape(3), PixelMask([|Keep = "1"|])] """ + Methods.Line)]
    [InlineData(
        """[Correlation, Kernel("1 2 1", Output = "y")] public static partial void M(ReadOnlySpan<float> source, int width, int height, [|Region region|], Span<float> y);"""
    )]
    [InlineData(
        """[Correlation([|Parallel = true|]), Kernel("1 0 -1", Output = "slope"), Kernel("1 2 1", Output = "blur")] public static partial void M(float[] source, float[] slope, float[] blur);"""
    )]
    [InlineData("""[Correlation, Kernel("1 0 -1", [|Output = "image"|])] public static partial void M(Span<float> image);""")]
    public Task A_contradiction(string member) => Rule.VerifyAsync<OptionClashAnalyzer>(member);

    [Theory]
    [InlineData("""[Correlation([|Combine = (Combine)9|]), Kernel("1 2 1"), Kernel("1 0 -1")] """ + Methods.Line)]
    [InlineData("""[Correlation, Kernel("1 2 1", [|Output = "slopes"|]), Kernel("1 0 -1", Output = "bend")] """ + TwoLines)]
    [InlineData("""[Correlation, Kernel("1 2 1", [|Output = "source"|])] """ + Methods.Line)]
    [InlineData("""[Correlation(PixelChannels = 4), BoxKernel(1), PixelMask([|Keep = "4"|])] """ + Bytes)]
    [InlineData("""[Correlation(PixelChannels = 4), BoxKernel(1), PixelMask([|Keep = "a"|])] """ + Bytes)]
    [InlineData("""[Correlation(PixelChannels = 4), BoxKernel(1), [|PixelMask|]] """ + Bytes)]
    [InlineData("""[Correlation(PixelChannels = 2), BoxKernel(1), PixelMask([|Keep = "0 1"|])] """ + Bytes)]
    public Task A_value_without_a_meaning(string member) => Rule.VerifyAsync<OptionOutOfRangeAnalyzer>(member);

    /// <summary>What is wrong with one of several kernels is shown at that one.</summary>
    [Theory]
    [InlineData("""[Correlation(Combine = Combine.Sum), Kernel("1 2 1"), Kernel("1 [|x|] 1")] """ + Methods.Line)]
    public Task A_text_that_cannot_be_read(string member) => Rule.VerifyAsync<MalformedKernelTextAnalyzer>(member);

    [Theory]
    [InlineData("""[Correlation(Combine = Combine.Sum), Kernel("1 2 1"), Kernel("1 2", [|Divisor = 0|])] """ + Methods.Line)]
    public Task A_divisor_of_zero(string member) => Rule.VerifyAsync<BadDivisorAnalyzer>(member);

    [Theory]
    [InlineData("""[Correlation(Mode = OutputMode.Valid, Combine = Combine.Sum), Kernel("1 2 1"), [|Kernel("1 0")|]] """ + Methods.Line)]
    [InlineData("""[Correlation(Padding = 1, Combine = Combine.Sum), BoxKernel(1), [|BoxKernel(2)|]] """ + Bytes)]
    [InlineData("""[Correlation(Combine = Combine.Sum), Kernel("1 2 1"), [|Kernel("1; 2")|]] """ + Methods.Line)]
    public Task Sizes_that_differ(string member) => Rule.VerifyAsync<DimensionsDisagreeAnalyzer>(member);

    [Theory]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|double scale|], Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1")] public static partial void M(ReadOnlySpan<float> source, [|ref float offset|], Span<float> destination);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1", Output = "slope"), Kernel("1 0", Output = "bend")] public static partial void M(ReadOnlySpan<float> source, Span<float> slope, Span<float> bend, [|Span<float> destination|]);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1", Output = "slope"), Kernel("1 0", Output = "bend")] public static partial void M(float[,] source, [|float[,] slope|], float[,] bend);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1", Output = "slope"), Kernel("1 0", Output = "bend")] public static partial void M(ReadOnlySpan<float> source, Span<float> slope, [|ReadOnlySpan<float> bend|]);"""
    )]
    [InlineData(
        """[Correlation, Kernel("1 2 1", Output = "slope"), Kernel("1 0", Output = "bend")] public static partial void M(ReadOnlySpan<float> source, Span<float> slope, Span<float> bend, [|Span<float> third|]);"""
    )]
    public Task An_odd_signature(string member) => Rule.VerifyAsync<UnknownSignatureAnalyzer>(member);

    [Theory]
    [InlineData(
        """[Correlation([|Combine = Combine.Sum|]), Kernel("3000000000"), Kernel("3000000000")] public static partial void M(ReadOnlySpan<int> source, Span<int> destination);"""
    )]
    public Task A_sum_that_no_integer_holds(string member) => Rule.VerifyAsync<AccumulatorNotProvenAnalyzer>(member);
}
