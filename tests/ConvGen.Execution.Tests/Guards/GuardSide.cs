namespace ConvGen.Execution.Tests.Guards;

/// <summary>Where the unmapped page lies that a buffer touches.</summary>
internal enum GuardSide
{
    /// <summary>The buffer is an array.</summary>
    None,

    /// <summary>The buffer ends where the page begins.</summary>
    Behind,

    /// <summary>The buffer begins where the page ends.</summary>
    InFront,
}
