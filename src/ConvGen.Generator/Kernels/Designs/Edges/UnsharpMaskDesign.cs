using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[UnsharpMaskKernel]</c>: more of the image, less of its blur.</summary>
internal sealed class UnsharpMaskDesign() : KernelDesign("UnsharpMaskKernel")
{
    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        GaussianWeights.Check(arguments, "sigma") ?? arguments.NotPositive("amount");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) =>
        GaussianWeights.Size(GaussianWeights.Radius(arguments, arguments.Value("sigma")), axes);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        EquatableArray<Rational> line = GaussianWeights
            .Exact(arguments.Exact("sigma"), GaussianWeights.Radius(arguments, arguments.Value("sigma")), 0)
            .ToEquatableArray();
        EquatableArray<Rational> column = axes == 1 ? EquatableArray.Of(Rational.One) : line;
        Rational amount = arguments.Exact("amount");
        Rational[] weights = [.. DesignedKernel.Outer(column, line).Select(weight => -(weight * amount))];
        weights[weights.Length / 2] += Rational.One + amount;
        return new DesignedKernel(
            column.Count,
            line.Count,
            weights.ToEquatableArray(),
            IsExact: false,
            "(1 + amount) identity - amount g, with " + GaussianWeights.Formula,
            "skimage.filters.unsharp_mask"
        );
    }
}
