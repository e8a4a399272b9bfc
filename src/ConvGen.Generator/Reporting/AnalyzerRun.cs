namespace ConvGen.Generator.Reporting;

/// <summary>Whether analyzers look at what is compiled, so that they report what is refused; the package's targets tell it.</summary>
internal enum AnalyzerRun
{
    /// <summary>
    /// Not known: the targets are not there, as in a project that references the generator as a project. The two share the work: what the
    /// compiler stops at is the generator's to report, all else the analyzers', so that nothing is hidden in a build or told twice in an
    /// editor.
    /// </summary>
    Unknown,

    /// <summary>Whatever the compiler finds, as in an editor.</summary>
    Always,

    /// <summary>
    /// Unless the compiler finds an error in a declaration: a build ends with such an error before it comes to its analyzers.
    /// </summary>
    UnlessCompilerStops,

    /// <summary>Not at all: the build skips them.</summary>
    Never,
}
