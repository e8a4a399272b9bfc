namespace ConvGen.Benchmarks.Results;

/// <summary>What one contestant reached in one row, in nanoseconds per sample.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="Way">Its function or schedule, the fastest of those tried.</param>
/// <param name="Minimum">The shortest time.</param>
/// <param name="Median">The usual time.</param>
/// <param name="Disagreement">Where its result differs from the formula, or null. It is not timed then.</param>
internal sealed record ContestantResult(string Name, string Way, double Minimum, double Median, string? Disagreement);
