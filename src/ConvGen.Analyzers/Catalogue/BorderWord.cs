namespace ConvGen.Analyzers.Catalogue;

/// <summary>A word of a library for what lies outside a source.</summary>
/// <param name="Library">The library.</param>
/// <param name="Constant">The constant as it is written in code; empty for a library that is known by name only.</param>
/// <param name="Word">The word, in lower case.</param>
/// <param name="Pattern">What lies around a source <c>abcd</c>: <c>cba|abcd|dcb</c>.</param>
internal sealed record BorderWord(string Library, string Constant, string Word, string Pattern);
