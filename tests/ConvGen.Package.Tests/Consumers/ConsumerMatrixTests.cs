using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Package.Tests.Consumers;

/// <summary>Every row of the table builds without an error or a warning, and prints the right numbers.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class ConsumerMatrixTests(PackageFeed feed, ITestOutputHelper output)
{
    /// <summary>The names of the rows of every build.</summary>
    public static TheoryData<string> Usual => ConsumerRows.Names(ConsumerRows.Usual);

    /// <summary>The names of the rows of long runs.</summary>
    public static TheoryData<string> AtLength => ConsumerRows.Names(ConsumerRows.AtLength);

    [Theory]
    [MemberData(nameof(Usual))]
    public Task A_usual_project(string name) => VerifyAsync(ConsumerRows.Named(name));

    [LongTheory]
    [MemberData(nameof(AtLength))]
    public Task Any_project(string name) => VerifyAsync(ConsumerRows.Named(name));

    private async Task VerifyAsync(ConsumerRow row)
    {
        string consumer = feed.Consumer(row.Directory, row.Framework, "<OutputType>Exe</OutputType>" + row.Properties, row.Source);
        foreach ((string path, string text) in row.Files)
        {
            PackageFeed.AddFile(consumer, path, text.Replace("$(CentralVersion)", feed.Version, StringComparison.Ordinal));
        }

        if (row.Files.Any(static file => file.Path == "Directory.Packages.props"))
        {
            string project = Path.Combine(consumer, row.Directory + ".csproj");
            string text = await File.ReadAllTextAsync(project);
            string central = text.Replace($" Version=\"{feed.Version}\"", "", StringComparison.Ordinal);
            Assert.NotEqual(text, central);
            await File.WriteAllTextAsync(project, central);
        }

        Cli.Result build = (await PackageFeed.Build(consumer, "-c", "Release")).Succeeded();
        Assert.Empty(build.Codes);

        // Only one runtime may be installed.
        string program = Path.Combine("bin", "Release", row.Framework, row.Directory + ".dll");
        Assert.Equal(row.Output, (await Cli.Dotnet(consumer, "--roll-forward", "Major", program)).Succeeded().Text);
        Tally.Count(output, "consumer projects built and run", 1);
    }
}
