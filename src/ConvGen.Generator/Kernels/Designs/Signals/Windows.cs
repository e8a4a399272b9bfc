using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Signals;

/// <summary>Window functions, symmetric, as <c>scipy.signal.get_window(..., fftbins=False)</c> has them.</summary>
internal static class Windows
{
    private const int Kaiser = 3;

    /// <summary>The faults of a window and its parameter.</summary>
    public static DesignFault? Check(DesignArguments arguments) =>
        arguments.Outside(
            "Window",
            0,
            Kaiser,
            "write one of WindowFunction.Hamming, WindowFunction.Hann, WindowFunction.Blackman, WindowFunction.Kaiser"
        )
        ?? (
            arguments.Has("Beta") && arguments.Whole("Window") != Kaiser
                ? DesignFault.Clash(
                    "Beta",
                    "another window than WindowFunction.Kaiser",
                    "remove Beta, or write Window = WindowFunction.Kaiser"
                )
                : null
        )
        ?? (
            arguments.Whole("Window") == Kaiser && !arguments.Has("Beta")
                ? new DesignFault("Window", null, "WindowFunction.Kaiser without Beta", "write Beta, for example 8.6")
                : null
        )
        ?? arguments.Outside("Beta", 0, 100, "write 0 or more, and at most 100");

    /// <summary>Name and parameter for the header.</summary>
    public static string Words(DesignArguments arguments) =>
        arguments.Whole("Window") switch
        {
            0 => "Hamming",
            1 => "Hann",
            2 => "Blackman",
            _ => "Kaiser (beta " + ShortestDecimal.Of(arguments.Value("Beta")) + ")",
        };

    /// <summary>The window's value at one of so many taps.</summary>
    public static FixedPoint At(DesignArguments arguments, int tap, int taps)
    {
        if (taps == 1)
        {
            return FixedPoint.One;
        }

        // The nearer end: both halves are computed alike, and so the same to the last bit.
        int near = Math.Min(tap, taps - 1 - tap);
        FixedPoint turn = 2 * Functions.Pi * near / (taps - 1);
        FixedPoint Share(int hundredths) => FixedPoint.Of(new Rational(hundredths, 100));
        switch (arguments.Whole("Window"))
        {
            case 0:
                return Share(54) - (Share(46) * Functions.Cos(turn));
            case 1:
                return Share(50) - (Share(50) * Functions.Cos(turn));
            case 2:
                // At both ends the terms cancel to nothing.
                return near == 0 ? FixedPoint.Zero : Share(42) - (Share(50) * Functions.Cos(turn)) + (Share(8) * Functions.Cos(2 * turn));
            default:
                FixedPoint beta = FixedPoint.Of(arguments.Exact("Beta"));
                Rational place = new Rational(2 * near, taps - 1) - Rational.One;
                return Functions.BesselI0(beta * Functions.Sqrt(FixedPoint.Of(Rational.One - (place * place)))) / Functions.BesselI0(beta);
        }
    }
}
