using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>The order that the source is kept in: which rooms know of which, how full they are, and how long a line is.</summary>
public sealed partial class LayoutTests
{
    private const int LongestLine = 140;

    private const int LongestFile = 350;

    private const int LongestMember = 60;

    private const int MostFiles = 25;

    /// <summary>What is longer and waits to be split. An entry that is short again, or gone, fails the test until it is taken out.</summary>
    private static readonly string[] TooLong = [];

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

    [Fact]
    public void Files_and_members_are_short_enough_to_read()
    {
        string root = Path.Combine(Repository.Root, "src");
        List<string> tooLong = [];
        int read = 0;
        foreach (string file in Sources(root))
        {
            string name = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
            string text = File.ReadAllText(file);
            tooLong.AddRange(text.Count(static c => c == '\n') > LongestFile ? [name] : []);
            foreach ((string member, int length) in Members(RawString().Replace(text, "").Split('\n')))
            {
                read++;
                tooLong.AddRange(length > LongestMember ? [$"{name}: {member}"] : []);
            }
        }

        Assert.Equal(TooLong, tooLong.Order(StringComparer.Ordinal));
        Assert.True(read > 4_000, $"only {read} members were read");
    }

    [Fact]
    public void Rooms_have_few_files()
    {
        foreach (IGrouping<string?, string> room in Sources(Generator).GroupBy(Path.GetDirectoryName))
        {
            Assert.True(room.Count() <= MostFiles, $"{room.Key} has {room.Count()} files");
        }
    }

    /// <summary>
    /// The members of all types of a file, as the formatter lays them out: one begins with a letter at the indentation of its type's members,
    /// and ends with the last line before what follows it.
    /// </summary>
    private static IEnumerable<(string Name, int Length)> Members(string[] lines)
    {
        HashSet<int> depths = [4];
        for (int start = 0; start < lines.Length; start++)
        {
            int depth = DepthOf(lines[start]);
            if (!depths.Contains(depth) || !char.IsLetter(lines[start][depth]))
            {
                continue;
            }

            if (TypeStart().IsMatch(lines[start]))
            {
                // Its own members lie one step further in.
                depths.Add(depth + 4);
                continue;
            }

            int end = start;
            for (int next = start + 1; next < lines.Length && !IsPast(lines[next], depth); next++)
            {
                end = lines[next].Length == 0 ? end : next;
            }

            yield return (NameOf().Match(lines[start]).Groups[1].Value, end - start + 1);
            start = end;
        }
    }

    /// <summary>Whether a line belongs to what stands after a member: the next one, its comment or attribute, or the end of the type.</summary>
    private static bool IsPast(string line, int depth) =>
        line.Length > 0
        && (DepthOf(line) < depth || (DepthOf(line) == depth && (char.IsLetter(line[depth]) || line[depth] is '/' or '[' or '#')));

    private static int DepthOf(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"^ *[a-z ]*\b(class|record|struct|interface|enum) ")]
    private static partial Regex TypeStart();

    [GeneratedRegex(@"(\w+)(?:<[^()]*>)?(?:\(| =|$)")]
    private static partial Regex NameOf();

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
