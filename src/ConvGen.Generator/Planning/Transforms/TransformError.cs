using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Transforms;

/// <summary>
/// The error bound of a result through transforms, in units of <c>eps * log2(N) * norm(w) * norm(x)</c>, where <c>eps</c> is the largest
/// error of one rounding, half of the distance from 1 to the next number.
/// </summary>
/// <remarks>
/// In norm, a pass that adds <c>2^n</c> points rounds <c>n</c> times; a product of complex numbers errs by at most sqrt(5) roundings, and
/// its factor by one more, or by what computing it took. So errs the spectrum of a
/// tile, relative to its norm, which is <c>sqrt(N)</c> times that of the samples. The product with the kernel's spectrum H and the way
/// back, where every result is a sum of all frequencies, err by at most so many
/// roundings of <c>(1 / N) * sum(|X| * |H|)</c>, which by the inequality of Cauchy and Schwarz is no more than the product of the norms of
/// samples and weights. Terms of higher order are below a hundredth.
/// </remarks>
internal static class TransformError
{
    /// <summary>Roundings of a product of complex numbers, and of a factor that is stored as it is or computed from two.</summary>
    private const double Product = 2.24,
        Stored = 1,
        Computed = 4.5;

    /// <summary>The smallest whole number that bounds the error.</summary>
    public static int Factor(TransformPlan transform, ElementType type)
    {
        double levels = Math.Log(transform.Points, 2);
        double between = transform.HasTwoAxes ? 0 : Product + (type == ElementType.Double ? Computed : Stored);
        double oneWay = Line(transform.Rows) + Line(transform.Columns) + between;

        // The kernel's spectrum is computed in double precision, two points a pass, and rounded to the type.
        double spectrum = type == ElementType.Double ? levels * (1 + Product + Computed) : Stored + 0.01;
        double roundings = (2 * oneWay) + Product + spectrum + 1;
        return (int)Math.Ceiling(roundings * 1.01 / levels);
    }

    private static double Line(LineTransform line) => line.Radices.Sum(Inside) + ((line.Radices.Count - 1) * (Product + Stored));

    /// <summary>A pass of 8 points multiplies by the square root of one half inside.</summary>
    private static double Inside(int radix) => radix == 8 ? 3 + Product + Stored : 2;
}
