namespace WorkedExamples.Examples;

/// <summary>A convolution in one dimension as the product of two matrices, with one and with two features.</summary>
internal static class WindowsOfALine
{
    private static readonly Matrix Line = Matrix.Parse("0 1 2 -1 1 -3 0");

    private static readonly Matrix TwoFeatures = Matrix.Parse("0 1 1 3 2 -2 -1 2 1 0 -3 1 0 -1", channels: 2);

    private static readonly Matrix KernelOfTwo = Matrix.Parse("1 -1 0 0 -1 1", channels: 2);

    public static Example Make()
    {
        Matrix windows = Matrix.Of(5, Operations.LineWindows(Line.Flat));
        Matrix windowsOfTwo = Matrix.Of(5, Operations.LineWindowsOfTwo(TwoFeatures.Flat), channels: 2);
        return new Example(
            "How is a convolution a product of matrices?",
            """
            Written one below the other, the windows of a line are a matrix, and its product with the kernel as a column is all sums at once. With two features at each place nothing changes but the length of
            a row: a window then has two numbers at each place, and so has the kernel.
            """,
            [("line", Line), ("line of two features", TwoFeatures), ("kernel of two features", KernelOfTwo)],
            [
                new Check("windows", windows, Matrix.Parse("0 1 2; 1 2 -1; 2 -1 1; -1 1 -3; 1 -3 0"), "seed-windows-1d"),
                new Check("windows times (1 0 -1)", windows * Matrix.Parse("1; 0; -1"), Matrix.Parse("-2; 2; 1; 2; 1"), "seed-1d-windows"),
                new Check(
                    "windows of two features",
                    windowsOfTwo,
                    Matrix.Parse("0 1 1 3 2 -2; 1 3 2 -2 -1 2; 2 -2 -1 2 1 0; -1 2 1 0 -3 1; 1 0 -3 1 0 -1", channels: 2),
                    "seed-windows-1d-channels"
                ),
                new Check(
                    "correlation of two features",
                    Matrix.Of(1, Operations.FilterLineOfTwo(TwoFeatures.Flat)),
                    Matrix.Parse("-5 1 3 1 0"),
                    "seed-1d-channels"
                ),
                new Check(
                    "windows times the kernel",
                    windowsOfTwo * KernelOfTwo.InRows(6),
                    Matrix.Parse("-5; 1; 3; 1; 0"),
                    "seed-1d-channels"
                ),
            ]
        );
    }
}
