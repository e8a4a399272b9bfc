namespace ConvGen.Generator.Model;

/// <summary>What lies outside the source; the values are those of the public enum <c>ConvGen.BorderMode</c>.</summary>
internal enum BorderMode
{
    Constant = 0,
    Replicate = 1,
    Symmetric = 2,
    Reflect101 = 3,
    Wrap = 4,
}
