namespace ConvGen.Testing;

/// <summary>Which of the compiler's own diagnostics a test must expect.</summary>
public enum CompilerDiagnostics
{
    /// <summary>None.</summary>
    None,

    /// <summary>Errors.</summary>
    Errors,

    /// <summary>Errors and warnings.</summary>
    Warnings,
}
