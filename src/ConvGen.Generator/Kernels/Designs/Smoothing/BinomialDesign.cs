using System.Numerics;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[BinomialKernel]</c>: rows of Pascal's triangle.</summary>
internal sealed class BinomialDesign() : KernelDesign("BinomialKernel")
{
    /// <summary>Beyond it even the middle weights are no more than a wide Gaussian's, and have hundreds of digits.</summary>
    private const int MostSize = 64;

    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FlatArguments => [];

    /// <summary><c>C(size - 1, k)</c> for all k.</summary>
    public static IEnumerable<Rational> Coefficients(int size)
    {
        BigInteger coefficient = BigInteger.One;
        for (int k = 0; k < size; k++)
        {
            yield return new Rational(coefficient, BigInteger.One);
            coefficient = coefficient * (size - 1 - k) / (k + 1);
        }
    }

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside(
            "size",
            1,
            MostSize,
            "write 1 or more, and at most 64; [GaussianKernel] with a sigma of sqrt(size - 1) / 2 is as wide"
        );

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        (axes == 1 ? 1 : arguments.Whole("size"), arguments.Whole("size"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int size = arguments.Whole("size");
        Rational power = new(BigInteger.One, BigInteger.One << (size - 1));
        Rational[] line = [.. Coefficients(size).Select(value => value * power)];
        return DesignedKernel.Product(
            axes == 1 ? [Rational.One] : line,
            line,
            isExact: true,
            "w(k) = C(size - 1, k) / 2^(size - 1) on each axis",
            "Pascal's triangle"
        );
    }
}
