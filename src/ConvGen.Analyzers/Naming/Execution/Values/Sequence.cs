namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A list, or another sequence of values.</summary>
/// <param name="items">What it holds.</param>
internal sealed class Sequence(IEnumerable<object> items)
{
    /// <summary>What it holds.</summary>
    public List<object> Items { get; } = [.. items];

    /// <summary>Whether it is a list that the code makes of numbers, which are known by their places in it when they are read.</summary>
    public bool IsOfWeights { get; init; }

    /// <summary>The weights of a list of taps, by their offsets.</summary>
    public Store Weights => weights ??= new Store("", null, false, []);

    private Store? weights;
}
