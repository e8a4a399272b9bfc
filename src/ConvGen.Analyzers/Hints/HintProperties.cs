namespace ConvGen.Analyzers.Hints;

/// <summary>What a hint tells its fix.</summary>
internal static class HintProperties
{
    /// <summary>What the fix writes; null where there is nothing to write.</summary>
    public const string Value = "value";
}
