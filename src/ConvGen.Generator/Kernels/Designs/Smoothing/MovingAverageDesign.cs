using System.Numerics;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[MovingAverageKernel]</c>: a mean of neighbours.</summary>
internal sealed class MovingAverageDesign() : KernelDesign("MovingAverageKernel")
{
    /// <inheritdoc/>
    public override bool IsLine => true;

    public static IEnumerable<Rational> Mean(int taps) => Enumerable.Repeat(new Rational(BigInteger.One, taps), taps);

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside("n", 1, MostAlong, "write 1 or more, and at most 4096");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, arguments.Whole("n"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation) =>
        DesignedKernel.Line(Mean(arguments.Whole("n")), isExact: true, "every weight is 1 / n", "scipy.ndimage.uniform_filter1d");
}
