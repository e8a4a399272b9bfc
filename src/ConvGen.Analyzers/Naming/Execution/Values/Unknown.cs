namespace ConvGen.Analyzers.Naming.Execution.Values;

/// <summary>A value of which nothing is known, not even whether an array that was seen is in it.</summary>
internal sealed class Unknown
{
    /// <summary>The value.</summary>
    public static Unknown Value { get; } = new();
}
