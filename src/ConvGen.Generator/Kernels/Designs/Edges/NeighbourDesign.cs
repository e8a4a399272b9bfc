using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary>A middle weight, and one for each of 4 or 8 neighbours.</summary>
/// <param name="name">The attribute's name.</param>
/// <param name="weight">The weight of each neighbour.</param>
/// <param name="sum">What all add up to.</param>
/// <param name="formula">The formula.</param>
/// <param name="source">Who computes the same.</param>
internal abstract class NeighbourDesign(string name, int weight, int sum, string formula, string source) : KernelDesign(name)
{
    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Whole("Neighbours", 4) is 4 or 8 ? null : DesignFault.Of("Neighbours", arguments.Value("Neighbours"), "write 4 or 8");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (3, 3);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        int neighbours = arguments.Whole("Neighbours", 4);
        int corner = neighbours == 8 ? weight : 0;
        Rational[] weights = [corner, weight, corner, weight, sum - (neighbours * weight), weight, corner, weight, corner];
        return new DesignedKernel(3, 3, weights.ToEquatableArray(), IsExact: true, formula, source);
    }
}
