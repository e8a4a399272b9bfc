using System.Globalization;

namespace ConvGen.Testing;

/// <summary>Compares texts and shows the first line that differs.</summary>
internal static class TextComparison
{
    /// <summary>What differs, or null. Line ends are compared too.</summary>
    public static string? Compare(string name, string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
        {
            line++;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} differs from what was expected at line {line + 1}:\nexpected: {Show(expectedLines, line)}\nactual:   {Show(actualLines, line)}\n\n{actual}");
    }

    private static string Show(string[] lines, int line) =>
        line < lines.Length ? lines[line].Replace("\r", "\\r", StringComparison.Ordinal) : "(the text has ended)";
}
