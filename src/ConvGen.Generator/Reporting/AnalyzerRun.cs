namespace ConvGen.Generator.Reporting;

/// <summary>Whether analyzers look at what is compiled, so that they report what is refused; the package's targets tell it.</summary>
internal enum AnalyzerRun
{
    /// <summary>Whatever the compiler finds, as in an editor; so it is taken to be where the targets are not known.</summary>
    Always,

    /// <summary>
    /// Unless the compiler finds an error in a declaration: a build ends with such an error before it comes to its analyzers.
    /// </summary>
    UnlessCompilerStops,

    /// <summary>Not at all: the build skips them.</summary>
    Never,
}
