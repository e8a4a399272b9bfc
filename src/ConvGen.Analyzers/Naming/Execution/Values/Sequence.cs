namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A list, or another sequence of values.</summary>
/// <param name="items">What it holds.</param>
internal sealed class Sequence(IEnumerable<object> items)
{
    /// <summary>What it holds.</summary>
    public List<object> Items { get; } = [.. items];
}
