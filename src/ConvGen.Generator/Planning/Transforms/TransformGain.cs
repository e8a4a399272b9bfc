namespace ConvGen.Generator.Planning.Transforms;

/// <summary>What the two ways to compute a result take, as estimates.</summary>
/// <param name="Direct">Nanoseconds as a direct sum.</param>
/// <param name="Transformed">Nanoseconds through transforms of the best size.</param>
internal readonly record struct TransformGain(double Direct, double Transformed);
