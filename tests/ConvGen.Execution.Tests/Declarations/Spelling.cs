namespace ConvGen.Execution.Tests.Declarations;

/// <summary>How weights that are known at compile time are written.</summary>
internal enum Spelling
{
    /// <summary>As a text, rows split by semicolons and values by spaces.</summary>
    Text,

    /// <summary>As a text with commas.</summary>
    Commas,

    /// <summary>As a text with a line for each row.</summary>
    Lines,

    /// <summary>As a collection expression after the numbers of rows and columns.</summary>
    Collection,

    /// <summary>In a file.</summary>
    File,
}
