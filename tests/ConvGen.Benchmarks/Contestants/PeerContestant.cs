using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Libraries;

namespace ConvGen.Benchmarks.Contestants;

/// <summary>One way of a native peer.</summary>
internal sealed class PeerContestant(PeerLibrary library, nint handle, string way, bool interiorOnly) : IPeerWay
{
    /// <inheritdoc/>
    public string Name => library.Name;

    /// <inheritdoc/>
    public string Way => way;

    /// <inheritdoc/>
    public bool InteriorOnly => interiorOnly;

    /// <inheritdoc/>
    public int Levels { get; init; }

    /// <inheritdoc/>
    public void Run(in Placement placement) => library.Run(handle, placement);

    /// <inheritdoc/>
    public void Dispose() => library.Destroy(handle);
}
