using System.IO.Compression;
using System.Xml.Linq;

namespace ConvGen.Package.Tests;

/// <summary>What lies in the package, to the file.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void One_package_is_made() => Assert.Equal([$"ConvGen.{feed.Version}.nupkg"], feed.Files);

    [Fact]
    public void It_holds_the_attributes_three_analyzer_assemblies_and_the_compiler_check()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);

        // The container's own parts bear random names.
        string[] entries =
        [
            .. package.Entries.Select(static entry => entry.FullName)
                .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
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
                "lib/netstandard2.0/ConvGen.dll",
                "lib/netstandard2.0/ConvGen.xml",
            ],
            entries);
    }

    [Fact]
    public void It_has_a_licence_a_front_page_and_no_dependencies()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PackagePath);
        using Stream stream = package.GetEntry("ConvGen.nuspec")!.Open();
        XElement root = XElement.Load(stream);
        XElement Single(string name) => Assert.Single(root.Descendants(), element => element.Name.LocalName == name);

        Assert.Equal("MIT", Single("license").Value);
        Assert.Equal("README.md", Single("readme").Value);
        Assert.NotEmpty(Single("tags").Value);
        Assert.DoesNotContain(root.Descendants(), static element => element.Name.LocalName == "dependency");
    }
}
