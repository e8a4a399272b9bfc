using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>A way that is a method.</summary>
/// <param name="name">The library.</param>
/// <param name="way">Its function.</param>
/// <param name="interiorOnly">Whether its border is another than the rows'.</param>
/// <param name="run">Computes the row once.</param>
/// <param name="resources">What to give back.</param>
internal sealed class PeerWay(string name, string way, bool interiorOnly, PlacedRun run, params IDisposable[] resources) : IPeerWay
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Way => way;

    /// <inheritdoc/>
    public bool InteriorOnly => interiorOnly;

    /// <inheritdoc/>
    public int Levels { get; init; }

    /// <inheritdoc/>
    public void Run(in Placement placement) => run(placement);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable resource in resources)
        {
            resource.Dispose();
        }
    }
}
