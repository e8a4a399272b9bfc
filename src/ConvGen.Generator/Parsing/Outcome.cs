using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Parsing;

/// <summary>What one topic of the parser finds: a value, or the reason why there is none.</summary>
/// <param name="Value">The value; meaningless where there is a refusal.</param>
/// <param name="Refusal">The reason, or null.</param>
internal readonly record struct Outcome<T>(T Value, Refusal? Refusal)
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default!, refusal);
}
