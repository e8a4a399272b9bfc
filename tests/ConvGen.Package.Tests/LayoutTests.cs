using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>The order that the source is kept in: which rooms know of which, how full they are, and how long a line is.</summary>
public sealed partial class LayoutTests
{
    private const int LongestLine = 140;

    private static readonly string Generator = Path.Combine(Repository.Root, "src", "ConvGen.Generator");

    [Theory]
    [InlineData("Kernels", "Parsing", "Planning", "Lowering", "Emission")]
    [InlineData("Model", "Parsing", "Planning", "Lowering", "Emission")]
    [InlineData("Refusals", "Parsing", "Planning", "Lowering", "Emission")]
    [InlineData("Parsing", "Planning", "Lowering", "Emission")]
    [InlineData("Planning", "Parsing", "Emission")]
    [InlineData("Lowering", "Parsing")]
    [InlineData("Emission", "Parsing")]
    public void A_room_knows_nothing_of_those_that_use_it(string room, params string[] unknown)
    {
        string[] files = [.. Sources(Path.Combine(Generator, room))];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            Assert.All(
                unknown,
                other => Assert.False(text.Contains($"ConvGen.Generator.{other}", StringComparison.Ordinal), $"{file} reaches into {other}")
            );
        }
    }

    [Fact]
    public void Namespaces_are_named_after_folders()
    {
        string[] files = [.. Sources(Generator)];
        Assert.True(files.Length > 300, $"only {files.Length} files were read");
        foreach (string file in files)
        {
            string folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(file)!);
            string expected = $"namespace {folder.Replace(Path.DirectorySeparatorChar, '.')};";
            string text = File.ReadAllText(file);
            Assert.True(
                text.Contains(expected, StringComparison.Ordinal) || !text.Contains("namespace ConvGen", StringComparison.Ordinal),
                $"{file} has another namespace than '{expected}'"
            );
        }
    }

    [Fact]
    public void Lines_are_short_enough_to_read()
    {
        int read = 0;
        List<string> tooLong = [];
        foreach (string file in Sources(Path.Combine(Repository.Root, "src")))
        {
            foreach (string line in RawString().Replace(File.ReadAllText(file), "").Split('\n'))
            {
                read++;
                bool printsCode = line.Contains('"', StringComparison.Ordinal);
                if (line.Length > LongestLine && !printsCode)
                {
                    tooLong.Add($"{file}: '{line}' has {line.Length} characters");
                }
            }
        }

        Assert.Empty(tooLong);
        Assert.True(read > 20_000, $"only {read} lines were read");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );

    /// <summary>Text of generated code, whose lines have a length of their own.</summary>
    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"")]
    private static partial Regex RawString();
}
