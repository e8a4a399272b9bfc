using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>A compiled layer that can be put to the test.</summary>
internal abstract class LayerTrial(DeclaredLayer layer)
{
    public DeclaredLayer Layer { get; } = layer;

    public static LayerTrial Create(DeclaredLayer layer, CompiledBatch batch, string name) =>
        TypedTrials.Create<LayerTrial>(typeof(LayerTrial<,,,>), layer.Space, layer.Bias, layer, batch, name);

    /// <summary>Runs the layer once and compares every result with the oracle.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(LayerRun run);

    /// <summary>
    /// Runs the layer on given numbers and compares every result with the oracle and with one that somebody else computed.
    /// </summary>
    /// <param name="golden">The case; its arrays are in planes, with outputs first.</param>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(LayerGolden golden);

    /// <summary>The results of a run as texts that differ where bits differ, by item, row, column and channel.</summary>
    /// <param name="run">The run.</param>
    /// <param name="view">What of the source the layer sees; null for all of it.</param>
    public abstract IReadOnlyDictionary<(int Item, int Channel, int Row, int Column), string> Results(
        LayerRun run,
        SourceView? view = null
    );

    /// <summary>The largest error of a result over the error that the contract allows it; 0 where results are exact and right.</summary>
    public abstract double Measure(LayerRun run);

    /// <summary>
    /// Makes one sample a NaN or an infinity. Results whose window does not hold it keep their bits; a NaN becomes one, or what stands for
    /// one among integers,
    /// wherever a window holds it.
    /// </summary>
    /// <returns>What is wrong, or null; and how many results the sample reached.</returns>
    public abstract (string? Objection, int Reached) RunWithOne(LayerRun run, double special);

    public override string ToString() => Layer.ToString();
}
