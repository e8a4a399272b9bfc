using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Signals;

/// <summary>
/// <c>[GaborKernel]</c>: OpenCV's, which lays x and y out backwards, so that correlation with it is the convolution with the wave.
/// </summary>
internal sealed class GaborDesign() : KernelDesign("GaborKernel")
{
    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.NotOdd("size", 1)
        ?? arguments.Outside("size", 1, 255, "write 255 or less")
        ?? arguments.NotPositive("sigma")
        ?? CheckAngle(arguments, "theta")
        ?? arguments.NotPositive("lambda")
        ?? arguments.NotPositive("gamma")
        ?? CheckAngle(arguments, "psi");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        (arguments.Whole("size"), arguments.Whole("size"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int radius = arguments.Whole("size") / 2;
        FixedPoint theta = Angle(arguments, "theta"),
            psi = Angle(arguments, "psi");
        FixedPoint cosine = Settled(Functions.Cos(theta)),
            sine = Settled(Functions.Sin(theta));
        FixedPoint even = Settled(Functions.Cos(psi)),
            odd = Settled(Functions.Sin(psi));
        Rational sigma = arguments.Exact("sigma"),
            gamma = arguments.Exact("gamma");
        FixedPoint along = FixedPoint.Of(new Rational(BigInteger.MinusOne, 2) / (sigma * sigma)),
            across = FixedPoint.Of(new Rational(BigInteger.MinusOne, 2) * gamma * gamma / (sigma * sigma));
        FixedPoint wave = 2 * Functions.Pi / FixedPoint.Of(arguments.Exact("lambda"));
        Rational Weight(int row, int column)
        {
            cancellation.ThrowIfCancellationRequested();
            int x = radius - column,
                y = radius - row;
            FixedPoint u = (x * cosine) + (y * sine),
                v = (y * cosine) - (x * sine);
            return (
                Functions.Exp((along * u * u) + (across * v * v)) * ((Functions.Cos(wave * u) * even) - (Functions.Sin(wave * u) * odd))
            ).ToRational();
        }

        int size = (2 * radius) + 1;
        return new DesignedKernel(
            size,
            size,
            Enumerable.Range(0, size * size).Select(index => Weight(index / size, index % size)).ToEquatableArray(),
            IsExact: false,
            "exp(-(u^2 + gamma^2 v^2) / (2 sigma^2)) cos(2 pi u / lambda + psi), u = x cos theta + y sin theta, v = y cos theta - "
                + "x sin theta, x = size / 2 - column, y = size / 2 - row",
            "cv2.getGaborKernel"
        );
    }

    private static DesignFault? CheckAngle(DesignArguments arguments, string name) =>
        arguments.Outside(name, -1E6, 1E6, "write an angle in radians");

    /// <summary>What is nothing but the rounding of a sine at a right angle is zero: an odd kernel has a zero in its middle.</summary>
    private static FixedPoint Settled(FixedPoint value) => BigInteger.Abs(value.Mantissa) < BigInteger.One << 40 ? FixedPoint.Zero : value;

    /// <summary>
    /// The angle that is meant: <c>Math.PI / 4</c> is the double nearest to it, and a wave that is a little off would leave weights near
    /// <c>1E-17</c> where there should be none.
    /// </summary>
    private static FixedPoint Angle(DesignArguments arguments, string name)
    {
        double value = arguments.Value(name);
        FixedPoint exact = FixedPoint.Of(Binary.Exact(value));
        const int Parts = 720;
        BigInteger twice = ((exact.Mantissa * Parts * 2 / Functions.Pi.Mantissa) + (value < 0 ? -1 : 1)) / 2;
        FixedPoint near = new(Functions.Pi.Mantissa * twice / Parts);
        return near.ToRational().Equals(exact.ToRational()) ? near : exact;
    }
}
