namespace ConvGen.Generator.Parsing.Weights;

/// <summary>What was found under the path of a <c>[KernelFile]</c>: a text, or the reason why there is none.</summary>
/// <param name="Text">The file's text, or null.</param>
/// <param name="Problem">Why there is none, as a clause, or null.</param>
/// <param name="Remedy">What to do about it, as a clause, or null.</param>
internal sealed record KernelFile(string? Text, string? Problem, string? Remedy);
