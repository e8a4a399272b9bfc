namespace ConvGen.Generator.Model;

/// <summary>What floating-point sums may do; the values are those of the public enum <c>ConvGen.FloatingPointMode</c>.</summary>
internal enum FloatingPointMode
{
    Fast = 0,
    Strict = 1,
    Transform = 2,
}
