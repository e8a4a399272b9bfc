using System;

namespace ConvGen;

/// <summary>
/// The options that <see cref="ConvolutionAttribute"/> and <see cref="CorrelationAttribute"/> share. Lists name the outermost axis first:
/// of volumes planes, then rows, then columns.
/// </summary>
public abstract class OperationAttribute : Attribute
{
    private protected OperationAttribute() { }

    /// <summary>Which output samples are computed. Default: <see cref="OutputMode.Same"/>. Not together with a padding.</summary>
    public OutputMode Mode { get; set; }

    /// <summary>What lies outside the source. Default: <see cref="BorderMode.Constant"/> with the value 0.</summary>
    public BorderMode Border { get; set; }

    /// <summary>
    /// The value outside the source for <see cref="BorderMode.Constant"/>; the source type must be able to hold it. Default: 0.
    /// </summary>
    public double BorderValue { get; set; }

    /// <summary>
    /// For <see cref="OutputMode.Same"/>: the tap of the kernel as applied (after a convolution's reversal) that lies on the output sample,
    /// one number per axis. Default: <c>size / 2</c> with integer division, as in OpenCV, libvips, <c>numpy.convolve</c> and
    /// <c>scipy.ndimage.correlate</c>.
    /// </summary>
    public int[]? Anchor { get; set; }

    /// <summary>Source samples from one output to the next, the same on every axis. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Source samples from one output to the next, one number per axis.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Source samples from one tap to the next, the same on every axis. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Source samples from one tap to the next, one number per axis.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>Samples added on both ends of every axis, instead of a <see cref="Mode"/>.</summary>
    public int Padding { get; set; }

    /// <summary>Samples added at the ends: all begins, then all ends (<c>pads</c> of ONNX), instead of a <see cref="Mode"/>.</summary>
    public int[]? Paddings { get; set; }

    /// <summary>What floating-point sums may do. Default: <see cref="FloatingPointMode.Fast"/>.</summary>
    public FloatingPointMode FloatingPoint { get; set; }

    /// <summary>
    /// Interleaved channels that share the kernel: 3 for RGB24, 4 for RGBA32. Widths and lengths count pixels, pitches count elements.
    /// Default: 1; at most 262,144, and fewer for large kernels and strides, whose windows are copied into a buffer where they leave the
    /// source.
    /// </summary>
    public int PixelChannels { get; set; } = 1;

    /// <summary>
    /// Whether a sample is a complex number: the real part and the imaginary part side by side, as IQ samples are. Widths and lengths count
    /// complex numbers, pitches count elements. A kernel's text may
    /// then have imaginary parts, as in <c>[Kernel("1 2+1i -1i")]</c>. Default: no.
    /// </summary>
    /// <remarks>
    /// A convolution is <c>numpy.convolve</c>'s: the kernel is reversed, and nothing is conjugated. A correlation is
    /// <c>numpy.correlate</c>'s: the kernel, its second argument, is conjugated and not
    /// reversed. Both parts of a result are rounded and saturated alike.
    /// </remarks>
    public bool Complex { get; set; }

    /// <summary>
    /// Where the channels of source and result stand, for a kernel with <c>InputChannels</c> and <c>OutputChannels</c>. Default:
    /// <see cref="ChannelLayout.Interleaved"/>.
    /// </summary>
    public ChannelLayout Layout { get; set; }

    /// <summary>
    /// In which order the weights stand, for a kernel with <c>InputChannels</c> and <c>OutputChannels</c>. Default:
    /// <see cref="KernelLayout.InputFirst"/>.
    /// </summary>
    public KernelLayout KernelLayout { get; set; }

    /// <summary>
    /// What is made of the results of several kernels on one method. Default: <see cref="ConvGen.Combine.None"/>, one kernel or several
    /// with an <see cref="KernelSourceAttribute.Output"/> each.
    /// </summary>
    public Combine Combine { get; set; }

    /// <summary>What is done to each result before it is stored. Default: <see cref="ConvGen.Activation.None"/>.</summary>
    public Activation Activation { get; set; }

    /// <summary>
    /// Smaller results become this one; the destination type must be able to hold it. Default: no limit. Not a number stays what it is.
    /// With
    /// <see cref="ConvGen.Activation.Relu"/> the lower limit is 0 already, and <c>OutputMaximum = 6</c> makes it the activation called
    /// ReLU6.
    /// </summary>
    public double OutputMinimum { get; set; } = double.NegativeInfinity;

    /// <summary>
    /// Larger results become this one; the destination type must be able to hold it. Default: no limit. Not a number stays what it is.
    /// </summary>
    public double OutputMaximum { get; set; } = double.PositiveInfinity;

    /// <summary>
    /// Whether several threads of the thread pool compute the result, band by band of its rows; it has the bits that one thread gives it.
    /// Default: no. Buffers are then arrays, memories or
    /// <c>T[,]</c>, because a span cannot cross threads. Small results, for which waking a thread costs more than it saves, are computed by
    /// the calling thread alone.
    /// </summary>
    /// <remarks>
    /// A parameter <c>int maxDegreeOfParallelism</c> limits the threads (-1: as many as there are processors), and a parameter
    /// <c>CancellationToken cancellationToken</c> ends a call early by an
    /// <see cref="OperationCanceledException"/>; what the destination holds is unspecified then. A call allocates at most 1 KB beside a
    /// result that it returns.
    /// </remarks>
    public bool Parallel { get; set; }
}
