namespace ConvGen.Generator.Kernels.Designs.Smoothing;

/// <summary><c>[BoxKernel]</c>: a mean of a rectangle.</summary>
internal sealed class BoxDesign() : KernelDesign("BoxKernel")
{
    /// <inheritdoc/>
    public override bool FitsLine => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FlatArguments => ["rows", "columns"];

    /// <inheritdoc/>
    public override DesignFault? Check(DesignArguments arguments, int axes) =>
        arguments.Has("radius")
            ? arguments.Outside("radius", 0, MostAlong, "write 0 or more, and at most 4096")
            : arguments.Outside(
                "rows",
                1,
                axes == 1 ? 1 : MostTaps,
                axes == 1 ? "write 1, for the signature has one axis" : "write 1 or more, and at most 65536"
            ) ?? arguments.Outside("columns", 1, MostTaps, "write 1 or more, and at most 65536");

    /// <inheritdoc/>
    public override (double Rows, double Columns) Size(DesignArguments arguments, int axes)
    {
        double side = (2.0 * arguments.Whole("radius")) + 1;
        return arguments.Has("radius") ? (axes == 1 ? 1 : side, side) : (arguments.Whole("rows"), arguments.Whole("columns"));
    }

    /// <inheritdoc/>
    public override DesignedKernel Make(DesignArguments arguments, int axes, CancellationToken cancellation)
    {
        (double rows, double columns) = Size(arguments, axes);
        return DesignedKernel.Product(
            MovingAverageDesign.Mean((int)rows),
            MovingAverageDesign.Mean((int)columns),
            isExact: true,
            "every weight is 1 / (rows columns)",
            "cv2.blur, scipy.ndimage.uniform_filter"
        );
    }
}
