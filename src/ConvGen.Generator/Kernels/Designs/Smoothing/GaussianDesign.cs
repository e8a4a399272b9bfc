using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[GaussianKernel]</c>: <see cref="GaussianWeights"/> on both axes.</summary>
internal sealed class GaussianDesign() : KernelDesign("GaussianKernel")
{
    private static readonly string[] OfRows = ["SigmaRows", "OrderRows"];

    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FlatArguments => ["SigmaRows", "SigmaColumns", "OrderRows", "OrderColumns"];

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes)
    {
        if (axes == 1 && OfRows.FirstOrDefault(arguments.Has) is { } rows)
        {
            return DesignFault.Clash(rows, "a signature of one axis", "remove it, or take 'int width, int height' after the source");
        }

        return (arguments.Has("sigma") ? arguments.NotPositive("sigma") : CheckMissing(arguments, axes))
            ?? GaussianWeights.CheckCut(arguments)
            ?? (axes == 2 ? CheckAxis(arguments, "SigmaRows", "OrderRows", "SigmaColumns") : null)
            ?? CheckAxis(arguments, "SigmaColumns", "OrderColumns", axes == 2 ? "SigmaRows" : "SigmaColumns");
    }

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        (axes == 1 ? 1 : Taps(arguments, "SigmaRows"), Taps(arguments, "SigmaColumns"));

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        IEnumerable<Rational> column = axes == 1 ? [Rational.One] : Axis(arguments, "SigmaRows", "OrderRows");
        int orders = arguments.Whole("OrderRows") + arguments.Whole("OrderColumns");
        string derivatives = orders == 0 ? "" : "; order 1: x / sigma^2 g(x), order 2: (x^2 - sigma^2) / sigma^4 g(x)";
        return DesignedKernel.Product(
            column,
            Axis(arguments, "SigmaColumns", "OrderColumns"),
            isExact: false,
            GaussianWeights.Formula + derivatives,
            "scipy.ndimage.gaussian_filter"
        );
    }

    /// <summary>Without a standard deviation for all axes, each axis has one of its own.</summary>
    private static DesignFault? CheckMissing(DesignArguments arguments, int axes)
    {
        string[] own = axes == 1 ? ["SigmaColumns"] : ["SigmaRows", "SigmaColumns"];
        if (Array.TrueForAll(own, arguments.Has))
        {
            return null;
        }

        return own.FirstOrDefault(arguments.Has) is { } written
            ? new DesignFault(
                written,
                null,
                "written without " + own.First(sigma => !arguments.Has(sigma)),
                "write both, where 0 leaves an axis as it is, or a sigma for all axes"
            )
            : new DesignFault("sigma", null, "not written", "write a number above 0, as in [GaussianKernel(1.4)]");
    }

    /// <summary>
    /// A standard deviation of zero leaves one axis as it is, but there is none to take a derivative of, and not on both axes.
    /// </summary>
    private static DesignFault? CheckAxis(DesignArguments arguments, string sigma, string order, string other)
    {
        double value = Sigma(arguments, sigma);
        bool isFlat = value == 0 && arguments.Has(sigma) && arguments.Whole(order) == 0 && Sigma(arguments, other) > 0;
        string argument = arguments.Has(sigma) || !arguments.Has(other) ? sigma : other;
        return isFlat
            ? null
            : (
                arguments.Has(sigma) || !arguments.Has("sigma")
                    ? value is >= 1E-6 and <= 1E6
                        ? null
                        : DesignFault.Of(argument, value, "write a number above 0")
                    : null
            ) ?? arguments.Outside(order, 0, 2, "write 0, 1 or 2");
    }

    private static double Sigma(DesignArguments arguments, string axis) => arguments.Value(axis, arguments.Value("sigma"));

    private static double Taps(DesignArguments arguments, string sigma) =>
        Sigma(arguments, sigma) == 0 ? 1 : (2.0 * GaussianWeights.Radius(arguments, Sigma(arguments, sigma))) + 1;

    private static IEnumerable<Rational> Axis(DesignArguments arguments, string sigma, string order)
    {
        double value = Sigma(arguments, sigma);
        return GaussianWeights.Exact(
            Rational.FromDouble(value),
            value == 0 ? 0 : GaussianWeights.Radius(arguments, value),
            arguments.Whole(order)
        );
    }
}
