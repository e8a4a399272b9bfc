namespace WorkedExamples.Examples;

/// <summary>The definition of convolution on finite sets, and the sum of products that it becomes.</summary>
internal static class FiniteSets
{
    private static readonly Matrix Line = Matrix.Parse("1 2 -1 1 -3");

    private static readonly Matrix Padded = Matrix.Parse("0 1 2 -1 1 -3 0");

    public static Example Make() =>
        new(
            "How does the definition become a loop?",
            """
            The convolution of w and x is y[n] = sum over k of w[k] * x[n - k]. With w given for k = -1, 0, 1 and x taken as 0 where it is not given, y has as many numbers as x. Each of them is
            the product of a window of x with w turned: the first is (0 1 2) with (1 0 -1), which is 0*1 + 1*0 + 2*(-1) = -2. So the convolution with w is the correlation with w turned.
            """,
            [("x", Line), ("w", Matrix.Parse("-1 0 1")), ("w turned", Matrix.Parse("1 0 -1"))],
            [
                new Check(
                    "convolution with w",
                    Matrix.Of(1, Operations.ConvolveLine(Line.Flat)),
                    Matrix.Parse("-2 2 1 2 1"),
                    "seed-1d-definition"
                ),
                new Check(
                    "the first window with w turned",
                    Matrix.Of(1, Operations.CorrelateLine([0, 1, 2])),
                    Matrix.Parse("-2"),
                    "seed-dot-product"
                ),
                new Check(
                    "all windows with w turned",
                    Matrix.Of(1, Operations.CorrelateLine(Padded.Flat)),
                    Matrix.Parse("-2 2 1 2 1"),
                    "seed-1d-windows"
                ),
            ]
        );
}
