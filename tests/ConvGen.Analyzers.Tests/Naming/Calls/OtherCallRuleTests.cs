namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary>The rules on calls whose name and operation agree, or that are neither operation.</summary>
public class OtherCallRuleTests
{
    private const string Embossing = "{ { -2, -1, 0 }, { -1, 1, 1 }, { 0, 1, 2 } }";

    [Fact]
    public Task A_kernel_is_reversed_twice() =>
        Calls.VerifyNumSharpAsync(
            """
            void M(NDArray signal)
            {
                double[] h = {|#2:{ 1, 2, 4 }|};
                {|#3:Array.Reverse(h)|};
                var {|#1:convolved|} = np.[|convolve|](signal, np.array(h));
            }
            """,
            "CONV105 'convolved' gets a correlation from 'np.convolve': 'h' is reversed before the call and 'np.convolve' reverses it again, so the indices of kernel and source run the same way, and the result is that of the kernel reversed"
        );

    [Theory]
    [InlineData("var convolved = np.{|CONV105:convolve|}(s, np.array(Enumerable.Reverse(h).ToArray()));")]
    [InlineData("var correlated = np.convolve(s, np.array(Enumerable.Reverse(h).ToArray()));")]
    [InlineData("double[] k = { 1, 2, 1 }; Array.Reverse(k); var convolved = np.convolve(s, np.array(k));")]
    [InlineData("var convolved = np.convolve(s, np.array(h));")]
    public Task Only_a_second_reversal_is_one_too_many(string statements) =>
        Calls.VerifyNumSharpAsync("void M(NDArray s, double[] h) { " + statements + " }");

    [Fact]
    public Task Deep_learning_does_not_mind() =>
        Calls.VerifyNumSharpAsync(
            "void M(NDArray s, double[] h) { var convolved = np.convolve(s, np.array(Enumerable.Reverse(h).ToArray())); }",
            configuration: "convgen_naming_convention = deep_learning"
        );

    [Fact]
    public Task A_kernel_that_is_turned_over_on_one_axis_is_neither() =>
        Calls.VerifyOpenCvAsync(
            $$"""
            void {|#1:Convolve|}(Mat a, Mat b) =>
                Cv2.[|Filter2D|](a, b, -1, {|#3:Mat.FromArray(new float[,] {|#2:{{Embossing}}|}).Flip(FlipMode.X)|});
            """,
            "CONV104 'Convolve' gets neither operation from 'Cv2.Filter2D': the kernel is reversed on one axis only, so the indices of kernel and source run the same way on one axis and opposite ways on the other, and the result is that of the mirrored kernel"
        );

    [Theory]
    [InlineData("void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray(new float[,] { { 1, 2, 3 } }).Flip(FlipMode.Y));")]
    [InlineData(
        "void Convolve(Mat a, Mat b) => Cv2.{|CONV102:Filter2D|}(a, b, -1, Mat.FromArray(new float[,] { { 1, 2, 3 } }).Flip(FlipMode.X));"
    )]
    [InlineData(
        "void Convolve(Mat a, Mat b) => Cv2.Filter2D(a, b, -1, Mat.FromArray(new float[,] { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } }).Flip(FlipMode.Y));"
    )]
    [InlineData("void Convolve(Mat a, Mat b, Mat k) => Cv2.Filter2D(a, b, -1, k.Flip(FlipMode.Y));")]
    public Task One_axis_may_be_all_of_a_kernel(string members) => Calls.VerifyOpenCvAsync(members);

    [Theory]
    [InlineData("var {|#1:convolved|} = image.[|Fastcor|](other);", "convolved")]
    [InlineData("var {|#1:correlated|} = image.[|Fastcor|](other);", "correlated")]
    public Task A_distance_is_neither(string statement, string name) =>
        Calls.VerifyAsync(
            "NetVips",
            "using NetVips;",
            "void M(Image image, Image other) { " + statement + " }",
            $"CONV106 '{name}' gets a distance from 'Image.Fastcor': the indices run the same way, but differences are summed where products are named, and the smallest value is the best match"
        );

    [Theory]
    [InlineData("var convolved = image.{|CONV107:Spcor|}(other);")]
    [InlineData("var correlated = image.{|CONV111:Spcor|}(other);")]
    [InlineData("var score = image.Spcor(other);")]
    [InlineData("var convolved = image.{|CONV111:Compass|}(other);")]
    [InlineData("var convolved = image.{|CONV102:Conv|}(Image.NewFromArray(new[] { 1, 2, 3 }));")]
    [InlineData("var convolved = image.{|CONV102:Conv|}(Image.NewFromArray(new[,] { { 1, 2 }, { 3, 4 } }, 10));")]
    [InlineData("var convolved = image.Conv(Image.Gaussmat(2, 0.1));")]
    public Task Scores_and_filters_of_libvips(string statement) =>
        Calls.VerifyAsync("NetVips", "using NetVips;", "void M(Image image, Image other) { " + statement + " }");

