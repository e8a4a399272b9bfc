namespace ConvGen.Execution.Tests.Oracle;

/// <summary>How a sample takes part in a result.</summary>
internal enum Reach
{
    /// <summary>It lies outside of the window.</summary>
    None,

    /// <summary>It meets weights of zero only.</summary>
    Zero,

    /// <summary>It meets a weight other than zero.</summary>
    Weight,
}
