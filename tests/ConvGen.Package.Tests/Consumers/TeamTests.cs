using System.Security.Cryptography;
using ConvGen.LongRuns;

namespace ConvGen.Package.Tests.Consumers;

/// <summary>Projects beside each other: pairs that see each other's internals, signatures, and builds that must not differ.</summary>
[Collection(PackageFeedTests.Name)]
public sealed class TeamTests(PackageFeed feed)
{
    private const string Strict = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable>";

    /// <summary>The same type and methods in every project.</summary>
    private const string Filters = """
        using System;
        using ConvGen;

        namespace Imaging.PROJECT
        {
            internal static partial class Filters
            {
                [Correlation(Mode = OutputMode.Valid), Kernel("100 10 1")]
                internal static partial int[] Slide(int[] source);

                [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
                internal static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);
            }
        }
        """;

    private const string Program = """

        namespace Imaging
        {
            internal static class Program
            {
                private static void Main() =>
                    Console.WriteLine(string.Join(' ', Inner.Filters.Slide(Outer.Filters.Slide([3, 1, 4, 1, 5]))));
            }
        }
        """;

    [LongFact]
    public async Task Two_projects_that_see_each_others_internals()
    {
        string inner = feed.Consumer("Inner", "net10.0", Strict, Named("Inner"));
        PackageFeed.AddFile(inner, "Friend.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Outer\")]\n");
        string outer = feed.Consumer("Outer", "net10.0", Strict + "<OutputType>Exe</OutputType>", Named("Outer") + Program);
        string reference = $"""<ProjectReference Include="{Path.Combine(inner, "Inner.csproj")}" />""";
        PackageFeed.AddFile(outer, "Directory.Build.targets", $"<Project><ItemGroup>{reference}</ItemGroup></Project>");

        Assert.Empty((await PackageFeed.Build(outer)).Succeeded().Codes);

        // 314 141 415 in turn: 100 * 314 + 10 * 141 + 415.
        Assert.Equal("33225\n", (await Cli.Dotnet(outer, Path.Combine("bin", "Debug", "net10.0", "Outer.dll"))).Succeeded().Text);
    }

    [LongFact]
    public async Task A_signed_project_has_no_warning()
    {
        using RSACryptoServiceProvider key = new(2048);
        const string signed = "<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile>";
        string consumer = feed.Consumer("Signed", "net10.0", Strict + signed, Named("Signed"));
        await File.WriteAllBytesAsync(Path.Combine(consumer, "key.snk"), key.ExportCspBlob(includePrivateParameters: true));

        Assert.Empty((await PackageFeed.Build(consumer)).Succeeded().Codes);
    }

    [LongFact]
    public async Task Two_builds_give_the_same_bytes()
    {
        string consumer = feed.Consumer("Twice", "net10.0", Strict + "<DebugType>embedded</DebugType>", Named("Twice"));
        List<byte[]> assemblies = [];
        for (int build = 0; build < 2; build++)
        {
            (await PackageFeed.Build(consumer, "-c", "Release")).Succeeded();
            assemblies.Add(await File.ReadAllBytesAsync(Path.Combine(consumer, "bin", "Release", "net10.0", "Twice.dll")));
            Directory.Delete(Path.Combine(consumer, "obj"), recursive: true);
            Directory.Delete(Path.Combine(consumer, "bin"), recursive: true);
        }

        Assert.NotEmpty(assemblies[0]);
        Assert.Equal(assemblies[0], assemblies[1]);
    }

    private static string Named(string project) => Filters.Replace("PROJECT", project, StringComparison.Ordinal);
}
