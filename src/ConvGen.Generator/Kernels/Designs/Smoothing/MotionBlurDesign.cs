using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[MotionBlurKernel]</c>: how much of a straight line lies in each sample's square.</summary>
internal sealed class MotionBlurDesign() : KernelDesign("MotionBlurKernel")
{
    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.NotPositive("length")
        ?? arguments.Outside("length", 0, 255, "write a length of 255 samples or less")
        ?? arguments.Outside("angle", -36000, 36000, "write an angle in degrees");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes)
    {
        (FixedPoint down, FixedPoint right) = HalfLine(arguments);
        return ((2 * Radius(down)) + 1, (2 * Radius(right)) + 1);
    }

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        (FixedPoint down, FixedPoint right) = HalfLine(arguments);
        int rows = Radius(down),
            columns = Radius(right);
        FixedPoint Share(int row, int column)
        {
            cancellation.ThrowIfCancellationRequested();
            (FixedPoint From, FixedPoint To) vertical = Within(down, row),
                horizontal = Within(right, column);
            FixedPoint from = FixedPoint.Max(vertical.From, horizontal.From),
                to = FixedPoint.Min(vertical.To, horizontal.To);
            return to > from ? to - from : FixedPoint.Zero;
        }

        int width = (2 * columns) + 1;
        FixedPoint[] shares =
        [
            .. Enumerable.Range(0, ((2 * rows) + 1) * width).Select(index => Share((index / width) - rows, (index % width) - columns)),
        ];
        FixedPoint sum = shares.Aggregate(FixedPoint.Zero, static (sum, share) => sum + share);
        return new DesignedKernel(
            (2 * rows) + 1,
            width,
            shares.Select(share => (share / sum).ToRational()).ToEquatableArray(),
            IsExact: false,
            "the length of the line within the sample's square, over the length of the line",
            "the closed form of the integral"
        );
    }

    /// <summary>Half of the line, down and to the right; right angles are exact.</summary>
    private static (FixedPoint Down, FixedPoint Right) HalfLine(DesignArguments arguments)
    {
        Rational half = arguments.Exact("length") / 2,
            turns = arguments.Exact("angle") / 90;
        FixedPoint angle = FixedPoint.Of(turns) * Functions.Pi / 2;
        int quarter = turns.IsInteger ? (int)(turns.Numerator % 2) : 0;
        FixedPoint length = FixedPoint.Of(half);
        return turns.IsInteger
            ? (quarter == 0 ? FixedPoint.Zero : length, quarter == 0 ? length : FixedPoint.Zero)
            : (-(length * Functions.Sin(angle)), length * Functions.Cos(angle));
    }

    /// <summary>
    /// Squares that half of the line reaches on one side of the middle one; a line that ends at a square's edge does not reach it, with
    /// room for the rounding of sines.
    /// </summary>
    private static int Radius(FixedPoint reach)
    {
        BigInteger slack = BigInteger.One << (FixedPoint.Bits - 100);
        BigInteger unit = FixedPoint.One.Mantissa;
        return (int)BigInteger.Max(0, (BigInteger.Abs(reach.Mantissa) + (unit / 2) - slack) / unit);
    }

    /// <summary>The part of the line, from -1 to 1, that lies within half a sample of a place on one axis.</summary>
    private static (FixedPoint From, FixedPoint To) Within(FixedPoint reach, int place)
    {
        if (reach.IsZero)
        {
            return place == 0 ? (-FixedPoint.One, FixedPoint.One) : (FixedPoint.One, -FixedPoint.One);
        }

        FixedPoint half = FixedPoint.One / 2;
        FixedPoint a = (place - half) / reach,
            b = (place + half) / reach;
        return (FixedPoint.Max(FixedPoint.Min(a, b), -FixedPoint.One), FixedPoint.Min(FixedPoint.Max(a, b), FixedPoint.One));
    }
}
