using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// An attribute that could stand in place of a kernel's: its weights over a power of two, as a column times a row where they nearly are
/// one.
/// </summary>
/// <param name="Attribute">The attribute without brackets, as in <c>SeparableKernel("1 2 1", "1 2 1", Divisor = 16)</c>.</param>
/// <param name="Difference">The largest difference of a result that it makes, before results are rounded.</param>
internal sealed record QuantisedForm(string Attribute, Rational Difference)
{
    /// <summary>Weights up to which a text is worth writing.</summary>
    private const int MostWeights = 4096;

    /// <summary>
    /// Numbers of more digits come from no design and no file of decimals, and every step with them would cost their square.
    /// </summary>
    private static readonly BigInteger MostOfNumber = BigInteger.Pow(10, 60);

    /// <summary>The nearest product with a power of two as divisor, for integer samples; null where none is near.</summary>
    public static QuantisedForm? Product(ConvolutionModel model, CancellationToken cancellation)
    {
        if (Nearest(model, cancellation) is not var (column, row) || model.Form.Source.Element.IsFloating())
        {
            return null;
        }

        (BigInteger Least, BigInteger Most) samples = Samples(model);
        QuantisedKernel quantised = Quantisation.Product(column, row, samples, cancellation);
        return quantised.Column.Count == 0
            ? null
            : new QuantisedForm(
                Separable(Whole(quantised.Column, out BigInteger down), Whole(quantised.Row, out BigInteger along), down * along),
                Quantisation.Error(model.Kernel.Weights!.Value, quantised.Weights, samples)
            );
    }

    /// <summary>The weights one by one over a power of two, for integer samples.</summary>
    public static QuantisedForm? Taps(ConvolutionModel model, CancellationToken cancellation)
    {
        if (
            model.Kernel.Weights is not { } weights
            || !IsWorthwhile(weights)
            || model.Kernel.Depth > 1
            || model.Form.Source.Element.IsFloating()
        )
        {
            return null;
        }

        (BigInteger Least, BigInteger Most) samples = Samples(model);
        QuantisedKernel quantised = Quantisation.Taps(weights, samples, cancellation);
        string[] whole = Whole(quantised.Weights, out BigInteger divisor);
        string text = string.Join(
            "; ",
            Enumerable
                .Range(0, model.Kernel.Rows)
                .Select(row => string.Join(" ", whole.Skip(row * model.Kernel.Columns).Take(model.Kernel.Columns)))
        );
        return new QuantisedForm($"Kernel(\"{text}\"{Divisor(divisor)})", quantised.LargestError);
    }

    /// <summary>The product that a kernel is to the digits that are written, in decimals; null where it is none.</summary>
    /// <returns>The attribute, and the largest difference of a weight.</returns>
    public static QuantisedForm? Decimals(ConvolutionModel model, CancellationToken cancellation)
    {
        if (Nearest(model, cancellation) is not var (column, row))
        {
            return null;
        }

        const int Digits = 9;
        EquatableArray<ShortestDecimal> down = column.Select(static value => ShortestDecimal.Rounded(value, Digits)).ToEquatableArray(),
            along = row.Select(static value => ShortestDecimal.Rounded(value, Digits)).ToEquatableArray();
        EquatableArray<Rational> products = DesignedKernel.Outer(
            down.Select(static value => value.ToRational()).ToEquatableArray(),
            along.Select(static value => value.ToRational()).ToEquatableArray()
        );
        Rational largest = products
            .Zip(model.Kernel.Weights!.Value, static (a, b) => Rational.Abs(a - b))
            .Aggregate(Rational.Zero, static (most, value) => value.CompareTo(most) > 0 ? value : most);
        return new QuantisedForm($"SeparableKernel(\"{string.Join(" ", down)}\", \"{string.Join(" ", along)}\")", largest);
    }

    /// <summary>
    /// The Gaussian that a kernel is to the digits that are written, with a standard deviation of three digits at most; null where it is
    /// none.
    /// </summary>
    public static string? Gaussian(ConvolutionModel model)
    {
        if (GaussianOf(model) is not var (sigma, radius))
        {
            return null;
        }

        string text = ShortestDecimal.Of(sigma.ToDouble()).ToString();
        return GaussianWeights.Radius(sigma.ToDouble(), 4) == radius
            ? $"GaussianKernel({text})"
            : FormattableString.Invariant($"GaussianKernel({text}, Radius = {radius})");
    }

