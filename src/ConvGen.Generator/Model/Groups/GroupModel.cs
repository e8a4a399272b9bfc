namespace ConvGen.Generator.Model.Groups;

/// <summary>
/// A valid declaration whose kernels do not each write what they sum: several kernels in one pass, or one whose results are scaled or
/// masked before they are stored.
/// </summary>
/// <param name="Header">The method.</param>
/// <param name="Form">Its signature; the destination is the first one.</param>
/// <param name="Kernels">
/// The kernels, in the order of their attributes. Each has a header of its own, for the names of types, and the destination of its own that
/// the separate call would have; where
/// <see cref="IsStored"/> is false, the element type of that one only says whether it is an integer, and the planner finds the narrowest.
/// </param>
/// <param name="Outputs">The destinations, in the order of the kernels; one where kernels are combined.</param>
/// <param name="Combination">How the results become one.</param>
internal sealed record GroupModel(
    MethodHeader Header,
    SignatureForm Form,
    EquatableArray<ConvolutionModel> Kernels,
    EquatableArray<GroupOutput> Outputs,
    Combination Combination
)
{
    /// <summary>Channels that are copied from the source, in ascending order.</summary>
    public EquatableArray<int> Kept { get; init; } = EquatableArray<int>.Empty;

    /// <summary>For each kernel the position of its first attribute among the kernel attributes.</summary>
    public EquatableArray<int> Attributes { get; init; } = EquatableArray<int>.Empty;

    /// <summary>Whether results are multiplied or shifted before they are stored.</summary>
    public bool Scales => Form.HasScale || Form.HasOffset;

    /// <summary>Whether every kernel writes its destination itself.</summary>
    public bool IsStored => Combination == Combination.None && !Scales;

    /// <summary>The first kernel, whose geometry of results is that of all.</summary>
    public ConvolutionModel First => Kernels[0];

    /// <summary>The method as one kernel, for what concerns sizes and signature alone: its windows hold those of all kernels.</summary>
    public ConvolutionModel Whole =>
        First with
        {
            Header = Header,
            Form = Form,
            IsPartOfGroup = false,
            Vertical = Around(static kernel => kernel.Vertical),
            Horizontal = Around(static kernel => kernel.Horizontal),
        };

    private AxisGeometry Around(Func<ConvolutionModel, AxisGeometry> axisOf)
    {
        AxisGeometry[] axes = [.. Kernels.Select(axisOf)];
        int before = axes.Max(static axis => axis.Before);
        return Array.TrueForAll(axes, axis => axis == axes[0])
            ? axes[0]
            : axes[0] with
            {
                Size = before + axes.Max(static axis => axis.EffectiveSize - axis.Before),
                Dilation = 1,
                Before = before,
            };
    }
}

/// <summary>A destination of a group.</summary>
/// <param name="Name">The parameter, or <c>destination</c> for a returned array.</param>
/// <param name="Buffer">Its type.</param>
internal sealed record GroupOutput(string Name, Buffer Buffer);
