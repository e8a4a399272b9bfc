namespace ConvGen.Execution.Tests.Subjects;

/// <summary>Rows of elements in memory.</summary>
/// <param name="Rows">Rows, those of all planes and batch items counted.</param>
/// <param name="Row">Elements of a row, the gap after it left out.</param>
internal readonly record struct Extent(int Rows, int Row)
{
    /// <summary>
    /// Rows of a plane, and rows from one plane to the next, of which the others lie between planes; null where there are none of those.
    /// </summary>
    public (int Own, int All)? Plane { get; init; }

    /// <summary>So many planes with rows between them.</summary>
    public static Extent OfPlanes(int planes, int rows, int gap, int row) =>
        new(planes == 0 || rows == 0 ? 0 : ((planes - 1) * (rows + gap)) + rows, row) { Plane = (rows, rows + gap) };

    /// <summary>Whether a row lies between planes.</summary>
    public bool IsBetweenPlanes(int number) => Plane is { } plane && number % plane.All >= plane.Own;

    /// <summary>Elements from the first to the last, for rows so far apart.</summary>
    public int Needed(int pitch) => Rows == 0 || Row == 0 ? 0 : ((Rows - 1) * pitch) + Row;
}
