using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Why a row cannot be used.</summary>
/// <param name="Location">What to mend: a value in a file, or an argument of an attribute.</param>
/// <param name="Message">What is wrong and how to mend it, as a sentence without full stop.</param>
internal sealed record CatalogueProblem(Location Location, string Message);
