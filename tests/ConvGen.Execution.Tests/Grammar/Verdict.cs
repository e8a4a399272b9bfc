namespace ConvGen.Execution.Tests.Grammar;

/// <summary>What became of a declaration.</summary>
/// <param name="Sentence">The declaration.</param>
/// <param name="Failure">In what way it failed.</param>
/// <param name="Objection">What is wrong, or null.</param>
internal sealed record Verdict(Sentence Sentence, Failure Failure, string? Objection)
{
    /// <summary>The rule that refused it, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>What its plan makes use of.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    public static Verdict Passed(Sentence sentence) => new(sentence, Failure.None, null);
}
