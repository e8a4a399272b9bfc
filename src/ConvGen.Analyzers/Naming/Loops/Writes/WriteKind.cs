namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>How a variable is written.</summary>
internal enum WriteKind
{
    /// <summary>It takes a new value.</summary>
    Definition,

    /// <summary>Something is added or subtracted.</summary>
    Step,

    /// <summary>It is wrapped in place: <c>i %= n</c>.</summary>
    Wrap,

    /// <summary>It is the variable of a <c>foreach</c>.</summary>
    Element,

    /// <summary>Anything else: passed by reference, deconstructed, matched, its address taken.</summary>
    Other,
}
