namespace ConvGen.Analyzers.Naming.Loops.Subscripts;

/// <summary>What an unknown of a subscript stands for.</summary>
internal enum IndexAtomKind
{
    /// <summary>How often a loop has run: 0, 1, 2 and so on.</summary>
    Counter,

    /// <summary>A parameter, of a method, a local function or a lambda, that nothing changes around the loops.</summary>
    Parameter,

    /// <summary>A size, or another value that stays the same while the loops run.</summary>
    Fixed,

    /// <summary>
    /// The value of something that loops step in a way that has no one formula, such as a pointer that skips to the next row.
    /// </summary>
    Moving,

    /// <summary>Something else that may change with loops.</summary>
    Varying,
}
