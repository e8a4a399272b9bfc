namespace WorkedExamples.Examples;

/// <summary>The question why <c>convolve2d</c> gives another number than the sum by hand.</summary>
internal static class FlippedKernel
{
    private static readonly Matrix Image = Matrix.Parse("0 0 0; 1 1 2; 1 3 0");

    private static readonly Matrix Kernel = Matrix.Parse("4 1 1; 0 3 3; 2 1 2");

    private static readonly Matrix Turned = Matrix.Parse("2 1 2; 3 3 0; 1 1 4");

    public static Example Make() =>
        new(
            "Why does convolve2d give 10, when the sum by hand gives 14?",
            """
            Multiplying an image and a kernel number by number and adding gives 0*4 + 0*1 + ... + 3*1 + 0*2 = 14. That is the correlation. A convolution turns the kernel by half a turn first, and
            gives 10. Turned beforehand, the kernel is turned back, and the convolution gives 14 too; computed wherever kernel and image meet, that is the number in the middle.
            """,
            [("image", Image), ("kernel", Kernel), ("turned", Turned)],
            [
                new Check("correlation", new Matrix(Operations.Correlate(Image.Numbers)), Matrix.Parse("14"), "seed-correlate2d-valid"),
                new Check("convolution", new Matrix(Operations.Convolve(Image.Numbers)), Matrix.Parse("10"), "seed-convolve2d-valid"),
                new Check(
                    "convolution, turned",
                    new Matrix(Operations.ConvolveTurned(Image.Numbers)),
                    Matrix.Parse("14"),
                    "seed-convolve2d-flipped-valid"
                ),
                new Check(
                    "convolution, turned, full",
                    new Matrix(Operations.ConvolveTurnedFull(Image.Numbers)),
                    Matrix.Parse("0 0 0 0 0; 2 3 7 4 4; 5 13 14 12 0; 4 14 16 6 8; 1 4 7 12 0"),
                    "seed-convolve2d-flipped-full"
                ),
            ]
        );
}
