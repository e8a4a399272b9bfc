namespace ConvGen.Generator.Emission;

/// <summary>The parameter names that say what a parameter is.</summary>
internal static class Roles
{
    public const string Source = "source";
    public const string Kernel = "kernel";
    public const string Destination = "destination";
    public const string Batch = "batch";
    public const string Length = "length";
    public const string Width = "width";
    public const string Height = "height";
    public const string SourcePitch = "sourcePitch";
    public const string DestinationPitch = "destinationPitch";
}
