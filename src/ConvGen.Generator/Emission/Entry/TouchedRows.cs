namespace ConvGen.Generator.Emission.Entry;

/// <summary>What is read or written of a buffer, as expressions of generated code that count elements.</summary>
/// <param name="Extent">From the first element of the first row to the last one of the last row.</param>
/// <param name="Pitch">From one row to the next.</param>
/// <param name="Row">Elements of a row.</param>
internal sealed record TouchedRows(string Extent, string Pitch, string Row)
{
    /// <summary>Whether elements between the rows may belong to something else.</summary>
    public bool HasGaps => Pitch != Row;

    /// <summary>Elements side by side.</summary>
    public static TouchedRows Dense(string extent) => new(extent, extent, extent);
}
