using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Model;

/// <summary>What makes a declaration a layer: channels, a bias, limits of its results, or weights that are kept ready.</summary>
/// <param name="InputChannels">Channels of the source.</param>
/// <param name="OutputChannels">Channels of the result.</param>
/// <param name="Groups">Into how many groups the channels fall; divides both numbers of channels.</param>
/// <param name="Layout">Where the channels of source and result stand.</param>
/// <param name="KernelLayout">In which order the weights stand.</param>
/// <param name="Minimum">Smaller results become this one, or null; the destination type can hold it.</param>
/// <param name="Maximum">Larger results become this one, or null; the destination type can hold it.</param>
internal sealed record LayerOptions(
    int InputChannels,
    int OutputChannels,
    int Groups,
    ChannelLayout Layout,
    KernelLayout KernelLayout,
    Rational? Minimum,
    Rational? Maximum
)
{
    /// <summary>Input channels that an output channel sums over.</summary>
    public int GroupInputs => InputChannels / Groups;

    /// <summary>Output channels of a group.</summary>
    public int GroupOutputs => OutputChannels / Groups;

    public bool IsPlanar => Layout == ChannelLayout.Planar;
}
