namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A list, or another sequence of values.</summary>
/// <param name="items">What it holds.</param>
internal sealed class Sequence(IEnumerable<object> items)
{
    /// <summary>What it holds.</summary>
    public List<object> Items { get; } = [.. items];

    /// <summary>The weights of a list of taps, by their offsets.</summary>
    public Store Weights => weights ??= new Store("", null, false, []);

    private Store? weights;
}
