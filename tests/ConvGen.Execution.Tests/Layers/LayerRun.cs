using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>What a layer is run on.</summary>
/// <param name="Width">Source pixels per row.</param>
/// <param name="Height">Source rows; 1 for a signal.</param>
/// <param name="Seed">What the numbers are drawn from.</param>
/// <param name="Batch">Sources, where the layer takes a batch.</param>
/// <param name="Gap">Elements between rows, where it takes pitches.</param>
/// <param name="Content">The kind of numbers.</param>
internal sealed record LayerRun(int Width, int Height, int Seed, int Batch = 1, int Gap = 0, Content Content = Content.Ordinary);
