namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>How weights lie when they are used, against how they were written or received.</summary>
internal enum Orientation
{
    /// <summary>They pass through something that is not understood; nothing may be concluded.</summary>
    Unknown,

    /// <summary>As they were written or received.</summary>
    AsWritten,

    /// <summary>Reversed on every axis.</summary>
    Reversed,

    /// <summary>Reversed on one of two axes.</summary>
    ReversedOnOneAxis,
}
