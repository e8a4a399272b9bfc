namespace ConvGen.Generator.Planning.Layers;

/// <summary>The sums of one pass over rows of a plane, whose weights stay in registers for all of its rows.</summary>
/// <param name="Rows">Rows of the result, which share the samples that both see.</param>
/// <param name="Vectors">Vectors of pixels of each.</param>
internal sealed record RowsTile(int Rows, int Vectors);
