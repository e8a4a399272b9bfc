namespace ConvGen.Generator.Planning.Layers;

/// <summary>The sums of one pass of the inner loop.</summary>
/// <param name="Vectors">Vectors side by side in the direction of the lanes.</param>
/// <param name="Across">Pixels, or with pixels in the lanes output channels, across that direction.</param>
internal sealed record LayerTile(int Vectors, int Across);
