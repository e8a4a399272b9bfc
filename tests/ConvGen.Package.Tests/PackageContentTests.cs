using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConvGen.Package.Tests;

/// <summary>What lies in the package, to the file.</summary>
[Collection(PackageFeedTests.Name)]
public sealed partial class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void One_package_is_made_and_one_of_symbols()
    {
        Assert.Equal([$"ConvGen.{feed.Version}.nupkg", $"ConvGen.{feed.Version}.snupkg"], feed.Files.Order(StringComparer.Ordinal));

        using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(feed.PackagePath, "snupkg"));
        Assert.Contains(symbols.Entries, static entry => entry.FullName == "lib/netstandard2.0/ConvGen.pdb");
    }

    [Fact]
    public void It_holds_the_attributes_three_analyzer_assemblies_and_the_compiler_check()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);

        // The container's own parts bear random names.
        string[] entries =
        [
            .. package
                .Entries.Select(static entry => entry.FullName)
                .Where(static name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml"
                )
                .Where(static name => !name.StartsWith("docs/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "ConvGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/ConvGen.Analyzers.dll",
                "analyzers/dotnet/cs/ConvGen.CodeFixes.dll",
                "analyzers/dotnet/cs/ConvGen.Generator.dll",
                "build/ConvGen.props",
                "build/ConvGen.targets",
                "buildTransitive/ConvGen.props",
                "buildTransitive/ConvGen.targets",
                "icon.png",
                "lib/netstandard2.0/ConvGen.dll",
                "lib/netstandard2.0/ConvGen.xml",
            ],
            entries
        );
    }

    [Fact]
    public void It_holds_every_page_and_the_links_between_them_hold()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);
        string[] pages =
        [
            .. package
                .Entries.Select(static entry => entry.FullName)
                .Where(static name => name.StartsWith("docs/", StringComparison.Ordinal)),
        ];
        string source = Path.Combine(Repository.Root, "src", "ConvGen.Analyzers");
        string[] rules =
        [
            .. new[] { "Declarations", "Naming", "Hints" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(source, folder), "CONV*.md"))
                .Select(path => "docs/ConvGen.Analyzers/" + Path.GetRelativePath(source, path).Replace('\\', '/')),
        ];

        Assert.True(rules.Length > 40, $"{rules.Length} pages of rules");
        Assert.Empty(rules.Except(pages));
        int links = 0;
        foreach (string page in pages.Where(static name => name.EndsWith(".md", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(package.GetEntry(page)!.Open());
            foreach (Match match in RelativeLink().Matches(reader.ReadToEnd()))
            {
                string target = new Uri(new Uri("file:///" + page), match.Groups["target"].Value).AbsolutePath[1..];
                Assert.True(pages.Contains(target), $"{page} links to {target}");
                links++;
            }
        }

        Assert.True(links > 40, $"{links} links");
    }

    [GeneratedRegex(@"\]\((?!https:)(?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex RelativeLink();

    [Fact]
    public void It_has_a_licence_a_front_page_and_no_dependencies()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);
        using Stream stream = package.GetEntry("ConvGen.nuspec")!.Open();
        XElement root = XElement.Load(stream);
        XElement Single(string name) => Assert.Single(root.Descendants(), element => element.Name.LocalName == name);

        Assert.Equal("MIT", Single("license").Value);
        Assert.Equal("README.md", Single("readme").Value);
        Assert.Equal("icon.png", Single("icon").Value);
        Assert.Contains("## 0.1.0", Single("releaseNotes").Value, StringComparison.Ordinal);
        Assert.NotEmpty(Single("tags").Value);
        Assert.DoesNotContain(root.Descendants(), static element => element.Name.LocalName == "dependency");
    }
}
