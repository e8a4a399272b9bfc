namespace ConvGen.Generator.Emission;

/// <summary>Text as comments of generated files.</summary>
internal static class Comments
{
    /// <summary>Everything that ends a line of C#.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A text's lines, so that none can leave its comment.</summary>
    public static IEnumerable<string> Split(string text) => text.Split(LineEnds, StringSplitOptions.None);

    /// <summary>A line as a comment.</summary>
    public static string Of(string line) => line.Trim().Length == 0 ? "//" : "// " + line.TrimEnd();

    /// <summary>A text inside an XML element.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
