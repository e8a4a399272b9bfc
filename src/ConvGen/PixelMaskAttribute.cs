using System;

namespace ConvGen;

/// <summary>
/// Beside <see cref="OperationAttribute.PixelChannels"/>: channels that are copied from the source instead of filtered, as the alpha of
/// RGBA.
/// </summary>
/// <remarks>
/// Source and destination have one type, and a result for each pixel: <see cref="OutputMode.Same"/> without a stride.
/// <code>
/// [Correlation(PixelChannels = 4), GaussianKernel(1.4), PixelMask(Keep = "3")]
/// static partial void Blur(ReadOnlySpan&lt;byte&gt; source, int width, int height, Span&lt;byte&gt; destination);
/// </code>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class PixelMaskAttribute : Attribute
{
    /// <summary>
    /// The channels that keep their samples, counted from 0, split by commas or white space: <c>"3"</c> for the alpha of RGBA.
    /// </summary>
    public string Keep { get; set; } = "";
}
