namespace ConvGen.Analyzers.Naming.Names;

/// <summary>Reads identifiers: which of them say convolution, which correlation, and which only look like it.</summary>
internal static class NameReader
{
    /// <summary>What an identifier says about the operation, or null.</summary>
    public static NameReading? Read(string identifier, NamingOptions options)
    {
        _ = identifier;
        _ = options;
        return null;
    }
}
