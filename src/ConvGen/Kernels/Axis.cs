namespace ConvGen;

/// <summary>An axis of an image, numbered as in NumPy.</summary>
public enum Axis
{
    /// <summary>From one row to the next, downwards: the axis of the row index.</summary>
    Rows = 0,

    /// <summary>From one column to the next, to the right: the axis of the column index, and the only axis of a signal.</summary>
    Columns = 1,
}
