namespace ConvGen.Benchmarks.Results;

/// <summary>What bounds a row, in nanoseconds per sample.</summary>
/// <param name="Name">What is done at the limit.</param>
/// <param name="Minimum">The shortest time.</param>
/// <param name="Tolerance">How far from it counts as reached.</param>
internal sealed record LimitResult(string Name, double Minimum, double Tolerance);
