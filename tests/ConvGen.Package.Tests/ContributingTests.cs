using System.Text.RegularExpressions;

namespace ConvGen.Package.Tests;

/// <summary>What the pages for contributors name is there.</summary>
public sealed partial class ContributingTests
{
    [Theory]
    [InlineData("CONTRIBUTING.md", 15)]
    [InlineData("SECURITY.md", 0)]
    public void Files_that_are_named_exist(string page, int fewest)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, ".github", page));

        string[] named = [.. NamedPath().Matches(text).Select(static match => match.Groups["path"].Value).Distinct()];

        Assert.True(named.Length >= fewest, $"only {named.Length} paths are named");
        Assert.All(named, static path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [GeneratedRegex(@"(?<path>\b(src|tests|samples)/[\w./-]*\w)")]
    private static partial Regex NamedPath();
}
