namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary>CONV102 and CONV111: a call computes the other operation than the name says.</summary>
public class CallNameTests
{
    private const string Embossing = "{ { -2, -1, 0 }, { -1, 1, 1 }, { 0, 1, 2 } }";
    private const string Emboss = "new float[,] " + Embossing;
    private const string SobelX = "{ { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }";
    private const string Box = "new float[,] { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } }";

    [Fact]
    public Task An_asymmetric_kernel_shows_the_difference() =>
        Calls.VerifyOpenCvAsync(
            $$"""
            void {|#1:Convolve|}(Mat image, Mat result)
            {
                Mat kernel = Mat.FromArray(new float[,] {|#2:{{Embossing}}|});
                Cv2.[|Filter2D|](image, result, -1, kernel);
            }
            """,
            "CONV102 'Convolve' gets a correlation from 'Cv2.Filter2D': the indices of kernel and source run the same way, so the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task An_antisymmetric_kernel_changes_the_sign() =>
        Calls.VerifyOpenCvAsync(
            $"void {{|#1:Convolve|}}(Mat image, Mat result) => Cv2.[|Filter2D|](image, result, -1, Mat.FromArray(new float[,] {{|#2:{SobelX}|}}));",
            "CONV102 'Convolve' gets a correlation from 'Cv2.Filter2D': the indices of kernel and source run the same way, so the result differs only by its sign"
        );

    [Fact]
    public Task A_reversed_kernel_makes_another_name_wrong() =>
        Calls.VerifyOpenCvAsync(
            $$"""
            void {|#1:Correlate|}(Mat image, Mat result)
            {
                Mat kernel = Mat.FromArray(new float[,] {|#2:{{Embossing}}|});
                Mat turned = new();
                Cv2.Flip(kernel, turned, FlipMode.XY);
                Cv2.[|Filter2D|](image, result, -1, turned);
            }
            """,
            "CONV102 'Correlate' gets a convolution from 'Cv2.Filter2D': 'kernel' is reversed first, so the indices of kernel and source run opposite ways, and the result is that of the kernel rotated by 180 degrees"
        );

    [Fact]
    public Task A_convolution_under_the_name_of_a_correlation() =>
        Calls.VerifyNumSharpAsync(
            "void M(NDArray signal) { var {|#1:xcorr|} = np.[|convolve|](signal, np.array(new double[] {|#2:{ 1, 2, 4 }|})); }",
            "CONV102 'xcorr' gets a convolution from 'np.convolve': the indices of kernel and source run opposite ways, so the result is that of the kernel reversed"
        );

    [Fact]
    public Task A_kernel_that_is_not_known() =>
        Calls.VerifyOpenCvAsync(
            "void {|#1:Convolve|}(Mat image, Mat result, Mat kernel) => Cv2.[|Filter2D|](image, result, -1, kernel);",
            "CONV111 'Convolve' gets a correlation from 'Cv2.Filter2D': the indices of kernel and source run the same way, so unless the kernel is symmetric, the result is that of the kernel reversed"
        );

    [Fact]
    public Task A_transposed_convolution_is_no_correlation() =>
        Calls.VerifyAsync(
            "TorchSharp",
            "using static TorchSharp.torch; using static TorchSharp.torch.nn.functional;",
            "void M(Tensor x, Tensor w) { var {|#1:xcorr|} = [|conv_transpose1d|](x, w); }",
            "CONV102 'xcorr' gets a transposed convolution from 'functional.conv_transpose1d': every sample spreads the kernel as it is written, which with stride 1 is the full convolution and with any other no correlation either"
        );

    [Theory]
    [InlineData($"void Correlate(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray({Emboss}));")]
    [InlineData($"void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray({Box}));")]
    [InlineData("void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Cv2.GetGaussianKernel(5, 1.5));")]
    [InlineData($"void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray({Emboss}).Flip(FlipMode.XY));")]
    [InlineData($"void Convolve(Mat a, Mat b, Mat k) {{ Cv2.Flip(k, k, FlipMode.XY); Cv2.Filter2D(a, b, -1, k); }}")]
    [InlineData("void Convolve(Mat a, Mat b, Mat flippedKernel) => Cv2.Filter2D(a, b, -1, flippedKernel);")]
    [InlineData("void Convolve(Mat a, Mat b, Mat k) => Cv2.Filter2D(a, b, -1, Turn(k)); static Mat Turn(Mat k) => k;")]
    [InlineData("void Convolve(Mat a, Mat b) => Cv2.GaussianBlur(a, b, new Size(3, 3), 1);")]
    [InlineData($"void Filter(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray({Emboss}));")]
    [InlineData(
        "float[] Kernel(float[] k) => k; void Convolve(Mat a, Mat b, float[] k) { var data = new float[9]; for (int i = 0; i < 9; i++) data[8 - i] = k[i]; Cv2.Filter2D(a, b, -1, Mat.FromArray(data)); }"
    )]
    public Task What_is_right_or_not_proven_is_silent(string members) => Calls.VerifyOpenCvAsync(members);

    [Theory]
    [InlineData("Mat.FromPixelData(3, 3, MatType.CV_32FC1, new float[] { -2, -1, 0, -1, 1, 1, 0, 1, 2 })")]
    [InlineData("new Mat(3, 3, MatType.CV_32FC1, new float[] { -2, -1, 0, -1, 1, 1, 0, 1, 2 })")]
    [InlineData("new Mat(3, 3, MatType.CV_32FC1, Weights)")]
    [InlineData("InputArray.Create(Weights)")]
    [InlineData("Mat.FromArray<float>(-2, -1, 0, -1, 1, 1, 0, 1, 2)")]
    [InlineData("Mat.FromArray(Weights).Clone()")]
    public Task Kernels_are_found_in_what_is_made_of_them(string kernel) =>
        Calls.VerifyOpenCvAsync(
            $"static readonly float[] Weights = {{ -2, -1, 0, -1, 1, 1, 0, 1, 2 }}; void Convolve(Mat a, Mat b) => Cv2.{{|CONV102:Filter2D|}}(a, b, -1, {kernel});"
        );

    [Theory]
    [InlineData("new float[] { 1, 2, 3 }", "new float[] { 1, 2, 1 }", "CONV102")]
    [InlineData("new float[] { -1, 0, 1 }", "new float[] { 1, 2, 1 }", "CONV102")]
    [InlineData("new float[] { 1, 2, 1 }", "x", "CONV111")]
    public Task Factors_of_a_separable_kernel_count_together(string columns, string rows, string id) =>
        Calls.VerifyOpenCvAsync(
            $"void Convolve(Mat a, Mat b, Mat x) => Cv2.{{|{id}:SepFilter2D|}}(a, b, -1, {Matrix(columns)}, {Matrix(rows)});"
        );

    [Theory]
    [InlineData("new float[] { -1, 0, 1 }", "new float[] { -1, 0, 1 }")]
    [InlineData("new float[] { 1, 2, 1 }", "new float[] { 1, 4, 1 }")]
    public Task Symmetric_products_of_factors_are_silent(string columns, string rows) =>
        Calls.VerifyOpenCvAsync($"void Convolve(Mat a, Mat b) => Cv2.SepFilter2D(a, b, -1, {Matrix(columns)}, {Matrix(rows)});");

    [Theory]
    [InlineData("src.Mutate(x => x.{|CONV102:Convolve|}(new float[,] { { 1, 2 }, { 3, 4 } }));")]
    [InlineData("src.Mutate(x => x.{|CONV102:Convolve|}(new DenseMatrix<float>(new float[,] { { 1, 2 }, { 3, 4 } }), true));")]
    [InlineData("src.Mutate(x => x.Convolve(new float[,] { { 1, 2 }, { 2, 1 } }));")]
    [InlineData("var convolution = new {|CONV102:ConvolutionProcessor|}(new float[,] { { 1, 2 }, { 3, 4 } }, true, default, default);")]
    [InlineData("ConvolutionProcessor convolution = {|CONV102:new|}(new float[,] { { 1, 2 }, { 3, 4 } }, true, default, default);")]
    public Task Extensions_and_constructors_are_calls(string statement) =>
        Calls.VerifyAsync(
            "SixLabors.ImageSharp",
            "using SixLabors.ImageSharp; using SixLabors.ImageSharp.Processing; using SixLabors.ImageSharp.Processing.Extensions.Convolution; using SixLabors.ImageSharp.Processing.Processors.Convolution;",
            "class Picture { public void Mutate(Action<IImageProcessingContext> a) { } } void Convolve(Picture src) { " + statement + " }"
        );

    [Fact]
    public Task A_method_that_is_handed_on_is_a_call() =>
        Calls.VerifyNumSharpAsync("void M() { Func<NDArray, NDArray, string, NDArray> xcorr = np.{|CONV111:convolve|}; }");

    [Fact]
    public Task An_operator_is_a_call() =>
        Calls.VerifyAsync(
            "MathNet.Numerics",
            "using MathNet.Numerics;",
            "void M(Polynomial a) { var {|#1:xcorr|} = a [|*|] new Polynomial{|#2:(1, 2, 3)|}; }",
            "CONV102 'xcorr' gets a convolution from 'Polynomial.operator *': the indices of kernel and source run opposite ways, so the result is that of the kernel reversed"
        );

    [Theory]
    [InlineData(
        "Filters.Apply(a, b); } [Correlation, Kernel(\"1 2 3\")] static partial void Apply(ReadOnlySpan<float> source, Span<float> destination);",
        "Apply",
        "CONV102"
    )]
    [InlineData(
        "Apply(a, b); } [Correlation, Kernel(\"1 2 1\")] static partial void Apply(ReadOnlySpan<float> source, Span<float> destination);",
        "Apply",
        null
    )]
    [InlineData(
        "Apply(a, b); } [Convolution, Kernel(\"1 2 3\")] static partial void Apply(ReadOnlySpan<float> source, Span<float> destination);",
        "Apply",
        null
    )]
    [InlineData(
        "Apply(a, [1, 2, 3], b); } [Correlation, KernelShape(3)] static partial void Apply(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);",
        "Apply",
        "CONV102"
    )]
    public Task Declared_methods_are_known(string statement, string callee, string? id) =>
        Calls.VerifyAsync(
            "",
            "using ConvGen;",
            "void Convolve(float[] a, float[] b) { "
                + (
                    id is null
                        ? statement
                        : statement[..statement.IndexOf(callee, StringComparison.Ordinal)]
                            + $"{{|{id}:{callee}|}}"
                            + statement[(statement.IndexOf(callee, StringComparison.Ordinal) + callee.Length)..]
                )
        );

    [Theory]
    [InlineData("void Convolve(Mat a, Mat b) => Cv2.{|CONV111:Sobel|}(a, b, -1, 1, 0);")]
    [InlineData("void Convolve(Mat a, Mat b) => Cv2.Sobel(a, b, -1, 1, 1);")]
    [InlineData("void Correlate(Mat a, Mat b) => Cv2.Sobel(a, b, -1, 1, 0);")]
    public Task Filters_with_their_own_kernels_are_quiet(string members) => Calls.VerifyOpenCvAsync(members);

    [Theory]
    [InlineData($"void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray({Emboss}));")]
    [InlineData("void Convolve(Mat a, Mat b, Mat k) => Cv2.Filter2D(a, b, -1, k);")]
    [InlineData($"void Correlate(Mat a, Mat b) => Cv2.{{|CONV102:Filter2D|}}(a, b, -1, Mat.FromArray({Emboss}).Flip(FlipMode.XY));")]
    public Task Deep_learning_calls_a_correlation_convolution(string members) =>
        Calls.VerifyOpenCvAsync(members, configuration: "convgen_naming_convention = deep_learning");

    private static string Matrix(string weights) => weights == "x" ? "x" : $"Mat.FromArray({weights})";
}
