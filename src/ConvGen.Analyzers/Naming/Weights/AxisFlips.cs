namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>The axes on which weights were reversed an odd number of times.</summary>
[Flags]
internal enum AxisFlips
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The order of the columns, along the last axis.</summary>
    Columns = 1,

    /// <summary>The order of the rows, along the last axis but one.</summary>
    Rows = 2,

    /// <summary>Both, which is a rotation by 180 degrees, and for one axis the reversal.</summary>
    All = Columns | Rows,

    /// <summary>One of two axes, and it is not known which.</summary>
    EitherAxis = 4,
}
