namespace WorkedExamples.Examples;

/// <summary>Images: one and two features, one and two filters, and the windows behind them all.</summary>
internal static class WindowsOfAnImage
{
    private static readonly Matrix Image = Matrix.Parse("2 1 -1 -1 2; -1 1 0 -2 1; -1 0 -1 0 -1; -3 -2 -1 1 -1; -1 -3 -2 -3 -3");

    private static readonly Matrix Kernel = Matrix.Parse("-2 2 0; 2 2 2; -3 -1 -1");

    private static readonly Matrix TwoFeatures = Matrix.Parse(
        """
        1 -3 -3 0 -1 2 -2 -2 -2 -2; -2 -2 1 0 0 -3 -1 -1 0 0; -2 -1 1 -3 0 -2 -3 1 -2 -3; -2 1 2 1 -2 -2 -3 2 2 -1; 2 0 -2 2 0 -2 -3 1 1 -2
        """,
        channels: 2
    );

    private static readonly Matrix KernelOfTwo = Matrix.Parse("-3 1 -1 -3 -1 0; 1 2 1 1 0 -1; -2 2 0 0 1 0", channels: 2);

    /// <summary>Two filters: at each place two rows, one a feature, and in a row one number for each filter.</summary>
    private static readonly Matrix Filters = Matrix.Parse(
        """
        -1 -1; -3 1; 0 2; 2 1; -1 2; -1 -2; 2 1; -1 0; -3 -1; 1 0; 2 -1; -2 -2; -3 2; -3 -2; -1 -2; -2 -3; -2 -2; 2 -2
        """
    );

    private static readonly Matrix OneFilter = Matrix.Parse("-2 -6 1; 3 -6 0; 14 6 -9");

    private static readonly Matrix BothFilters = Matrix.Parse("18 -4 28 25 5 15; 5 4 -3 12 26 3; -21 12 15 -9 29 5", channels: 2);

    private static readonly Matrix Windows = Matrix.Parse(
        """
        2 1 -1 -1 1 0 -1 0 -1; 1 -1 -1 1 0 -2 0 -1 0; -1 -1 2 0 -2 1 -1 0 -1;
        -1 1 0 -1 0 -1 -3 -2 -1; 1 0 -2 0 -1 0 -2 -1 1; 0 -2 1 -1 0 -1 -1 1 -1;
        -1 0 -1 -3 -2 -1 -1 -3 -2; 0 -1 0 -2 -1 1 -3 -2 -3; -1 0 -1 -1 1 -1 -2 -3 -3
        """
    );

    private static readonly Matrix WindowsOfTwo = Matrix.Parse(
        """
        1 -3 -3 0 -1 2 -2 -2 1 0 0 -3 -2 -1 1 -3 0 -2; -3 0 -1 2 -2 -2 1 0 0 -3 -1 -1 1 -3 0 -2 -3 1; -1 2 -2 -2 -2 -2 0 -3 -1 -1 0 0 0 -2 -3 1 -2 -3;
        -2 -2 1 0 0 -3 -2 -1 1 -3 0 -2 -2 1 2 1 -2 -2; 1 0 0 -3 -1 -1 1 -3 0 -2 -3 1 2 1 -2 -2 -3 2; 0 -3 -1 -1 0 0 0 -2 -3 1 -2 -3 -2 -2 -3 2 2 -1;
        -2 -1 1 -3 0 -2 -2 1 2 1 -2 -2 2 0 -2 2 0 -2; 1 -3 0 -2 -3 1 2 1 -2 -2 -3 2 -2 2 0 -2 -3 1; 0 -2 -3 1 -2 -3 -2 -2 -3 2 2 -1 0 -2 -3 1 1 -2
        """,
        channels: 2
    );

    public static Example Make()
    {
        Matrix windows = new(Operations.ImageWindows(Image.Numbers));
        Matrix windowsOfTwo = new(Operations.ImageWindowsOfTwo(TwoFeatures.Numbers), Channels: 2);
        return new Example(
            "How do features and filters come in?",
            """
            The windows of an image are its patches, written as rows from left to right and top to bottom. Several features make the rows longer; several filters are several columns of the second matrix,
            and give several numbers for each window. PyTorch's unfold writes the same matrix transposed, with all places of the first feature before those of the second.
            """,
            [
                ("image", Image),
                ("kernel", Kernel),
                ("image of two features", TwoFeatures),
                ("kernel of two features", KernelOfTwo),
                ("two filters of two features", Filters),
            ],
            [
                new Check("correlation", new Matrix(Operations.Filter(Image.Numbers)), Matrix.Parse("2 -5 2; 12 2 -5; -2 8 12"), "seed-2d"),
                new Check("windows", windows, Windows, "seed-windows-2d"),
                new Check(
                    "windows times the kernel",
                    (windows * Kernel.InRows(9)).InRows(3),
                    Matrix.Parse("2 -5 2; 12 2 -5; -2 8 12"),
                    "seed-2d"
                ),
                new Check("windows of two features", windowsOfTwo, WindowsOfTwo, "seed-windows-2d-channels"),
                new Check(
                    "correlation of two features",
                    new Matrix(Operations.FilterOfTwo(TwoFeatures.Numbers)),
                    OneFilter,
                    "seed-2d-channels"
                ),
                new Check("windows times the kernel", (windowsOfTwo * KernelOfTwo.InRows(18)).InRows(3), OneFilter, "seed-2d-channels"),
                new Check(
                    "correlation with two filters",
                    new Matrix(Operations.TwoFilters(TwoFeatures.Numbers), Channels: 2),
                    BothFilters,
                    "seed-2d-filters"
                ),
                new Check("windows times the two filters", (windowsOfTwo * Filters).InRows(3, channels: 2), BothFilters, "seed-2d-filters"),
            ]
        );
    }
}
