using System.Text;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Text as comments of generated files.</summary>
internal static class Comments
{
    /// <summary>What a line of a documentation comment begins with.</summary>
    public const string DocumentationMark = "///";

    /// <summary>Everything that ends a line of C#.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A text's lines, so that none can leave its comment.</summary>
    public static IEnumerable<string> Split(string text) => text.Split(LineEnds, StringSplitOptions.None);

    /// <summary>A line as a comment.</summary>
    public static string Of(string line) => line.Trim().Length == 0 ? "//" : "// " + line.TrimEnd();

    /// <summary>
    /// A line of a documentation comment as an ordinary one: its text without elements, and the names that stand in their attributes.
    /// </summary>
    public static string OfDocumentation(string line)
    {
        StringBuilder plain = new();
        for (int position = DocumentationMark.Length; position < line.Length; position++)
        {
            int end = line[position] == '<' ? line.IndexOf('>', position) : -1;
            if (end < 0)
            {
                plain.Append(line[position]);
                continue;
            }

            // <param name="above">How many. is "above: How many.", and <paramref name="above"/> is "above".
            string[] quoted = line.Substring(position, end - position).Split('"');
            if (quoted.Length > 1)
            {
                plain.Append(quoted[1]).Append(line[end - 1] == '/' ? "" : ": ");
            }

            position = end;
        }

        return Of(plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString().Trim());
    }

    /// <summary>A text inside an XML element.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
