namespace ConvGen.Generator.Planning.Plan;

/// <summary>Each sum but a first one is the one above it, less one sample, plus another.</summary>
/// <param name="Sliding">Where the sums begin anew.</param>
internal sealed record SlidingSum(Sliding Sliding) : Sum
{
    /// <summary>
    /// Rows after which a first one is summed whole again where sums slide from row to row: what a row of strips reads of so many stays in
    /// the second-level cache.
    /// </summary>
    public const int BandRows = 128;
}

/// <summary>Where sums slide from one row to the next.</summary>
internal enum Sliding
{
    /// <summary>From the first row of a tile on.</summary>
    WithinTile,

    /// <summary>Through all rows of a band, from one kept row to the next; passes compute its first row.</summary>
    FromRowToRow,
}
