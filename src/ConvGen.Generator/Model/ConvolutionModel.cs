using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>Everything that a valid declaration says, with defaults filled in. One a method; compares by value.</summary>
/// <param name="Header">The method to implement.</param>
/// <param name="Form">Its signature.</param>
/// <param name="Operation">What is computed.</param>
/// <param name="Kernel">The kernel as written.</param>
/// <param name="Mode">Which outputs are computed.</param>
/// <param name="Border">What lies outside.</param>
/// <param name="BorderValue">The value outside for <see cref="BorderMode.Constant"/>, exactly as written; the source type can hold
/// it.</param>
/// <param name="FloatingPoint">What floating-point sums may do.</param>
/// <param name="PixelChannels">Interleaved channels that share the kernel.</param>
/// <param name="Vertical">Geometry of the row axis; <c>(1, 1, 1, 0, 0)</c> for a 1-D signature.</param>
/// <param name="Horizontal">Geometry of the column axis, or of the only axis.</param>
internal sealed record ConvolutionModel(
    MethodHeader Header,
    SignatureForm Form,
    OperationKind Operation,
    KernelMatrix Kernel,
    OutputMode Mode,
    BorderMode Border,
    Rational BorderValue,
    FloatingPointMode FloatingPoint,
    int PixelChannels,
    AxisGeometry Vertical,
    AxisGeometry Horizontal
)
{
    /// <summary>Geometry of the plane axis; <see cref="AxisGeometry.None"/> for a signature of one or two.</summary>
    public AxisGeometry Depth { get; init; } = AxisGeometry.None;

    /// <summary>Channels, and what else makes the declaration a layer; null for a kernel that maps samples to samples.</summary>
    public LayerOptions? Layer { get; init; }

    /// <summary>Whether a sample is a complex number, which makes pixels of two elements.</summary>
    public bool IsComplex { get; init; }

    /// <summary>
    /// Whether the source is a block of a signal whose earlier samples come in <c>history</c>; the kernel then sees windows inside of what
    /// both hold.
    /// </summary>
    public bool IsStream => Form.History is not null;

    /// <summary>
    /// Whether the kernel computes rectangles of its result, from a source that may hold only what these see, instead of the whole result.
    /// </summary>
    public bool ComputesParts => Form.HasRegion || ((Form.IsParallel || Form.IsInPlace) && !Form.IsVolume) || IsPartOfGroup;

    /// <summary>Whether the kernel computes some planes of the result of a volume, the first of which the destination refers to.</summary>
    public bool ComputesPlanes => Form.IsVolume && (Form.IsParallel || Form.IsInPlace);

    /// <summary>
    /// Whether it is told how far apart the volumes of its result's channels lie, which do not follow from the planes that it sees.
    /// </summary>
    public bool TakesDestinationPlane => ComputesPlanes && Form.IsInPlace && HasPlanes && ResultChannels > 1;

    /// <summary>
    /// Whether the kernel goes through a batch itself, with weights that are made ready once, as layers do that compute whole results.
    /// </summary>
    public bool GoesThroughBatch => Form.HasBatch && Layer is not null && !ComputesParts && !ComputesPlanes;

    /// <summary>Whether the kernel is one of several that share a pass over the source.</summary>
    public bool IsPartOfGroup { get; init; }

    /// <summary>Pixels that a stream's history holds: those that the window of its first result sees before the source.</summary>
    public int PastPixels => Horizontal.EffectiveSize - 1;

    /// <summary>What is told about a kernel that was designed; null for others.</summary>
    public DesignNote? Design { get; init; }

    /// <summary>Elements of a pixel of the source, its planes included.</summary>
    public int SourceChannels => Layer?.InputChannels ?? PixelChannels;

    /// <summary>Elements of a pixel of the result, its planes included.</summary>
    public int ResultChannels => Layer?.OutputChannels ?? PixelChannels;

    /// <summary>Whether channels stand in planes of their own.</summary>
    public bool HasPlanes => Layer is { IsPlanar: true };

    /// <summary>Whether tensors have an axis for channels; of a layer both have one, or neither.</summary>
    public bool HasChannelAxis => SourceChannels > 1 || ResultChannels > 1;
}