    /// <summary>Standard deviation and radius of that Gaussian.</summary>
    public static (Rational Sigma, int Radius)? GaussianOf(ConvolutionModel model)
    {
        KernelMatrix kernel = model.Kernel;
        int radius = kernel.Rows / 2;
        if (
            kernel.Weights is not { } weights
            || !IsWorthwhile(weights)
            || kernel.Rows != kernel.Columns
            || kernel.Rows % 2 == 0
            || radius == 0
            || Unit(weights) is not { } unit
        )
        {
            return null;
        }

        double middle = weights[weights.Count / 2].ToDouble(),
            beside = weights[(weights.Count / 2) + 1].ToDouble();
        if (!(middle > beside && beside > 0))
        {
            return null;
        }

        double guess = Math.Sqrt(0.5 / Math.Log(middle / beside));
        for (int digits = 1; digits <= 3; digits++)
        {
            Rational sigma = ShortestDecimal.Rounded(Binary.Exact(guess), digits).ToRational();
            EquatableArray<Rational> line = GaussianWeights.Exact(sigma, radius, 0).ToEquatableArray();
            if (
                DesignedKernel
                    .Outer(line, line)
                    .Zip(weights, (design, written) => Rational.Abs(design - written).CompareTo(unit) <= 0)
                    .All(static isNear => isNear)
            )
            {
                return (sigma, radius);
            }
        }

        return null;
    }

    private static bool IsWorthwhile(EquatableArray<Rational> weights) =>
        weights.Count <= MostWeights
        && weights.All(static weight => weight.Denominator <= MostOfNumber && BigInteger.Abs(weight.Numerator) <= MostOfNumber);

    /// <summary>Column and row of the product that every weight is to within one unit of the last digit that is written.</summary>
    private static (EquatableArray<Rational> Column, EquatableArray<Rational> Row)? Nearest(
        ConvolutionModel model,
        CancellationToken cancellation
    )
    {
        KernelMatrix kernel = model.Kernel;
        if (
            kernel.Weights is not { } weights
            || !IsWorthwhile(weights)
            || kernel.Depth > 1
            || kernel.Rows == 1
            || kernel.Columns == 1
            || Unit(weights) is not { } unit
        )
        {
            return null;
        }

        if (NearFactors.Absolute(kernel.ToArray(), cancellation) is not var (column, row))
        {
            return null;
        }

        EquatableArray<Rational> down = column.ToEquatableArray(),
            along = row.ToEquatableArray();
        return DesignedKernel
            .Outer(down, along)
            .Zip(weights, (product, written) => Rational.Abs(product - written).CompareTo(unit) <= 0)
            .All(static isNear => isNear)
            ? (down, along)
            : null;
    }

    /// <summary>
    /// What the last digit that is written stands for; null where that is no small part of the largest weight, so that any kernel would be
    /// near something. Digits beyond those of a <c>float</c> do not count.
    /// </summary>
    private static Rational? Unit(EquatableArray<Rational> weights)
    {
        const int Fewest = 100,
            Most = 10_000_000;
        Rational largest = weights.Aggregate(
            Rational.Zero,
            static (most, weight) => Rational.Abs(weight) is var size && size.CompareTo(most) > 0 ? size : most
        );
        Rational written = CommonDenominator.Of(weights, BigInteger.Pow(10, 60)) is { } denominator
            ? new Rational(BigInteger.One, denominator)
            : Rational.Zero;
        Rational least = largest / Most;
        Rational unit = written.CompareTo(least) < 0 ? least : written;
        return largest.IsZero || (unit * Fewest).CompareTo(largest) > 0 ? null : unit;
    }

    private static (BigInteger Least, BigInteger Most) Samples(ConvolutionModel model) =>
        (model.Form.Source.Element.Minimum(), model.Form.Source.Element.Maximum());

    private static string Separable(string[] column, string[] row, BigInteger divisor) =>
        $"SeparableKernel(\"{string.Join(" ", column)}\", \"{string.Join(" ", row)}\"{Divisor(divisor)})";

    private static string Divisor(BigInteger divisor) =>
        divisor.IsOne ? "" : ", Divisor = " + divisor.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Whole(EquatableArray<Rational> weights, out BigInteger divisor)
    {
        BigInteger common = CommonDenominator.Of(weights, BigInteger.One << 62) ?? BigInteger.One;
        divisor = common;
        return
        [
            .. weights.Select(weight =>
                (weight.Numerator * (common / weight.Denominator)).ToString(System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];
    }
}
