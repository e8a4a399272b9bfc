namespace WorkedExamples;

/// <summary>A question, what is given, and what is computed from it.</summary>
/// <param name="Title">The question in a few words.</param>
/// <param name="Text">What the example shows, in sentences.</param>
/// <param name="Given">The matrices that it starts from, by their names.</param>
/// <param name="Checks">What is computed.</param>
internal sealed record Example(string Title, string Text, IReadOnlyList<(string Name, Matrix Matrix)> Given, IReadOnlyList<Check> Checks);
