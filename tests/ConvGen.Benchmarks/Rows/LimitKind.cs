namespace ConvGen.Benchmarks.Rows;

/// <summary>What no program that computes a row can beat, or at least not by these means.</summary>
internal enum LimitKind
{
    /// <summary>One fused multiply-add a tap, at the processor's peak.</summary>
    FusedMultiplyAdd,

    /// <summary>One multiplication of 16-bit numbers with an addition a tap, at the processor's peak.</summary>
    ShortMultiplyAdd,

    /// <summary>Copying the source to the destination.</summary>
    Copy,

    /// <summary>Copying bytes to 16-bit numbers.</summary>
    WideningCopy,

    /// <summary>Nothing that was measured.</summary>
    None,
}
