using ConvGen.Generator.Model;

namespace ConvGen.Generator.Parsing.Options;

/// <summary>How the kernel moves over the source, with defaults filled in.</summary>
/// <param name="Mode">Which outputs are computed.</param>
/// <param name="Vertical">The row axis.</param>
/// <param name="Horizontal">The column axis, or the only one.</param>
internal sealed record Geometry(OutputMode Mode, AxisGeometry Vertical, AxisGeometry Horizontal)
{
    /// <summary>The plane axis, of volumes.</summary>
    public AxisGeometry Depth { get; init; } = AxisGeometry.None;
}
