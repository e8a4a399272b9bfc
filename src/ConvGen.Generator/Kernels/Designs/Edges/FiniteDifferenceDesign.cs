using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[FiniteDifferenceKernel]</c>: the weights that give the derivative of every polynomial of a low degree.</summary>
internal sealed class FiniteDifferenceDesign() : KernelDesign("FiniteDifferenceKernel")
{
    /// <inheritdoc/>
    public override bool IsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside("derivative", 1, 12, "write 1 to 12")
        ?? (
            arguments.Whole("accuracy") is >= 2 and <= 24 and var accuracy && accuracy % 2 == 0
                ? null
                : DesignFault.Of("accuracy", arguments.Value("accuracy"), "write an even number from 2 to 24")
        )
        ?? arguments.NotPositive("Spacing", 1);

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, (2 * Radius(arguments)) + 1);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int radius = Radius(arguments),
            derivative = arguments.Whole("derivative"),
            taps = (2 * radius) + 1;
        Rational[,] powers = new Rational[taps, taps];
        for (int power = 0; power < taps; power++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                powers[power, tap] = LinearSystem.Power(tap - radius, power);
            }
        }

        Rational[] unit = new Rational[taps];
        unit[derivative] = LinearSystem.Factorial(derivative) / LinearSystem.Power(arguments.Exact("Spacing", 1), derivative);
        return DesignedKernel.Line(
            LinearSystem.Solve(powers, unit, cancellation),
            isExact: true,
            "exact for polynomials of a degree below the number of taps",
            "B. Fornberg, Mathematics of Computation 51 (1988)"
        );
    }

    private static int Radius(DesignArguments arguments) =>
        (((arguments.Whole("derivative") + 1) / 2) - 1) + (arguments.Whole("accuracy") / 2);
}
