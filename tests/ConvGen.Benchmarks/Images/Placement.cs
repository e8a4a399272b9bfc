namespace ConvGen.Benchmarks.Images;

/// <summary>Where a source and a result lie in memory.</summary>
/// <param name="Source">The samples, row after row without gaps.</param>
/// <param name="Padded">Sample (0, 0) of the same image with its border around it.</param>
/// <param name="Destination">The result, row after row without gaps.</param>
internal readonly record struct Placement(nint Source, nint Padded, nint Destination);
