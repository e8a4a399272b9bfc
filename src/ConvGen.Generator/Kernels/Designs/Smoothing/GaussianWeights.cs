using System.Numerics;
using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary>A sampled Gaussian and its derivatives on one axis, as SciPy computes them.</summary>
internal static class GaussianWeights
{
    /// <summary>What the formula of every Gaussian is.</summary>
    public const string Formula = "g(x) = exp(-x^2 / (2 sigma^2)) / sum";

    /// <summary>SciPy's radius: the cut after so many standard deviations, rounded.</summary>
    public static int Radius(double sigma, double truncate)
    {
        Rational cut = (Rational.FromDouble(sigma) * Rational.FromDouble(truncate)) + new Rational(BigInteger.One, 2);
        return (int)BigInteger.Min(cut.Floor(), int.MaxValue / 4);
    }

    /// <summary>
    /// The weights as applied, from the smallest x to the largest; with a standard deviation of zero only the middle one.
    /// </summary>
    public static FixedPoint[] Of(Rational sigma, int radius, int order)
    {
        if (sigma.IsZero)
        {
            return [FixedPoint.One];
        }

        FixedPoint variance = FixedPoint.Of(sigma * sigma);
        FixedPoint[] half =
        [
            .. Enumerable
                .Range(0, radius + 1)
                .Select(x => Functions.Exp(FixedPoint.Of(new Rational(-(BigInteger)x * x, 2) / (sigma * sigma)))),
        ];
        FixedPoint sum = half.Aggregate(FixedPoint.Zero, static (sum, value) => sum + value);
        sum = sum + sum - half[0];
        FixedPoint Weight(int x)
        {
            FixedPoint value = half[Math.Abs(x)] / sum;
            return order switch
            {
                0 => value,
                1 => x * value / variance,
                _ => ((x * x) - variance) * value / variance / variance,
            };
        }

        return [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(Weight)];
    }

    /// <summary>The same as exact numbers.</summary>
    public static IEnumerable<Rational> Exact(Rational sigma, int radius, int order) =>
        Of(sigma, radius, order).Select(static weight => weight.ToRational());

    /// <summary>The products of a column and a row, before they are rounded.</summary>
    public static FixedPoint[] Outer(FixedPoint[] column, FixedPoint[] row) =>
        [.. column.SelectMany(_ => row, static (down, along) => down * along)];

    /// <summary>The faults of a standard deviation and of where it is cut.</summary>
    public static DesignFault? Check(DesignArguments arguments, string sigma) => arguments.NotPositive(sigma) ?? CheckCut(arguments);

    /// <summary>The faults of where a Gaussian is cut.</summary>
    public static DesignFault? CheckCut(DesignArguments arguments) =>
        arguments.Has("Radius") && arguments.Has("Truncate")
            ? DesignFault.Clash("Truncate", "Radius", "keep one: Radius says already where the Gaussian ends")
            : arguments.Outside(
                "Radius",
                0,
                KernelDesign.MostAlong,
                "write 0 or more, and at most " + KernelDesign.MostAlong.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
                ?? (
                    arguments.Value("Truncate", 4) is > 0 and <= 20
                        ? null
                        : DesignFault.Of(
                            "Truncate",
                            arguments.Value("Truncate", 4),
                            "write a number of standard deviations above 0, and at most 20"
                        )
                );

    /// <summary>The radius that is written, or that of the cut.</summary>
    public static int Radius(DesignArguments arguments, double sigma) =>
        arguments.Has("Radius") ? arguments.Whole("Radius") : Radius(sigma, arguments.Value("Truncate", 4));

    /// <summary>The taps of a Gaussian on both axes, or on the only one.</summary>
    public static (double Rows, double Columns) Size(int radius, int axes)
    {
        double taps = (2.0 * radius) + 1;
        return (axes == 1 ? 1 : taps, taps);
    }
}