    [Theory]
    [InlineData("var correlation = Correlation.Pearson(a, b);")]
    [InlineData("var xcorr = Correlation.{|CONV107:Pearson|}(a, b);")]
    [InlineData("var convolved = Correlation.{|CONV107:Auto|}(a);")]
    public Task A_statistic_is_no_operation_on_signals(string statement) =>
        Calls.VerifyAsync("MathNet.Numerics", "using MathNet.Numerics.Statistics;", "void M(double[] a, double[] b) { " + statement + " }");

    [Theory]
    [InlineData("CCorr", "Convolve", "CONV111")]
    [InlineData("CCorr", "Correlate", null)]
    [InlineData("SqDiff", "Convolve", "CONV106")]
    [InlineData("SqDiff", "Correlate", "CONV106")]
    [InlineData("CCoeffNormed", "Convolve", "CONV107")]
    [InlineData("CCoeffNormed", "Correlate", "CONV111")]
    public Task A_constant_argument_decides(string mode, string name, string? id) =>
        Calls.VerifyOpenCvAsync(
            $"void {name}(Mat a, Mat b, Mat t) => Cv2.{(id is null ? "MatchTemplate" : $"{{|{id}:MatchTemplate|}}")}(a, t, b, TemplateMatchModes.{mode});"
        );

    [Fact]
    public Task An_argument_that_is_not_constant_leaves_it_open() =>
        Calls.VerifyOpenCvAsync("void Convolve(Mat a, Mat b, Mat t, TemplateMatchModes mode) => Cv2.MatchTemplate(a, t, b, mode);");

    [Fact]
    public Task A_catch_is_told() =>
        Calls.VerifyAsync(
            "NAudio.Core",
            "using NAudio.Dsp;",
            "void M(ImpulseResponseConvolution r, float[] a, float[] h) { var {|#1:convolved|} = r.[|Convolve|](a, h); }",
            "CONV110 'convolved' gets a convolution from 'ImpulseResponseConvolution.Convolve', but it scales the result down when its peak passes 1"
        );

    [Theory]
    [InlineData("var convolution = new {|CONV110:ConvolveMatrixEffect|} { KernelMatrix = new float[] { 1, 2, 4 } };")]
    [InlineData("var convolution = new ConvolveMatrixEffect { KernelMatrix = new float[] { 1, 2, 1 } };")]
    [InlineData("var convolution = new ConvolveMatrixEffect(); convolution.KernelMatrix = new float[] { 1, 2, 1 };")]
    [InlineData("var convolution = new {|CONV110:ConvolveMatrixEffect|}(); convolution.KernelMatrix = weights;")]
    [InlineData("var correlation = new {|CONV111:ConvolveMatrixEffect|} { KernelMatrix = weights };")]
    public Task Nobody_says_which_way_the_kernel_runs(string statements) =>
        Calls.VerifyAsync(
            "Microsoft.Graphics.Canvas",
            "using Microsoft.Graphics.Canvas.Effects;",
            "void M(float[] weights) { " + statements + " }"
        );

    [Theory]
    [InlineData("var conv = nn.{|CONV112:Conv2d|}(1, 1, 3);", true)]
    [InlineData("var conv = nn.Conv2d(1, 1, 3);", false)]
    public Task Layers_are_asked_for(string statement, bool isEnabled) =>
        Calls.VerifyAsync(
            "TorchSharp",
            "using static TorchSharp.torch;",
            "void M() { " + statement + " }",
            configuration: isEnabled ? "dotnet_diagnostic.CONV112.severity = warning" : null
        );

    [Theory]
    [InlineData("tensor(new float[,] { { 1, 2 }, { 3, 4 } }).reshape(1, 1, 2, 2)", "CONV102")]
    [InlineData("tensor(new float[,] { { 1, 2 }, { 2, 1 } }).reshape(1, 1, 2, 2)", null)]
    [InlineData("tensor(new float[,] { { 1, 2 }, { 3, 4 } }).flip(0, 1).reshape(1, 1, 2, 2)", null)]
    [InlineData("tensor(new float[,] { { 1, 2 }, { 3, 4 } }).reshape(1, 1, 2, 2).flip(2, 3)", null)]
    [InlineData("tensor(new float[,] { { 1, 2 }, { 3, 4 } }).reshape(1, 1, 2, 2).flip(-1)", "CONV104")]
    [InlineData("w", "CONV111")]
    [InlineData("w.flip(-1, -2)", null)]
    [InlineData("w.flip(0, 1)", null)]
    [InlineData("w.reshape(n, 1, 3, 3)", "CONV111")]
    public Task Tensors_are_followed_through_their_shapes(string kernel, string? id) =>
        Calls.VerifyAsync(
            "TorchSharp",
            "using static TorchSharp.torch;",
            $"void M(Tensor x, Tensor w, int n) {{ var convolved = nn.functional.{(id is null ? "conv2d" : $"{{|{id}:conv2d|}}")}(x, {kernel}); }}"
        );
}
