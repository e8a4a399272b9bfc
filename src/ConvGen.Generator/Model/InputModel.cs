using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>A method that says which rectangle of an image another one sees.</summary>
/// <param name="Header">The method to implement.</param>
/// <param name="Forward">The name of the other one.</param>
/// <param name="Axes">Its spatial axes: 1 or 2.</param>
/// <param name="Mode">Which of its outputs are computed.</param>
/// <param name="Border">What lies outside.</param>
/// <param name="BorderValue">The value outside for <see cref="BorderMode.Constant"/>.</param>
/// <param name="Vertical">Geometry of its row axis.</param>
/// <param name="Horizontal">Geometry of its column axis, or of the only axis.</param>
internal sealed record InputModel(
    MethodHeader Header,
    string Forward,
    int Axes,
    OutputMode Mode,
    BorderMode Border,
    Rational BorderValue,
    AxisGeometry Vertical,
    AxisGeometry Horizontal
)
{
    /// <summary>
    /// The other one's model, where it may go through transforms, whose tiles see more than windows do; null where windows are all.
    /// </summary>
    public ConvolutionModel? Transformed { get; init; }
}
