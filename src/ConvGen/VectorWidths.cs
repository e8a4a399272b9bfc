using System;

namespace ConvGen;

/// <summary>Widths of the vectors for which code is generated.</summary>
/// <remarks>One value names one width; several are joined, as in <c>VectorWidths.Bits128 | VectorWidths.Bits256</c>.</remarks>
[Flags]
public enum VectorWidths
{
    /// <summary>No width; an assembly cannot ask for none.</summary>
    None = 0,

    /// <summary>
    /// 128 bits: SSE and AdvSimd. Generated whether named or not, as every processor with vectors has them and rows shorter than a wider
    /// pass take them.
    /// </summary>
    Bits128 = 128,

    /// <summary>256 bits: AVX2.</summary>
    Bits256 = 256,

    /// <summary>512 bits: AVX-512.</summary>
    Bits512 = 512,
}
