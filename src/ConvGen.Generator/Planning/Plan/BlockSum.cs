using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>The plan's taps, which are those of a long row, in loops that add a few at a time.</summary>
/// <param name="Blocks">The loops, one at least.</param>
internal sealed record BlockSum(EquatableArray<TapBlock> Blocks) : Sum;
