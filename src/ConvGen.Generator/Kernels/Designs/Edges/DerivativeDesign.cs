namespace ConvGen.Generator.Kernels.Designs.Edges;

/// <summary>A difference along one axis times a smoothing across it; positive where samples grow with the index.</summary>
/// <param name="name">The attribute's name.</param>
/// <param name="formula">The formula.</param>
/// <param name="source">Who computes the same.</param>
internal abstract class DerivativeDesign(string name, string formula, string source) : KernelDesign(name)
{
    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Outside("axis", 0, 1, "write Axis.Rows or Axis.Columns");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes) => (3, 3);

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        bool isAlongRows = arguments.Whole("axis") == 1;
        IEnumerable<Rational> difference = Difference(arguments),
            smoothing = Smoothing(arguments);
        return DesignedKernel.Product(
            isAlongRows ? smoothing : difference,
            isAlongRows ? difference : smoothing,
            isExact: true,
            formula,
            source
        );
    }

    private protected virtual IEnumerable<Rational> Difference(DesignArguments arguments) => [-1, 0, 1];

    private protected abstract IEnumerable<Rational> Smoothing(DesignArguments arguments);
}
