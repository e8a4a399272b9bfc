namespace ConvGen.Analyzers.Tests.Naming.Weights;

/// <summary>Flips and rotations of libraries, known by their namespace and name.</summary>
public class LibraryReversalTests
{
    private const string Libraries = """
        namespace OpenCvSharp
        {
            public enum FlipMode { X = 0, Y = 1, XY = -1 }
            public enum RotateFlags { Rotate90Clockwise = 0, Rotate180 = 1 }
            public class InputArray { public static implicit operator InputArray(Mat m) => null!; }
            public class OutputArray { public static implicit operator OutputArray(Mat m) => null!; }
            public class Mat
            {
                public static Mat FromArray<T>(T[,] data) => null!;
                public Mat Flip(FlipMode mode) => null!;
                public Mat T() => null!;
                public Mat SetTo(double value) => null!;
            }
            public static class Cv2
            {
                public static void Flip(InputArray src, OutputArray dst, FlipMode mode) { }
                public static void Rotate(InputArray src, OutputArray dst, RotateFlags flags) { }
                public static void Normalize(InputArray src, OutputArray dst) { }
            }
        }
        namespace NetVips
        {
            public static class Enums { public enum Angle { D0, D90, D180, D270 } public enum Direction { Horizontal, Vertical } }
            public class Image
            {
                public static Image NewFromArray(double[,] data) => null!;
                public Image Rot(Enums.Angle angle) => null!;
                public Image Rot180() => null!;
                public Image Rot90() => null!;
                public Image Flip(Enums.Direction direction) => null!;
                public Image FlipHor() => null!;
                public Image FlipVer() => null!;
            }
        }
        namespace NumSharp
        {
            public class NDArray { public NDArray this[string slice] => null!; public NDArray reshape(params int[] shape) => null!; }
            public static class np
            {
                public static NDArray array(double[] data) => null!;
                public static NDArray array(double[,] data) => null!;
                public static NDArray flip(NDArray m, int? axis = null) => null!;
                public static NDArray fliplr(NDArray m) => null!;
                public static NDArray rot90(NDArray m, int k = 1) => null!;
            }
        }
        namespace TorchSharp
        {
            public static class torch
            {
                public class Tensor
                {
                    public Tensor flip(params long[] dims) => null!;
                    public Tensor reshape(params long[] shape) => null!;
                    public Tensor view(params long[] shape) => null!;
                    public Tensor unsqueeze(long dim) => null!;
                    public Tensor transpose(long a, long b) => null!;
                    public Tensor cuda() => null!;
                    public Tensor @float() => null!;
                }
                public static Tensor tensor(float[] rawArray, long[] dimensions) => null!;
                public static Tensor tensor(float[,] rawArray) => null!;
                public static Tensor flip(Tensor input, params long[] dims) => null!;
            }
        }
        namespace Own
        {
            public enum FlipMode { XY }
            public static class Helper { public static float[,] Flip(float[,] k, FlipMode mode) => k; }
        }
        """;

