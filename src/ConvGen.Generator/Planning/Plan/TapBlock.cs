using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Planning.Plan;

/// <summary>
/// Taps of a long row that a loop adds a few at a time: step j adds the taps at <c>First + j * Terms</c> and those that follow it in the
/// plan's order, which lie
/// <see cref="BlockTaps.Spacing"/> samples apart.
/// </summary>
/// <param name="First">The place of its first tap in the plan's order.</param>
/// <param name="Steps">Steps of the loop.</param>
/// <param name="Terms">Taps of a step.</param>
/// <param name="Repeats">How many blocks of that shape follow each other, in the plan's order and, equally far apart, in the row: a loop
/// over them keeps the text of a very long row short.</param>
internal sealed record TapBlock(int First, int Steps, int Terms, int Repeats)
{
    /// <summary>Taps of one of the blocks.</summary>
    public int Count => Steps * Terms;
}
