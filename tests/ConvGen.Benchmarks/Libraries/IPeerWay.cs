using ConvGen.Benchmarks.Contestants;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>One way in which a library computes a row, prepared; it is given back when the row is done.</summary>
internal interface IPeerWay : IContestant, IDisposable;
