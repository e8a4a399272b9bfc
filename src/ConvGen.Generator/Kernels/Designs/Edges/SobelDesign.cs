using ConvGen.Generator.Kernels.Designs.Smoothing;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[SobelKernel]</c>: of more than 3 taps, smoothed further by binomial coefficients on both axes.</summary>
internal sealed class SobelDesign()
    : DerivativeDesign(
        "SobelKernel",
        "(-1 0 1) along the axis times (1 2 1) across it, of larger sizes times binomial coefficients on both axes",
        "cv2.Sobel, scipy.ndimage.sobel"
    )
{
    /// <summary>OpenCV's largest.</summary>
    private const int MostSize = 31;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        base.Check(arguments, axes)
        ?? arguments.NotOdd("Size", 3, 3)
        ?? arguments.Outside("Size", 3, MostSize, "write 31 or less, as in OpenCV", 3);

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        (arguments.Whole("Size", 3), arguments.Whole("Size", 3));

    private protected override IEnumerable<Rational> Difference(DesignArguments arguments)
    {
        Rational[] smoothing = [.. BinomialDesign.Coefficients(arguments.Whole("Size", 3) - 2)];
        Rational At(int index) => index >= 0 && index < smoothing.Length ? smoothing[index] : Rational.Zero;
        return Enumerable.Range(0, smoothing.Length + 2).Select(index => At(index - 2) - At(index));
    }

    private protected override IEnumerable<Rational> Smoothing(DesignArguments arguments) =>
        BinomialDesign.Coefficients(arguments.Whole("Size", 3));
}
