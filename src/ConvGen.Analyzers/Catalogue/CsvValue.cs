using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>A value in a file of comma-separated values.</summary>
/// <param name="Text">The value, without its quotes; white space around a value without quotes is not part of it.</param>
/// <param name="Span">Where it stands, quotes included.</param>
internal sealed record CsvValue(string Text, TextSpan Span);
