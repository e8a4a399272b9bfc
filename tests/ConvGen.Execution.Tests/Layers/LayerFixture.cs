using ConvGen.Execution.Tests.Properties;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Random layers, compiled once.</summary>
public sealed class LayerFixture : IDisposable
{
    private const int Count = 160;

    private readonly LayerBatch batch = new(LayerGenerator.Any.Sample(Count, Seed.Start, 50).ToArray());

    internal IReadOnlyList<LayerTrial> Trials => batch.Trials;

    public void Dispose() => batch.Dispose();
}
