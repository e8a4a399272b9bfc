namespace ConvGen.Analyzers.Tests.Naming.Calls;

/// <summary>CONV108: the anchor of a reversed kernel.</summary>
public class AnchorTests
{
    private const string EvenWeights = "{ { 1, 2, 3, 4 } }";
    private const string OddWeights = "{ { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }";
    private const string Even = "new float[,] " + EvenWeights;
    private const string Odd = "new float[,] " + OddWeights;

    [Fact]
    public Task The_default_of_an_even_size_lies_off_centre() =>
        Calls.VerifyOpenCvAsync(
            $$"""
            void {|#1:Convolve|}(Mat a, Mat b)
            {
                Mat kernel = {|#3:Mat.FromArray(new float[,] {|#2:{{EvenWeights}}|}).Flip(FlipMode.XY)|};
                Cv2.[|Filter2D|](a, b, -1, kernel);
            }
            """,
            "CONV108 'Convolve' reverses 'kernel' for 'Cv2.Filter2D' and leaves the anchor of an even size to its default, 2: reversed, the kernel wants the anchor size - 1 - anchor, which is 1, and the result is shifted by 1 sample"
        );

    [Fact]
    public Task A_written_anchor_must_be_mirrored() =>
        Calls.VerifyOpenCvAsync(
            $$"""
            void {|#1:Convolve|}(Mat a, Mat b) =>
                Cv2.[|Filter2D|](a, b, -1, {|#3:Mat.FromArray(new float[,] {|#2:{{OddWeights}}|}).Flip(FlipMode.XY)|}, new Point(0, 1));
            """,
            "CONV108 'Convolve' reverses the kernel for 'Cv2.Filter2D' and leaves its anchor at (0, 1): reversed, the kernel wants the anchor size - 1 - anchor, which is (2, 1), and the result is shifted by 2 samples"
        );

    [Theory]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY)")]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY), new Point(1, 1)")]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY), new Point(-1, -1)")]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY), new Point(3 - 1 - 0, 1)")]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY), new Point(x, 1)")]
    [InlineData($"Mat.FromArray({Odd}).Flip(FlipMode.XY), anchor")]
    [InlineData($"Mat.FromArray({Even}).Flip(FlipMode.XY), new Point(4 - 1 - 2, 0)")]
    [InlineData("k.Flip(FlipMode.XY), new Point(0, 0)")]
    [InlineData("k.Flip(FlipMode.XY)")]
    public Task A_centre_or_a_mirrored_anchor_is_right(string arguments) =>
        Calls.VerifyOpenCvAsync($"void Convolve(Mat a, Mat b, Mat k, Point anchor, int x) => Cv2.Filter2D(a, b, -1, {arguments});");

    [Fact]
    public Task Emgu_takes_its_anchor_always() =>
        Calls.VerifyAsync(
            "Emgu.CV",
            "using System.Drawing; using Emgu.CV; using Emgu.CV.CvEnum;",
            $$"""
            void Convolve(Mat a, Mat b)
            {
                ConvolutionKernelF kernel = new({{Even}});
                ConvolutionKernelF turned = kernel.Flip(FlipType.Both);
                CvInvoke.{|CONV108:Filter2D|}(a, b, turned, new Point(-1, -1));
            }
            """
        );
}
