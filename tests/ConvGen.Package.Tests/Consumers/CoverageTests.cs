using System.Xml.Linq;
using ConvGen.LongRuns;

namespace ConvGen.Package.Tests.Consumers;

/// <summary>coverlet counts the user's lines, and none of a generated file, which lies on no disk.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class CoverageTests(PackageFeed feed)
{
    private const string Filters = """
        using System;
        using ConvGen;

        namespace Covered;

        public static partial class Filters
        {
            [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
            public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

            [Correlation, Kernel("1 2 1")]
            public static partial float[] Slide(float[] source);

            [Unfold, KernelShape(3)]
            public static partial void Windows(ReadOnlySpan<float> source, Span<float> destination);

            public static float[] Twice(float[] source)
            {
                float[] once = Slide(source);
                return Slide(once);
            }
        }
        """;

    private const string Tests = """
        using Covered;
        using Xunit;

        public class FilterTests
        {
            [Fact]
            public void Slides_twice()
            {
                Filters.Smooth(new byte[9], 3, 3, new byte[9]);
                Filters.Windows(new float[2], new float[6]);
                Assert.Equal(new float[] { 5, 4, 1 }, Filters.Twice([1, 0, 0]));
            }
        }
        """;

    [LongTheory]
    [InlineData("coverlet.collector", "6.0.4", "--collect", "XPlat Code Coverage")]
    [InlineData("coverlet.collector", "10.0.1", "--collect", "XPlat Code Coverage")]
    [InlineData("coverlet.msbuild", "6.0.0", "-p:CollectCoverage=true", "-p:CoverletOutputFormat=cobertura")]
    public async Task Only_lines_of_the_user_are_counted(string package, string version, params string[] arguments)
    {
        string library = feed.Consumer("Covered." + package + version, "net10.0", "<Nullable>enable</Nullable>", Filters);
        string tests = feed.Folder("Covering." + package + version);
        PackageFeed.AddFile(tests, "Tests.cs", Tests);
        PackageFeed.AddFile(
            tests,
            "Tests.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsPackable>false</IsPackable></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <PackageReference Include="{package}" Version="{version}" />
                <ProjectReference Include="{Directory.EnumerateFiles(library, "*.csproj").Single()}" />
              </ItemGroup>
            </Project>
            """
        );

        (await Cli.Dotnet(tests, ["test", "--nologo", "-nodeReuse:false", .. arguments])).Succeeded();

        XDocument report = XDocument.Load(Directory.EnumerateFiles(tests, "coverage*.cobertura.xml", SearchOption.AllDirectories).First());
        XElement[] types = [.. report.Descendants("class")];
        Assert.Equal(["Code.cs"], types.Select(type => Path.GetFileName((string)type.Attribute("filename")!)).Distinct());
        IEnumerable<string> lines = types
            .Elements("lines")
            .Elements("line")
            .Select(line => (string)line.Attribute("number")! + ":" + (string)line.Attribute("hits")!)
            .Distinct();
        Assert.Equal(["18:1", "19:1", "20:1", "21:1"], lines.Order(StringComparer.Ordinal));
    }
}
