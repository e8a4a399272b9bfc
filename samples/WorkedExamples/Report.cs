namespace WorkedExamples;

/// <summary>Prints examples.</summary>
internal static class Report
{
    private const int Width = 100;

    private const string Indent = "  ";

    private const int Gap = 4;

    /// <summary>An example: its question, what is given, and every computed matrix beside the expected one.</summary>
    public static void Print(Example example, int number, TextWriter output)
    {
        string title = $"{number}. {example.Title}";
        output.WriteLine(title);
        output.WriteLine(new string('=', title.Length));
        foreach (string line in Wrap(example.Text))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        PrintSideBySide(example.Given, output);
        foreach (Check check in example.Checks)
        {
            PrintSideBySide([(check.Name, check.Computed), (check.Holds ? "as expected" : "EXPECTED", check.Expected)], output);
        }
    }

    /// <summary>Matrices side by side, as many as fit, and the others below.</summary>
    private static void PrintSideBySide(IReadOnlyList<(string Name, Matrix Matrix)> matrices, TextWriter output)
    {
        List<string[]> blocks = [];
        int used = Indent.Length;
        foreach ((string name, Matrix matrix) in matrices)
        {
            string[] block = [name, .. matrix.ToLines()];
            int width = block.Max(static line => line.Length) + Gap;
            if (blocks.Count > 0 && used + width - Gap > Width)
            {
                PrintLines(blocks, output);
                blocks.Clear();
                used = Indent.Length;
            }

            used += width;
            blocks.Add([.. block.Select(line => line.PadRight(width))]);
        }

        PrintLines(blocks, output);
    }

    private static void PrintLines(List<string[]> blocks, TextWriter output)
    {
        for (int line = 0; line < blocks.Max(static block => block.Length); line++)
        {
            string text = string.Concat(blocks.Select(block => line < block.Length ? block[line] : new string(' ', block[0].Length)));
            output.WriteLine((Indent + text).TrimEnd());
        }

        output.WriteLine();
    }

    private static IEnumerable<string> Wrap(string text)
    {
        string line = "";
        foreach (string word in text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line += (line.Length == 0 ? "" : " ") + word;
        }

        yield return line;
    }
}
