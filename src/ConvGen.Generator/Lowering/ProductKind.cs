namespace ConvGen.Generator.Lowering;

/// <summary>What a tap's samples are multiplied by.</summary>
internal enum ProductKind
{
    /// <summary>A number that needs a multiplication.</summary>
    Product,

    /// <summary>1 or -1.</summary>
    Unit,

    /// <summary>A power of two, for integers.</summary>
    Shift,

    /// <summary>The sum or difference of two powers of two, for 64-bit integers that no instruction multiplies.</summary>
    ShiftSum,
}
