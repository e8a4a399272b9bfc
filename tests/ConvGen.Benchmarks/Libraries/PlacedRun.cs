using ConvGen.Benchmarks.Images;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>Computes a row once, where its images lie.</summary>
internal delegate void PlacedRun(in Placement placement);
