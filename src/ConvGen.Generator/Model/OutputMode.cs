namespace ConvGen.Generator.Model;

/// <summary>Which outputs are computed. The first three have the values of the public enum <c>ConvGen.OutputMode</c>.</summary>
internal enum OutputMode
{
    Same = 0,
    Valid = 1,
    Full = 2,

    /// <summary>Explicit padding was given instead of a mode.</summary>
    Padded = 3,
}
