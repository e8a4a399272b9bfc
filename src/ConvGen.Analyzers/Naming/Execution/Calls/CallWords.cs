namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>What the name of a method says that it does.</summary>
[Flags]
internal enum CallWords
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>It turns something round.</summary>
    Turns = 1,

    /// <summary>It reads an element.</summary>
    Reads = 2,

    /// <summary>It writes an element.</summary>
    Writes = 4,
}
