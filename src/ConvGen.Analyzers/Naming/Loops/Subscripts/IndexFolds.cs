namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>What was looked through to read a subscript. Away from the border none of it changes the value.</summary>
[Flags]
internal enum IndexFolds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Kept in range by the nearest element, or by another that does not depend on the index.</summary>
    Clamp = 1,

    /// <summary>Wrapped around.</summary>
    Wrap = 2,

    /// <summary>Mirrored at the border by a helper or a condition.</summary>
    Mirror = 4,

    /// <summary>The absolute value; what lies on which side of zero is not known.</summary>
    Absolute = 8,
}
