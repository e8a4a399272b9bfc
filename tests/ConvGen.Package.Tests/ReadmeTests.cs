using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>The front page's program runs and its excerpt is what the generator writes.</summary>
[Collection(PackageFeedTests.Name)]
public sealed partial class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public async Task The_program_prints_what_it_says_and_the_excerpt_is_its_generated_code()
    {
        string[] blocks = [.. CodeBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Select(static match => match.Groups["code"].Value)];
        string program = blocks[0];
        string consumer = feed.Consumer(
            "Readme",
            "net10.0",
            "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>",
            program);

        (await PackageFeed.Build(consumer)).Succeeded();
        Cli.Result run = await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", "Readme.dll"));

        Assert.Equal(Regex.Match(program, "WriteLine.*// (?<printed>.*)").Groups["printed"].Value, run.Succeeded().Output.TrimEnd());

        // Line by line and in order; what the excerpt leaves out is marked.
        string generated = Assert.Single(Directory.EnumerateFiles(consumer, "*.ConvGen.g.cs", SearchOption.AllDirectories));
        string[] lines = await File.ReadAllLinesAsync(generated);
        int position = 0;
        foreach (string line in blocks[1].Split('\n').Where(static line => line.Trim() is not ("" or "// ...")))
        {
            int found = Array.IndexOf(lines, line, position);
            Assert.True(found >= 0, $"The generated file has no such line from line {position + 1} on:\n{line}");
            position = found + 1;
        }
    }

    [Fact]
    public void The_rules_are_those_of_the_analyzers()
    {
        string pages = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConvGen.Analyzers", "README.md"));
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        string[] expected = [.. LinkedRule().Matches(pages).Select(static match => match.Groups["id"].Value + " " + match.Groups["title"].Value)];
        string[] actual = [.. Rule().Matches(readme).Select(static match => match.Groups["id"].Value + " " + match.Groups["title"].Value)];

        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\| \[(?<id>CONV\d+)\]\([^)]*\) \| (?<title>.*?) \|", RegexOptions.Multiline)]
    private static partial Regex LinkedRule();

    [GeneratedRegex(@"^\| (?<id>CONV\d+) \| (?<title>.*?)( \((hint|warning|information|off by default)\))? \|", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
