using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>A record in a file of comma-separated values.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Span">Where it stands, without the line break.</param>
/// <param name="Error">What is wrong with its quotes, as a clause; null where nothing is.</param>
internal sealed record CsvRecord(ImmutableArray<CsvValue> Values, TextSpan Span, string? Error);
