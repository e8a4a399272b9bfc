using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary><c>[EmbossKernel]</c>: a ring of weights that is turned so that its largest lies in the direction.</summary>
internal sealed class EmbossDesign() : KernelDesign("EmbossKernel")
{
    /// <summary>The weights of the neighbours clockwise from the one in the direction.</summary>
    private static readonly int[] Ring = [2, 1, 0, -1, -2, -1, 0, 1];

    /// <summary>The places of the neighbours clockwise from the north.</summary>
    private static readonly int[] Places = [1, 2, 5, 8, 7, 6, 3, 0];

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside("direction", 0, 7, "write one of Direction.North, NorthEast, East, SouthEast, South, SouthWest, West, NorthWest");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (3, 3);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        Rational[] weights = new Rational[9];
        weights[4] = Rational.One;
        for (int step = 0; step < Ring.Length; step++)
        {
            weights[Places[(arguments.Whole("direction") + step) % Places.Length]] = Ring[step];
        }

        return new DesignedKernel(
            3,
            3,
            weights.ToEquatableArray(),
            IsExact: true,
            "1 in the middle, around it clockwise from the direction 2 1 0 -1 -2 -1 0 1",
            "GIMP's manual, Convolution Matrix"
        );
    }
}
