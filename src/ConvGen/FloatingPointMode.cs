namespace ConvGen;

/// <summary>What floating-point sums may do.</summary>
public enum FloatingPointMode
{
    /// <summary>
    /// Fused multiply-add and regrouping are allowed and zero taps may be skipped. Barring overflow and underflow of an
    /// intermediate the error is at most <c>(taps + 2) * eps * (sum(|w| * |x|) + |bias|)</c>, where with channels each input channel has taps of its own. All
    /// vector widths of one machine give the same bits.
    /// </summary>
    Fast = 0,

    /// <summary>
    /// Starts from +0.0 or from the bias and adds every tap in row-major order of the as-applied kernel, channels innermost, each product and each sum
    /// rounded, nothing fused, nothing skipped: the bits of the naive loop on every processor.
    /// </summary>
    Strict = 1,
}
