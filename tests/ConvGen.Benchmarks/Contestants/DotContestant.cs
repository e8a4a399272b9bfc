using System.Numerics.Tensors;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>
/// The version with <see cref="TensorPrimitives"/> for a signal of which some samples are computed only: a dot product for each.
/// </summary>
internal sealed unsafe class DotContestant(KernelMatrix kernel, Arena arena, int step) : IContestant
{
    private readonly int width = arena.Width;
    private readonly float[] weights = [.. kernel.Weights.Select(weight => (float)(weight / kernel.Divisor))];

    /// <inheritdoc/>
    public string Name => ContestantNames.Tensor;

    /// <inheritdoc/>
    public string Way => "dot products";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement)
    {
        float* first = (float*)placement.Padded - (weights.Length / 2);
        float* result = (float*)placement.Destination;
        for (int x = 0; x < width; x += step)
        {
            result[x / step] = TensorPrimitives.Dot(new ReadOnlySpan<float>(first + x, weights.Length), weights);
        }
    }
}
