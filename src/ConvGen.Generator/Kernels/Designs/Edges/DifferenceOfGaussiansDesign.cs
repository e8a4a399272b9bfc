using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[DifferenceOfGaussiansKernel]</c>: a narrow Gaussian less a wide one, each with the radius that its cut gives it.</summary>
internal sealed class DifferenceOfGaussiansDesign() : KernelDesign("DifferenceOfGaussiansKernel")
{
    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        GaussianWeights.Check(arguments, "narrow")
        ?? arguments.NotPositive("wide")
        ?? (
            arguments.Value("wide") > arguments.Value("narrow")
                ? null
                : DesignFault.Of("wide", arguments.Value("wide"), "write a number above 'narrow'")
        );

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        GaussianWeights.Size(Radius(arguments, "wide"), axes);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int radius = Radius(arguments, "wide");
        EquatableArray<Rational> narrow = Padded(arguments, "narrow", radius),
            wide = Padded(arguments, "wide", radius);
        EquatableArray<Rational> column = axes == 1 ? EquatableArray.Of(Rational.One) : narrow,
            minus = axes == 1 ? column : wide;
        return new DesignedKernel(
            column.Count,
            narrow.Count,
            DesignedKernel.Outer(column, narrow).Zip(DesignedKernel.Outer(minus, wide), static (a, b) => a - b).ToEquatableArray(),
            IsExact: false,
            "g(narrow) - g(wide), with " + GaussianWeights.Formula,
            "skimage.filters.difference_of_gaussians"
        );
    }

    private static int Radius(DesignArguments arguments, string sigma) => GaussianWeights.Radius(arguments, arguments.Value(sigma));

    private static EquatableArray<Rational> Padded(DesignArguments arguments, string sigma, int radius)
    {
        Rational[] weights = [.. GaussianWeights.Exact(arguments.Exact(sigma), Radius(arguments, sigma), 0)];
        Rational[] zeros = new Rational[radius - (weights.Length / 2)];
        return zeros.Concat(weights).Concat(zeros).ToEquatableArray();
    }
}
