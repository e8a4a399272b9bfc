namespace ConvGen;

/// <summary>Which output samples are computed.</summary>
/// <remarks>
/// With source length <c>n</c>, stride <c>s</c> and effective kernel size <c>E = dilation * (size - 1) + 1</c>, on each axis.
/// An empty source gives an empty result in every mode. Nothing is ever swapped when the kernel is longer than the source.
/// </remarks>
public enum OutputMode
{
    /// <summary>
    /// One output for every <c>s</c>-th source sample: length <c>ceil(n / s)</c>. The tap at the anchor lies on the sample.
    /// </summary>
    Same = 0,

    /// <summary>Only windows that lie inside the source: length <c>max(0, floor((n - E) / s) + 1)</c>.</summary>
    Valid = 1,

    /// <summary>Every window that touches the source: length <c>floor((n + E - 2) / s) + 1</c>.</summary>
    Full = 2,
}
