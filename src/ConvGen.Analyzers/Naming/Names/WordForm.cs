namespace ConvGen.Analyzers.Naming.Names;

/// <summary>The grammar of a word, which decides what the words after it are to it.</summary>
internal enum WordForm
{
    /// <summary><c>Convolve</c>, <c>convolved</c>: what follows is what it is done to.</summary>
    Verb,

    /// <summary><c>Convolution</c>: what follows may be a thing that only belongs to one.</summary>
    Noun,

    /// <summary><c>conv</c>: as a noun, and shared with conversions.</summary>
    Abbreviation,
}
