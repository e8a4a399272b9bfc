namespace ConvGen.Analyzers.Hints;

/// <summary>What a hint tells its fix.</summary>
internal static class HintProperties
{
    /// <summary>What the fix writes; null where there is nothing to write.</summary>
    public const string Value = "value";

    /// <summary>What becomes of results, for the fix's title.</summary>
    public const string Difference = "difference";

    /// <summary>A designed kernel that a second fix writes; null where there is none.</summary>
    public const string Design = "design";
}
