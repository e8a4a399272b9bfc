namespace ConvGen;

/// <summary>What floating-point sums may do.</summary>
public enum FloatingPointMode
{
    /// <summary>
    /// Fused multiply-add and regrouping are allowed and zero taps may be skipped. Barring overflow and underflow of an
    /// intermediate the error is at most <c>(taps + 2) * eps * (sum(|w| * |x|) + |bias|)</c>, where with channels each input channel has
    /// taps of its own. All
    /// vector widths of one machine give the same bits.
    /// </summary>
    /// <remarks>
    /// A NaN or an infinity reaches only the results whose window holds it. There an infinite sample gives an infinite result, as a naive
    /// loop does, with one exception: a kernel that is computed as a
    /// sum of separable ones (an unsharp mask, say, which is a Gaussian subtracted from the sample itself) adds infinities of both signs
    /// where terms of both signs make up a weight, and the result is
    /// a NaN, or 0 where the destination holds integers. The generated header names the plan and says so where that can happen;
    /// <see cref="Strict"/> never does it. A tap of weight zero may be skipped, and then hides what
    /// zero times infinity would be.
    /// </remarks>
    Fast = 0,

    /// <summary>
    /// Starts from +0.0 or from the bias and adds every tap in row-major order of the as-applied kernel, channels innermost, each product
    /// and each sum
    /// rounded, nothing fused, nothing skipped: the bits of the naive loop on every processor.
    /// </summary>
    Strict = 1,

    /// <summary>
    /// Allows a plan that is accurate in norm instead of sample by sample: overlapping tiles of the source are transformed, multiplied by
    /// the kernel's spectrum and transformed back, where that takes less time than the direct
    /// sum. Barring overflow and underflow of an intermediate the error is at most <c>c * eps * log2(N) * norm(w) * norm(x)</c>, where both
    /// norms are square roots of sums of squares, that of the source taken over the tile
    /// that holds the window and the tile that is transformed together with it. The header of the generated file prints <c>c</c>, <c>N</c>
    /// and the tile, and what was compared.
    /// </summary>
    /// <remarks>
    /// Small results beside large samples lose what a direct sum keeps, and a NaN or an infinity reaches every result of its two tiles.
    /// Layers of 3 x 3 taps with prepared weights, 16 channels or more on either side
    /// and strides of 1 take Winograd's minimal filtering, whose error is at most <c>c * eps * norm(w) * norm(x) + eps *
    /// |bias|</c> over the 6 x 6 pixels of a tile. Parts of a result, threads and images in place have the bits of one whole call, because
    /// tiles are counted from its first result. Where the direct sum is as fast, and for streams and other layers, the plan and the
    /// guarantee are those of <see cref="Fast"/>; the header says so. Sums of integers are exact in every mode, and take transforms
    /// without being asked where these gain and are proven to stay exact.
    /// </remarks>
    Transform = 2,
}
