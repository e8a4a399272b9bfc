namespace ConvGen.Execution.Tests.Subjects;

/// <summary>Rows of elements in memory.</summary>
/// <param name="Rows">Rows, those of all planes and batch items counted.</param>
/// <param name="Row">Elements of a row, the gap after it left out.</param>
internal readonly record struct Extent(int Rows, int Row)
{
    /// <summary>Elements from the first to the last, for rows so far apart.</summary>
    public int Needed(int pitch) => Rows == 0 || Row == 0 ? 0 : ((Rows - 1) * pitch) + Row;
}
