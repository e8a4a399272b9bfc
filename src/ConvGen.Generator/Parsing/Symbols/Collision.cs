namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>A name of the user's own beside which generated code would mean something else, or not compile.</summary>
/// <param name="Found">What has the name, and what it takes it from, as a clause.</param>
/// <param name="Remedy">What to do, as a clause.</param>
/// <param name="StopsCompiler">Whether the compiler stops at it in other files of the project, before any analyzer reports.</param>
internal sealed record Collision(string Found, string Remedy, bool StopsCompiler);
