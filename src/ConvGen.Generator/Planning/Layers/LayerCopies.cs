namespace ConvGen.Generator.Planning.Layers;

/// <summary>Source rows are copied, with what lies outside the source at their ends and in the accumulator's type, into a block that a few output rows read.</summary>
/// <param name="Rows">Output rows that share a block.</param>
/// <param name="Columns">Output pixels in a row of a block.</param>
internal sealed record LayerCopies(int Rows, int Columns);
