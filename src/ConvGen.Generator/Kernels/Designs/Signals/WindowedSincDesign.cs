using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Kernels.Designs.Signals;

/// <summary><c>[WindowedSincKernel]</c>: SciPy's firwin.</summary>
internal sealed class WindowedSincDesign() : KernelDesign("WindowedSincKernel")
{
    private const int LowPass = 0,
        HighPass = 1,
        BandPass = 2,
        BandStop = 3;

    private static readonly string[] Responses =
    [
        "FilterResponse.LowPass",
        "FilterResponse.HighPass",
        "FilterResponse.BandPass",
        "FilterResponse.BandStop",
    ];

    /// <inheritdoc/>
    public override bool IsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes)
    {
        bool hasTwo = arguments.Has("high");
        string first = hasTwo ? "low" : "cutoff";
        double most = arguments.Value("SampleRate", 2) / 2;
        string below =
            "write a frequency above 0 and below half the sample rate, "
            + (most > 0 && !double.IsInfinity(most) ? ShortestDecimal.Of(most).ToString() : "0");
        int response = Response(arguments);
        bool needsTwo = response is BandPass or BandStop;
        DesignFault? Between(string name, double low) =>
            arguments.Value(name) > low && arguments.Value(name) < most
                ? null
                : DesignFault.Of(
                    name,
                    arguments.Value(name),
                    low > 0 && arguments.Value(name) <= low ? "write a frequency above the lower cut-off" : below
                );
        return arguments.Outside("taps", 1, MostAlong, "write 1 or more, and at most 4096")
            ?? (
                arguments.Value("SampleRate", 2) is > 0 and <= 1E15
                    ? null
                    : DesignFault.Of("SampleRate", arguments.Value("SampleRate", 2), "write a rate above 0")
            )
            ?? Between(first, 0)
            ?? (hasTwo ? Between("high", arguments.Value("low")) : null)
            ?? arguments.Outside("Response", LowPass, BandStop, "write one of " + string.Join(", ", Responses), response)
            ?? (
                needsTwo == hasTwo
                    ? null
                    : DesignFault.Clash(
                        "Response",
                        hasTwo ? "two cut-offs" : "one cut-off",
                        hasTwo ? "write BandPass or BandStop, or one cut-off" : "write LowPass or HighPass, or two cut-offs"
                    )
            )
            ?? (
                response is HighPass or BandStop && arguments.Whole("taps") % 2 == 0
                    ? DesignFault.Of(
                        "taps",
                        arguments.Whole("taps"),
                        "write an odd number: an even one lets nothing through at half the sample rate"
                    )
                    : null
            )
            ?? Windows.Check(arguments);
    }

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (1, arguments.Whole("taps"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int taps = arguments.Whole("taps");
        Rational rate = arguments.Exact("SampleRate", 2);
        Rational low = arguments.Exact(arguments.Has("high") ? "low" : "cutoff") * 2 / rate,
            high = arguments.Exact("high") * 2 / rate;
        (Rational From, Rational To)[] bands = Response(arguments) switch
        {
            LowPass => [(Rational.Zero, low)],
            HighPass => [(low, Rational.One)],
            BandPass => [(low, high)],
            _ => [(Rational.Zero, low), (high, Rational.One)],
        };
        Rational Place(int tap) => new(Math.Abs((2 * tap) - (taps - 1)), 2);
        FixedPoint Weight(int tap)
        {
            cancellation.ThrowIfCancellationRequested();
            FixedPoint sum = FixedPoint.Zero;
            foreach ((Rational from, Rational to) in bands)
            {
                sum +=
                    (FixedPoint.Of(to) * Functions.Sinc(FixedPoint.Of(to * Place(tap))))
                    - (FixedPoint.Of(from) * Functions.Sinc(FixedPoint.Of(from * Place(tap))));
            }

            return sum * Windows.At(arguments, tap, taps);
        }

        FixedPoint[] weights = [.. Enumerable.Range(0, taps).Select(Weight)];
        Rational middle =
            bands[0].From.IsZero ? Rational.Zero
            : bands[0].To.Equals(Rational.One) ? Rational.One
            : (bands[0].From + bands[0].To) / 2;
        FixedPoint gain = weights
            .Select((weight, tap) => weight * Functions.Cos(Functions.Pi * FixedPoint.Of(middle * Place(tap))))
            .Aggregate(FixedPoint.Zero, static (sum, value) => sum + value);
        return DesignedKernel.Line(
            weights.Select(weight => (weight / gain).ToRational()),
            isExact: false,
            Responses[Response(arguments)].Replace("FilterResponse.", "")
                + ": f sinc(f m) of the cut-offs f over half the sample rate, m = n - (taps - 1) / 2, times a window ("
                + Windows.Words(arguments)
                + "), over the gain in the middle of the first pass-band",
            "scipy.signal.firwin"
        );
    }

    private static int Response(DesignArguments arguments) => arguments.Whole("Response", arguments.Has("high") ? BandPass : LowPass);
}
