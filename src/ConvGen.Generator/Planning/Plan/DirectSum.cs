namespace ConvGen.Generator.Planning.Plan;

/// <summary>The plan's taps, each multiplied and added for itself, or with its group.</summary>
internal sealed record DirectSum : Sum;
