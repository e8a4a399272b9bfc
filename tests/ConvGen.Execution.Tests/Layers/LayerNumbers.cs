namespace ConvGen.Execution.Tests.Layers;

/// <summary>The numbers of one call of a layer.</summary>
/// <param name="Source">The samples.</param>
/// <param name="Weights">Weights that arrive at run time.</param>
/// <param name="Bias">The bias, where there is one.</param>
internal sealed record LayerNumbers<TSource, TWeight, TBias>(Stack<TSource> Source, TWeight[] Weights, TBias[] Bias);
