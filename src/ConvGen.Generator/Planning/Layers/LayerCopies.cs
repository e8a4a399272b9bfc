namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Source rows are copied, with what lies outside the source at their ends and in the accumulator's type, into a block that a few output
/// rows read.
/// </summary>
/// <param name="Rows">Output rows that share a block.</param>
/// <param name="Columns">Output pixels in a row of a block.</param>
/// <param name="OnlyFrame">Whether only what the frame of the result sees is copied; what windows see that lie inside the source is read
/// where it is.</param>
internal sealed record LayerCopies(int Rows, int Columns, bool OnlyFrame = false)
{
    /// <summary>Planes of the result that share a block, of a volume.</summary>
    public int Planes { get; init; } = 1;
}