    [Theory]
    [InlineData("var d = new Mat(); Cv2.Flip(M, d, FlipMode.XY); Use(d);", "Reversed")]
    [InlineData("var d = M; Cv2.Flip(d, d, FlipMode.XY); Use(d);", "Reversed")]
    [InlineData("var d = M; Cv2.Flip(d, d, FlipMode.XY); Cv2.Flip(d, d, FlipMode.XY); Use(d);", "AsWritten")]
    [InlineData("var d = M; Cv2.Flip(d, d, FlipMode.X); Cv2.Flip(d, d, FlipMode.Y); Use(d);", "Reversed")]
    [InlineData("var d = M; Cv2.Flip(d, d, FlipMode.X); Use(d);", "ReversedOnOneAxis")]
    [InlineData("var d = new Mat(); Cv2.Rotate(M, d, RotateFlags.Rotate180); Use(d);", "Reversed")]
    [InlineData("var d = new Mat(); Cv2.Rotate(M, d, RotateFlags.Rotate90Clockwise); Use(d);", "Unknown")]
    [InlineData("var d = M; Cv2.Normalize(M, d); Use(d);", "Unknown")]
    [InlineData("var d = M; var e = new Mat(); Cv2.Normalize(d, e); Use(d);", "AsWritten")]
    [InlineData("var d = M; d.SetTo(1); Use(d);", "Unknown")]
    [InlineData("Use(M.Flip(FlipMode.XY));", "Reversed")]
    [InlineData("Use(M.Flip(FlipMode.XY).Flip(FlipMode.XY));", "AsWritten")]
    [InlineData("Use(M.T());", "Unknown")]
    [InlineData("Use(Mat.FromArray(Own.Helper.Flip(new float[,] { { 1, 2 } }, Own.FlipMode.XY)));", "Unknown")]
    [InlineData("Use(Vips.Rot(Enums.Angle.D180));", "Reversed")]
    [InlineData("Use(Vips.Rot(Enums.Angle.D90));", "Unknown")]
    [InlineData("Use(Vips.Rot180());", "Reversed")]
    [InlineData("Use(Vips.Rot90());", "Unknown")]
    [InlineData("Use(Vips.Flip(Enums.Direction.Horizontal));", "ReversedOnOneAxis")]
    [InlineData("Use(Vips.FlipHor().FlipVer());", "Reversed")]
    [InlineData("Use(np.flip(Line));", "Reversed")]
    [InlineData("Use(np.flip(Line, 0));", "Reversed")]
    [InlineData("Use(np.flip(Plane));", "Reversed")]
    [InlineData("Use(np.flip(Plane, 0));", "ReversedOnOneAxis")]
    [InlineData("Use(np.fliplr(Plane));", "ReversedOnOneAxis")]
    [InlineData("Use(np.rot90(Plane, 2));", "Reversed")]
    [InlineData("Use(np.rot90(Plane));", "Unknown")]
    [InlineData("Use(Line[\"::-1\"]);", "Reversed")]
    [InlineData("Use(Plane[\"::-1, ::-1\"]);", "Reversed")]
    [InlineData("Use(Plane[\"::-1\"]);", "ReversedOnOneAxis")]
    [InlineData("Use(Plane[\":, ::-1\"]);", "ReversedOnOneAxis")]
    [InlineData("Use(Plane[\"1:, :\"]);", "Unknown")]
    [InlineData("Use(torch.flip(torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }), 0, 1));", "Reversed")]
    [InlineData("Use(torch.tensor(new float[] { 1, 2, 3, 4 }, new long[] { 1, 1, 2, 2 }).flip(2, 3).cuda());", "Reversed")]
    [InlineData("Use(torch.tensor(new float[] { 1, 2, 3, 4 }, new long[] { 1, 1, 2, 2 }).flip(0));", "AsWritten")]
    [InlineData("Use(torch.tensor(new float[] { 1, 2, 3, 4 }, new long[] { 1, 1, 2, 2 }).flip(3));", "ReversedOnOneAxis")]
    [InlineData("Use(torch.tensor(new float[] { 1, 2, 3, 4 }, new long[] { 1, 1, 4 }).flip(-1));", "Reversed")]
    [InlineData("Use(torch.tensor(new float[] { 1, 2, 3, 4 }, new long[] { 2, 1, 1, 2 }).flip(0));", "Unknown")]
    [InlineData("Use(torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }).unsqueeze(0).unsqueeze(0).flip(-1, -2).@float());", "Reversed")]
    [InlineData("Use(torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }).view(1, 1, -1, 2).flip(2, 3));", "Reversed")]
    [InlineData("Use(torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }).transpose(0, 1));", "Unknown")]
    public void Axes_are_known(string statements, string expected) =>
        Assert.Equal(
            expected,
            KernelProbe
                .ReadMembers(
                    """
                    private static readonly Mat M = Mat.FromArray(new float[,] { { 1, 2, 3 }, { 4, 5, 7 } });
                    private static readonly Image Vips = Image.NewFromArray(new double[,] { { 1, 2, 3 }, { 4, 5, 7 } });
                    private static readonly NDArray Line = np.array(new double[] { 1, 2, 4 });
                    private static readonly NDArray Plane = np.array(new double[,] { { 1, 2, 3 }, { 4, 5, 7 } });
                    void Convolve() {
                    """
                        + statements
                        + " }",
                    files: ["global using OpenCvSharp; global using NetVips; global using NumSharp; global using TorchSharp;", Libraries]
                )
                .Orientation.ToString()
        );
}
