using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Signals;

/// <summary><c>[LanczosKernel]</c>: a sine over its argument under the middle lobe of a wider one.</summary>
internal sealed class LanczosDesign() : KernelDesign("LanczosKernel")
{
    /// <inheritdoc/>
    public override bool IsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside("a", 1, 16, "write 1 to 16 lobes, mostly 2 or 3")
        ?? arguments.Outside("Scale", 1, 128, "write 1 or more samples that become one, and at most 128", 2)
        ?? (
            arguments.Value("Shift") is >= 0 and < 1
                ? null
                : DesignFault.Of("Shift", arguments.Value("Shift"), "write 0 or more, and less than 1")
        );

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, (2.0 * Radius(arguments)) + 1);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int radius = Radius(arguments),
            lobes = arguments.Whole("a");
        Rational scale = arguments.Exact("Scale", 2),
            shift = arguments.Exact("Shift");
        FixedPoint Value(int place)
        {
            cancellation.ThrowIfCancellationRequested();
            Rational x = Rational.Abs((place - shift) / scale);
            return x.CompareTo(lobes) >= 0 ? FixedPoint.Zero : Functions.Sinc(FixedPoint.Of(x)) * Functions.Sinc(FixedPoint.Of(x / lobes));
        }

        FixedPoint[] values = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(Value)];
        FixedPoint sum = values.Aggregate(FixedPoint.Zero, static (sum, value) => sum + value);
        return DesignedKernel.Line(
            values.Select(value => (value / sum).ToRational()),
            isExact: false,
            "L((k - shift) / scale) / sum, with L(x) = sinc(x) sinc(x / a)",
            "C. E. Duchon, Journal of Applied Meteorology 18 (1979)"
        );
    }

    /// <summary>
    /// As many taps on both sides, so that the sample that the shift counts from is the middle one and lies on the output sample.
    /// </summary>
    private static int Radius(DesignArguments arguments) =>
        (int)((arguments.Exact("Scale", 2) * arguments.Whole("a")) + arguments.Exact("Shift")).Ceiling() - 1;
}
