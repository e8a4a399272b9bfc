using ConvGen;

namespace AudioFir;

/// <summary>The filters. Each is a declaration; ConvGen writes the bodies.</summary>
internal static partial class Filters
{
    /// <summary>Taps of the band-pass filter.</summary>
    public const int Taps = 255;

    /// <summary>The sample rate for which the file's weights pass 1 to 3 kHz; at another rate the band moves with it.</summary>
    public const int DesignRate = 16000;

    /// <summary>Lower end of the band at <see cref="DesignRate"/>, in Hz.</summary>
    public const int Low = 1000;

    /// <summary>Upper end of the band at <see cref="DesignRate"/>, in Hz.</summary>
    public const int High = 3000;

    /// <summary>
    /// Band-pass of one channel. The kernel is symmetric and its middle lies on the sample, so that the result is not delayed.
    /// </summary>
    [Convolution]
    [KernelFile("Kernels/band-pass.txt")]
    public static partial void BandPass(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>The same of two channels side by side.</summary>
    [Convolution(PixelChannels = 2)]
    [KernelFile("Kernels/band-pass.txt")]
    public static partial void BandPassStereo(ReadOnlySpan<float> source, Span<float> destination);
}
