namespace ConvGen.Generator.Kernels.Designs;

/// <summary>A kernel by name: from the arguments of its attribute to its weights.</summary>
/// <param name="name">The attribute's name without its suffix.</param>
internal abstract class KernelDesign(string name)
{
    /// <summary>
    /// The weights that a designed kernel has at most; each costs the compiler some microseconds on every change of its declaration.
    /// </summary>
    public const int MostTaps = 1 << 16;

    /// <summary>The taps that a kernel of one axis has at most, and each axis of a product.</summary>
    public const int MostAlong = 4096;

    /// <summary>As in <c>GaussianKernel</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the design has one axis, and an argument <c>Axis</c> that says which one of an image's it lies along.</summary>
    public virtual bool IsLine => false;

    /// <summary>Whether it can be computed for a signature of one axis.</summary>
    public virtual bool FitsLine => IsLine;

    /// <summary>
    /// Arguments that mean one of two axes, of a design that is the product of one line with itself on every axis; null for the others,
    /// which volumes cannot have.
    /// </summary>
    public virtual IReadOnlyList<string>? FlatArguments => null;

    /// <summary>The first fault of the arguments, or null.</summary>
    public abstract DesignFault? Check(DesignArguments arguments, int axes);

    /// <summary>
    /// The taps down the columns and along the rows of what <see cref="Make"/> would compute from arguments without a fault.
    /// </summary>
    public abstract (double Rows, double Columns) Size(DesignArguments arguments, int axes);

    /// <summary>The kernel, from arguments without a fault; a line lies along the row.</summary>
    public abstract DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation);
}
