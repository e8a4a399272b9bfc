namespace ConvGen.Generator.Planning.Plan;

/// <summary>How vectors of sums become results in memory, once they are divided and rounded.</summary>
internal enum StoreKind
{
    /// <summary>Sums are results as they are, and stored where they are formed.</summary>
    InPlace,

    /// <summary>Each vector for itself, narrowed step by step where results are narrower.</summary>
    Narrowed,

    /// <summary>Two vectors of 16 bits, packed to one of bytes.</summary>
    Bytes,

    /// <summary>Two or four vectors of 32 bits that follow each other, packed to one where results are narrower.</summary>
    Words,

    /// <summary>Two vectors, whose elements or halves of lanes alternate, as they are.</summary>
    Alternating,

    /// <summary>Two such vectors of 32 bits, packed to one of 16.</summary>
    AlternatingWords,

    /// <summary>Two such vectors of 16 bits, packed to one of bytes.</summary>
    AlternatingBytes,

    /// <summary>Two times two such vectors of 32 bits, packed to one of bytes.</summary>
    AlternatingFour,
}
