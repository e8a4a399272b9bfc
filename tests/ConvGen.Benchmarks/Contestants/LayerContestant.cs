using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>The generated layer.</summary>
internal sealed unsafe class LayerContestant(FilterCall<float, float> call, LayerShape shape, int width, int height) : IContestant
{
    private readonly int sourceLength = width * height * shape.Inputs;
    private readonly int resultLength = shape.Output(width) * shape.Output(height) * shape.Outputs;

    /// <inheritdoc/>
    public string Name => ContestantNames.Generated;

    /// <inheritdoc/>
    public string Way => "";

    /// <inheritdoc/>
    public bool InteriorOnly => false;

    /// <inheritdoc/>
    public void Run(in Placement placement) =>
        call(new ReadOnlySpan<float>((void*)placement.Source, sourceLength), width, height, new Span<float>((void*)placement.Destination, resultLength));
}
