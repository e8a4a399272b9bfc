using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>The front page's program runs and its excerpt is what the generator writes.</summary>
[Collection(PackageFeedTests.Name)]
public sealed partial class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public async Task The_program_prints_what_it_says_and_the_excerpt_is_its_generated_code()
    {
        string[] blocks =
        [
            .. CodeBlock()
                .Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md")))
                .Select(static match => match.Groups["code"].Value),
        ];
        string program = blocks[0];
        string consumer = feed.Consumer(
            "Readme",
            "net10.0",
            "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>",
            program
        );

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
    public async Task The_recipes_compute_what_they_say()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        string recipes = readme[
            readme.IndexOf("## Recipes", StringComparison.Ordinal)..readme.IndexOf("## Names", StringComparison.Ordinal)
        ];
        string[] blocks = [.. CodeBlock().Matches(recipes).Select(static match => match.Groups["code"].Value)];
        string checks = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "ConvGen.Package.Tests", "RecipeChecks.txt"));

        // What a newcomer is told to install, and nothing but the recipes as they stand on the page.
        string consumer = feed.Consumer(
            "Recipes",
            "net10.0",
            "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
                + $"<RestoreFallbackFolders>{Repository.NuGetPackages}</RestoreFallbackFolders>",
            "using ConvGen;\nusing SkiaSharp;\n\n" + string.Join('\n', blocks) + checks
        );
        PackageFeed.AddFile(
            consumer,
            "Directory.Build.targets",
            """
            <Project>
              <ItemGroup>
                <PackageReference Include="SkiaSharp" Version="4.155.0" />
                <PackageReference Include="SkiaSharp.NativeAssets.Linux.NoDependencies" Version="4.155.0" />
              </ItemGroup>
            </Project>
            """
        );

        Assert.Equal(7, blocks.Length);
        (await PackageFeed.Build(consumer)).Succeeded();
        Cli.Result run = await Cli.Dotnet(consumer, Path.Combine("bin", "Debug", "net10.0", "Recipes.dll"));

        Assert.Equal(
            ["alpha", "magnitude", "threads", "blocks", "region", "layer", "scan", "iq"],
            run.Succeeded().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("README.md", 7)]
    [InlineData("src/ConvGen/PACKAGE.md", 5)]
    public void Pages_that_are_linked_are_there_and_links_hold_on_every_site(string page, int fewest)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, page));
        string[] links = [.. Link().Matches(text).Select(static match => match.Groups["target"].Value)];
        const string Files = "https://github.com/convgen/convgen/blob/main/";

        Assert.True(links.Length >= fewest, $"only {links.Length} links");
        Assert.All(links, static link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(
            links.Where(static link => link.StartsWith(Files, StringComparison.Ordinal)),
            static link => Assert.True(File.Exists(Path.Combine(Repository.Root, link[Files.Length..])), link)
        );
    }

    [Fact]
    public void It_fits_a_newcomers_patience() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 100, 249);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
