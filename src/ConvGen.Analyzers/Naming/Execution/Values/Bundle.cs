namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>The values of a tuple.</summary>
/// <param name="values">The values.</param>
internal sealed class Bundle(object[] values)
{
    /// <summary>The values.</summary>
    public object[] Values => values;
}
