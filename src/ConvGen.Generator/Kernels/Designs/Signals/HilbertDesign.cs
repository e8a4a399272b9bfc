using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Signals;

/// <summary><c>[HilbertKernel]</c>: the ideal transformer under a window; a cosine becomes a sine.</summary>
internal sealed class HilbertDesign() : KernelDesign("HilbertKernel")
{
    /// <inheritdoc/>
    public override bool IsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.NotOdd("taps", 3) ?? arguments.Outside("taps", 3, MostAlong, "write 4095 or less") ?? Windows.Check(arguments);

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, arguments.Whole("taps"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int taps = arguments.Whole("taps"),
            radius = taps / 2;

        // As applied, the tap after the middle meets a later sample, to which the response is that before the pulse.
        Rational Weight(int tap)
        {
            cancellation.ThrowIfCancellationRequested();
            int before = radius - tap;
            return before % 2 == 0 ? Rational.Zero : (2 / (Functions.Pi * before) * Windows.At(arguments, tap, taps)).ToRational();
        }

        return DesignedKernel.Line(
            Enumerable.Range(0, taps).Select(Weight),
            isExact: false,
            "2 / (pi k) at odd distances k, times a window (" + Windows.Words(arguments) + "); a cosine becomes a sine",
            "A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing"
        );
    }
}
