namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>What walks through a collection by hand.</summary>
/// <param name="items">The collection.</param>
internal sealed class Cursor(object[] items)
{
    private int at = -1;

    /// <summary>The item where it stands.</summary>
    public object Current => at >= 0 && at < items.Length ? items[at] : Unknown.Value;

    /// <summary>Goes on to the next item; false behind the last one.</summary>
    public bool MoveNext() => ++at < items.Length;
}
