namespace WorkedExamples.Examples;

/// <summary>The layer that is called a convolution and correlates, and the convolution that computes the same.</summary>
internal static class CorrelatingLayer
{
    private static readonly Matrix Image = Matrix.Parse("1 2 2 1 0; 3 3 3 3 0; 3 0 0 2 2; 0 3 0 3 3; 2 2 2 3 2");

    private static readonly Matrix Expected = Matrix.Parse("60 56 52; 39 61 66; 54 78 82");

    public static Example Make() =>
        new(
            "What does a convolution layer compute?",
            """
            Neural networks slide the kernel over the image as it is written: they correlate. It makes no difference to them, because the numbers of the kernel are learned, and a kernel that is learned
            for one operation is the other's, turned. Given numbers are another matter.
            """,
            [("image", Image), ("kernel", Matrix.Parse("0 1 2; 3 4 5; 6 7 8")), ("turned", Matrix.Parse("8 7 6; 5 4 3; 2 1 0"))],
            [
                new Check("layer: correlation", new Matrix(Operations.Layer(Image.Numbers)), Expected, "seed-network-layer"),
                new Check("convolution, turned", new Matrix(Operations.LayerTwin(Image.Numbers)), Expected, "seed-network-layer-flipped"),
            ]
        );
}
