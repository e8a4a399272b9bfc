using System;

namespace ConvGen;

/// <summary>
/// The options that <see cref="UnfoldAttribute"/> and <see cref="FoldAttribute"/> share; they mean what they mean on
/// <see cref="CorrelationAttribute"/>. Lists name the
/// outermost axis first.
/// </summary>
public abstract class WindowAttribute : Attribute
{
    private protected WindowAttribute() { }

    /// <summary>
    /// Which windows there are. Default: <see cref="OutputMode.Same"/>, one for every sample of the image. Not together with a padding.
    /// </summary>
    public OutputMode Mode { get; set; }

    /// <summary>What lies outside the image. Default: <see cref="BorderMode.Constant"/>.</summary>
    public BorderMode Border { get; set; }

    /// <summary>
    /// For <see cref="OutputMode.Same"/>: the place of the window that lies on the sample, one number per axis. Default: <c>size / 2</c>
    /// with integer division.
    /// </summary>
    public int[]? Anchor { get; set; }

    /// <summary>Samples from one window to the next, the same on every axis. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Samples from one window to the next, one number per axis.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Samples from one place of a window to the next, the same on every axis. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Samples from one place of a window to the next, one number per axis.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Samples added on both ends of every axis, instead of a <see cref="Mode"/>.</summary>
    public int Padding { get; set; }

    /// <summary>Samples added at the ends: all begins, then all ends (<c>pads</c> of ONNX), instead of a <see cref="Mode"/>.</summary>
    public int[]? Paddings { get; set; }

    /// <summary>
    /// Where the channels of the image stand, for a shape with <c>InputChannels</c>. The matrix has them innermost either way. Default:
    /// <see cref="ChannelLayout.Interleaved"/>.
    /// </summary>
    public ChannelLayout Layout { get; set; }
}
