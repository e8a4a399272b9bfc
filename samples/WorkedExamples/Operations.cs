using ConvGen;

#pragma warning disable CONV203 // Matrices of a page need no vectors; whole numbers are easier to follow.

namespace WorkedExamples;

/// <summary>What the examples compute. Each is a declaration; ConvGen writes the bodies.</summary>
internal static partial class Operations
{
    /// <summary>Correlation lays the kernel on the image as it is written, multiplies what meets, and adds.</summary>
    [Correlation(Mode = OutputMode.Valid), Kernel("4 1 1; 0 3 3; 2 1 2")]
    public static partial int[,] Correlate(int[,] source);

    /// <summary>Convolution first turns the kernel by half a turn: its last number meets the first of the image.</summary>
    [Convolution(Mode = OutputMode.Valid), Kernel("4 1 1; 0 3 3; 2 1 2")]
    public static partial int[,] Convolve(int[,] source);

    /// <summary>Turned by hand beforehand, the kernel is turned back by the convolution.</summary>
    [Convolution(Mode = OutputMode.Valid), Kernel("2 1 2; 3 3 0; 1 1 4")]
    public static partial int[,] ConvolveTurned(int[,] source);

    /// <summary>
    /// The same with every window that touches the image at all, as <c>scipy.signal.convolve2d</c> does unless it is told otherwise.
    /// </summary>
    [Convolution(Mode = OutputMode.Full), Kernel("2 1 2; 3 3 0; 1 1 4")]
    public static partial int[,] ConvolveTurnedFull(int[,] source);

    /// <summary>What networks call a convolution layer.</summary>
    [Correlation(Mode = OutputMode.Valid), Kernel("0 1 2; 3 4 5; 6 7 8")]
    public static partial int[,] Layer(int[,] source);

    /// <summary>The convolution that computes the same, with the kernel turned by half a turn.</summary>
    [Convolution(Mode = OutputMode.Valid), Kernel("8 7 6; 5 4 3; 2 1 0")]
    public static partial int[,] LayerTwin(int[,] source);

    /// <summary>The definition on finite sets: <c>y[n] = sum over k of w[k] * x[n - k]</c>, with 0 where there is no x.</summary>
    [Convolution, Kernel("-1 0 1")]
    public static partial int[] ConvolveLine(int[] source);

    /// <summary>The same sum as the product of a window with the turned kernel.</summary>
    [Correlation(Mode = OutputMode.Valid), Kernel("1 0 -1")]
    public static partial int[] CorrelateLine(int[] source);

    /// <summary>The windows of a line, one a row.</summary>
    [Unfold(Mode = OutputMode.Valid), KernelShape(3)]
    public static partial int[] LineWindows(int[] source);

    /// <summary>The windows of a line of two features.</summary>
    [Unfold(Mode = OutputMode.Valid), KernelShape(3, InputChannels = 2)]
    public static partial int[] LineWindowsOfTwo(int[] source);

    /// <summary>One filter on a line of two features: at each of its three places, a number for either feature.</summary>
    [Correlation(Mode = OutputMode.Valid), Kernel("1 -1; 0 0; -1 1", Columns = 3, InputChannels = 2)]
    public static partial int[] FilterLineOfTwo(int[] source);

    /// <summary>One filter on an image of one feature.</summary>
    [Correlation(Mode = OutputMode.Valid), Kernel("-2 2 0; 2 2 2; -3 -1 -1")]
    public static partial int[,] Filter(int[,] source);

    /// <summary>One filter on an image of two features.</summary>
    [Correlation(Mode = OutputMode.Valid)]
    [Kernel("-3 1 -1 -3 -1 0; 1 2 1 1 0 -1; -2 2 0 0 1 0", Rows = 3, Columns = 3, InputChannels = 2)]
    public static partial int[,] FilterOfTwo(int[,] source);

    /// <summary>Two filters on an image of two features; a pair of numbers is one feature at one place, for either filter.</summary>
    [Correlation(Mode = OutputMode.Valid)]
    [Kernel(
        "-1 -1 -3 1 0 2 2 1 -1 2 -1 -2; 2 1 -1 0 -3 -1 1 0 2 -1 -2 -2; -3 2 -3 -2 -1 -2 -2 -3 -2 -2 2 -2",
        Rows = 3,
        Columns = 3,
        InputChannels = 2,
        OutputChannels = 2
    )]
    public static partial int[,] TwoFilters(int[,] source);

    /// <summary>The windows of an image, one a row.</summary>
    [Unfold(Mode = OutputMode.Valid), KernelShape(3, 3)]
    public static partial int[,] ImageWindows(int[,] source);

    /// <summary>The windows of an image of two features, which stand side by side in a pixel.</summary>
    [Unfold(Mode = OutputMode.Valid), KernelShape(3, 3, InputChannels = 2)]
    public static partial int[,] ImageWindowsOfTwo(int[,] source);
}
