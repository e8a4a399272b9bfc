namespace ConvGen.Generator.Planning;

/// <summary>
/// Taps of a long row that a loop adds a few at a time: step j adds the taps at <c>First + j * Terms</c> and those that follow it in the plan's order, which lie
/// <see cref="BlockTaps.Spacing"/> samples apart.
/// </summary>
/// <param name="First">The place of its first tap in the plan's order.</param>
/// <param name="Steps">Steps of the loop.</param>
/// <param name="Terms">Taps of a step.</param>
internal sealed record TapBlock(int First, int Steps, int Terms)
{
    /// <summary>Taps of the whole block.</summary>
    public int Count => Steps * Terms;
}
