using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[DiskKernel]</c>: how much of a circle lies in each sample's square.</summary>
internal sealed class DiskDesign() : KernelDesign("DiskKernel")
{
    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.NotPositive("radius") ?? arguments.Outside("radius", 0, 127, "write a radius of 127 samples or less");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        ((2 * Reach(arguments)) + 1, (2 * Reach(arguments)) + 1);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int reach = Reach(arguments);
        FixedPoint radius = FixedPoint.Of(arguments.Exact("radius")),
            half = FixedPoint.One / 2;

        // The circle's quarter from the middle of the image, square by square: those of the middle row and column are cut in half by the
        // axes.
        FixedPoint[,] quarter = new FixedPoint[reach + 1, reach + 1];
        for (int row = 0; row <= reach; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                cancellation.ThrowIfCancellationRequested();
                FixedPoint left = column == 0 ? FixedPoint.Zero : column - half,
                    top = row == 0 ? FixedPoint.Zero : row - half;
                FixedPoint area = Area(radius, left, column + half, top, row + half);
                quarter[row, column] = quarter[column, row] = area * ((row == 0 ? 2 : 1) * (column == 0 ? 2 : 1));
            }
        }

        FixedPoint circle = Functions.Pi * radius * radius;
        int size = (2 * reach) + 1;
        return new DesignedKernel(
            size,
            size,
            Enumerable
                .Range(0, size * size)
                .Select(index => (quarter[Math.Abs((index / size) - reach), Math.Abs((index % size) - reach)] / circle).ToRational())
                .ToEquatableArray(),
            IsExact: false,
            "the area of the circle within the sample's square, over the circle's area",
            "the closed form of the integral, as in MATLAB's fspecial('disk')"
        );
    }

    private static int Reach(DesignArguments arguments) => (int)(arguments.Exact("radius") - new Rational(BigInteger.One, 2)).Ceiling();

    /// <summary>
    /// The area of the circle's quarter within a rectangle: the integral of <c>min(sqrt(r^2 - x^2), bottom) - top</c> where that is
    /// positive.
    /// </summary>
    private static FixedPoint Area(FixedPoint radius, FixedPoint left, FixedPoint right, FixedPoint top, FixedPoint bottom)
    {
        FixedPoint Edge(FixedPoint height) => height < radius ? Functions.Sqrt((radius * radius) - (height * height)) : FixedPoint.Zero;
        FixedPoint end = FixedPoint.Min(right, Edge(top));
        if (!(end > left))
        {
            return FixedPoint.Zero;
        }

        // Up to here the rectangle is full.
        FixedPoint full = FixedPoint.Min(FixedPoint.Max(Edge(bottom), left), end);
        return ((full - left) * (bottom - top)) + (Integral(radius, end) - Integral(radius, full)) - (top * (end - full));
    }

    /// <summary>The integral of <c>sqrt(r^2 - x^2)</c> from 0.</summary>
    private static FixedPoint Integral(FixedPoint radius, FixedPoint x)
    {
        FixedPoint inside = FixedPoint.Min(x, radius);
        return (
                (inside * Functions.Sqrt((radius * radius) - (inside * inside)))
                + (radius * radius * Functions.Asin(FixedPoint.Min(inside / radius, FixedPoint.One)))
            ) / 2;
    }
}
