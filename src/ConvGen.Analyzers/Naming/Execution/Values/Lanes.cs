namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A vector of numbers that are calculated with together.</summary>
/// <param name="values">The numbers.</param>
internal sealed class Lanes(Number[] values)
{
    /// <summary>The numbers.</summary>
    public Number[] Values => values;
}
