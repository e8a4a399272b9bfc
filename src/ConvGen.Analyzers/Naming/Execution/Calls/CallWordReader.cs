using ConvGen.Analyzers.Naming.Loops;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Reads from the name of a method what it does.</summary>
internal static class CallWordReader
{
    private static readonly HashSet<string> Accessors = new(
        "At ElementAt ValueAt PixelAt WeightAt TapAt SampleAt Value Pixel Item Sample Weight Tap Coefficient Evaluate Eval Fetch Peek Lookup".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>Whether a method writes an element, by its name.</summary>
    public static bool IsSetter(string name) =>
        !BorderWords.IsTurned(name)
        && (
            name.StartsWith("Set", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Put", StringComparison.Ordinal)
            || name.StartsWith("Write", StringComparison.Ordinal)
            || name.StartsWith("Add", StringComparison.Ordinal)
        );

    /// <summary>Whether a method reads an element, by its name.</summary>
    public static bool IsAccessor(string name) =>
        !BorderWords.IsTurned(name)
        && (
            name.StartsWith("Get", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Read", StringComparison.Ordinal)
            || Accessors.Contains(name)
        );

    /// <summary>What the name of a method says.</summary>
    public static CallWords WordsOf(string name) =>
        (BorderWords.IsTurned(name) ? CallWords.Turns : CallWords.None)
        | (IsAccessor(name) ? CallWords.Reads : CallWords.None)
        | (IsSetter(name) ? CallWords.Writes : CallWords.None);
}
