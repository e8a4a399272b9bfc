using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>A library that computes rows, on this machine.</summary>
internal interface IPeer
{
    /// <summary>The library's name, a <see cref="ContestantNames"/>.</summary>
    string Name { get; }

    /// <summary>Name and version.</summary>
    string Version { get; }

    /// <summary>The ways in which this library computes a row, none where it does not.</summary>
    IEnumerable<IPeerWay> Ways(Row row, Arena arena);
}
