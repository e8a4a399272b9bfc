namespace ConvGen.Analyzers.Naming.Execution.Running;

/// <summary>Where a statement goes on.</summary>
internal enum Step
{
    /// <summary>To the next one.</summary>
    Next,

    /// <summary>Out of the loop.</summary>
    Break,

    /// <summary>To the next round.</summary>
    Continue,

    /// <summary>Out of the function.</summary>
    Return,

    /// <summary>To a label.</summary>
    Jump,
}
