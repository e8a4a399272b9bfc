using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[LaplacianOfGaussianKernel]</c>: the sum of a Gaussian's second derivatives along both axes.</summary>
internal sealed class LaplacianOfGaussianDesign() : KernelDesign("LaplacianOfGaussianKernel")
{
    private const string Formula =
        "g2(row) g(column) + g(row) g2(column), with " + GaussianWeights.Formula + " and g2(x) = (x^2 - sigma^2) / sigma^4 g(x)";

    private const string Source = "scipy.ndimage.gaussian_laplace";

    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) => GaussianWeights.Check(arguments, "sigma");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        GaussianWeights.Size(GaussianWeights.Radius(arguments, arguments.Value("sigma")), axes);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        Rational sigma = arguments.Exact("sigma");
        int radius = GaussianWeights.Radius(arguments, arguments.Value("sigma"));
        if (axes == 1)
        {
            return DesignedKernel.Line(GaussianWeights.Exact(sigma, radius, 2), isExact: false, Formula, Source);
        }

        // Rounded on each axis and summed exactly, so that it stays the sum of two products that the plan can find.
        Rational[] smooth = [.. GaussianWeights.Exact(sigma, radius, 0)],
            second = [.. GaussianWeights.Exact(sigma, radius, 2)];
        EquatableArray<Rational> first = DesignedKernel.Outer(second.ToEquatableArray(), smooth.ToEquatableArray());
        EquatableArray<Rational> other = DesignedKernel.Outer(smooth.ToEquatableArray(), second.ToEquatableArray());
        return new DesignedKernel(
            smooth.Length,
            smooth.Length,
            first.Zip(other, static (a, b) => a + b).ToEquatableArray(),
            IsExact: false,
            Formula,
            Source
        );
    }
}
