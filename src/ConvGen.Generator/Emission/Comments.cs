namespace ConvGen.Generator.Emission;

/// <summary>Text as comments of generated files.</summary>
internal static class Comments
{
    /// <summary>Warnings about documentation comments, with the reason why generated files turn them off.</summary>
    public const string DocumentationWarnings =
        "CS0419, CS1570, CS1571, CS1572, CS1573, CS1574, CS1580, CS1581, CS1584, CS1587, CS1589, CS1591, CS1658, CS1710, CS1711, CS1712, CS1734, CS1735"
        + " // the declaration's documentation comment is repeated here, out of reach of its usings and pragmas";

    /// <summary>Everything that ends a line of C#.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A text's lines, so that none can leave its comment.</summary>
    public static IEnumerable<string> Split(string text) => text.Split(LineEnds, StringSplitOptions.None);

    /// <summary>A line as a comment.</summary>
    public static string Of(string line) => line.Trim().Length == 0 ? "//" : "// " + line.TrimEnd();

    /// <summary>A text inside an XML element.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
