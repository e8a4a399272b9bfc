namespace ConvGen.Generator.Planning.Layers;

/// <summary>The sums of one pass of the inner loop.</summary>
/// <param name="Vectors">Vectors side by side in the direction of the lanes.</param>
/// <param name="Across">Pixels, or with pixels in the lanes output channels, across that direction.</param>
/// <param name="Slides">Whether the weights of a kernel row stay in registers and each sample, read once, is multiplied by all of
/// them.</param>
internal sealed record LayerTile(int Vectors, int Across, bool Slides = false);
