namespace ConvGen.Execution.Tests.Declarations;

/// <summary>Which outputs are computed; explicit padding counts as a mode of its own here.</summary>
internal enum Window
{
    Same,
    Valid,
    Full,
    Padded,
}

/// <summary>What lies outside the source.</summary>
internal enum Outside
{
    Constant,
    Replicate,
    Symmetric,
    Reflect101,
    Wrap,
}

/// <summary>How the method is written down.</summary>
internal enum Shape
{
    /// <summary>Spans with the sizes that the axes need.</summary>
    Plain,

    /// <summary>2-D spans with pitches; 1-D spans with an explicit length.</summary>
    Sized,
}
