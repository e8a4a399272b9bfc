namespace ConvGen.Execution.Tests.Grammar;

/// <summary>In what way a declaration fails.</summary>
internal enum Failure
{
    None,

    /// <summary>The generator threw, or kept silent.</summary>
    Generator,

    /// <summary>It was refused without need.</summary>
    Refusal,

    /// <summary>It does not compile, or not without a warning.</summary>
    Compilation,

    /// <summary>It computes something else than the oracle.</summary>
    Result,
}
