using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[SavitzkyGolayKernel]</c>: least squares in exact fractions.</summary>
internal sealed class SavitzkyGolayDesign() : KernelDesign("SavitzkyGolayKernel")
{
    private const int MostWindow = 1023,
        MostOrder = 15;

    /// <inheritdoc/>
    public override bool IsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes)
    {
        int window = arguments.Whole("window"),
            order = arguments.Whole("order");
        return arguments.NotOdd("window", 1)
            ?? arguments.Outside("window", 1, MostWindow, "write 1023 or less")
            ?? arguments.Outside(
                "order",
                0,
                Math.Min(window - 1, MostOrder),
                FormattableString.Invariant($"write 0 to {Math.Min(window - 1, MostOrder)}, which is below the window's {window} taps")
            )
            ?? arguments.Outside(
                "Derivative",
                0,
                order,
                FormattableString.Invariant($"write 0 to {order}: a polynomial of order {order} has no other derivatives")
            )
            ?? arguments.NotPositive("Spacing", 1);
    }

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, arguments.Whole("window"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int radius = arguments.Whole("window") / 2,
            order = arguments.Whole("order"),
            derivative = arguments.Whole("Derivative");

        // The normal equations: the matrix of the sums of x^(i + j), and the derivative's coefficient asked for.
        Rational[] moments =
        [
            .. Enumerable
                .Range(0, (2 * order) + 1)
                .Select(power =>
                    Enumerable.Range(-radius, (2 * radius) + 1).Aggregate(Rational.Zero, (sum, x) => sum + LinearSystem.Power(x, power))
                ),
        ];
        Rational[,] normal = new Rational[order + 1, order + 1];
        for (int i = 0; i <= order; i++)
        {
            for (int j = 0; j <= order; j++)
            {
                normal[i, j] = moments[i + j];
            }
        }

        Rational[] unit = new Rational[order + 1];
        unit[derivative] = LinearSystem.Factorial(derivative) / LinearSystem.Power(arguments.Exact("Spacing", 1), derivative);
        Rational[] coefficients = LinearSystem.Solve(normal, unit, cancellation);
        IEnumerable<Rational> weights = Enumerable
            .Range(-radius, (2 * radius) + 1)
            .Select(x =>
                coefficients
                    .Select((coefficient, power) => coefficient * LinearSystem.Power(x, power))
                    .Aggregate(Rational.Zero, static (sum, term) => sum + term)
            );
        return DesignedKernel.Line(
            weights,
            isExact: true,
            "the derivative in the middle of the polynomial that fits the window best",
            "scipy.signal.savgol_coeffs with use=\"dot\""
        );
    }
}
