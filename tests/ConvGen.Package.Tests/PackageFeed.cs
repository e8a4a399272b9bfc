using System.Globalization;

namespace ConvGen.Package.Tests;

/// <summary>
/// Packs ConvGen once, into a feed of its own under a temporary directory. Consumers are made beside the feed, with a packages folder
/// of their own, so that neither a stale package nor the repository's own build settings can reach them.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("convgen-package-");

    /// <summary>The version of the package, different in every run.</summary>
    public string Version { get; } = "0.0.1-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The package's file.</summary>
    public string PackagePath => Path.Combine(Feed, $"ConvGen.{Version}.nupkg");

    /// <summary>The files of the feed.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Feed).Select(static file => Path.GetFileName(file));

    private string Feed => Path.Combine(directory.FullName, "feed");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        // Only the package's version is set: another assembly version would rebuild what the other test projects are using.
        Cli.Result packed = await Cli.Dotnet(
            Repository.Root,
            "pack",
            "ConvGen.sln",
            "--no-build",
            "--nologo",
            "-c",
            Repository.Configuration,
            "-o",
            Feed,
            $"-p:PackageVersion={Version}"
        );
        packed.Succeeded();

        Write(
            "nuget.config",
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(directory.FullName, "packages")}" />
              </config>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """
        );

        // These end MSBuild's search for such files in the directories above.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A compiler server may still hold an analyzer open; the directory is temporary anyway.
        }

        return Task.CompletedTask;
    }

    /// <summary>Makes a project that references the package.</summary>
    /// <param name="name">The project's name, and its directory's.</param>
    /// <param name="framework">As in <c>net10.0</c>.</param>
    /// <param name="properties">More properties of the project, as XML.</param>
    /// <param name="source">Its only file of C#.</param>
    /// <returns>The project's directory.</returns>
    public string Consumer(string name, string framework, string properties, string source)
    {
        Write(
            Path.Combine(name, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <ImplicitUsings>disable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ConvGen" Version="{Version}" />
              </ItemGroup>
            </Project>
            """
        );
        Write(Path.Combine(name, "Code.cs"), source);
        return Path.Combine(directory.FullName, name);
    }

    /// <summary>Makes a directory for projects of any kind.</summary>
    internal string Folder(string name) => Directory.CreateDirectory(Path.Combine(directory.FullName, name)).FullName;

    /// <summary>Writes a file beside a consumer's project.</summary>
    internal static void AddFile(string consumer, string path, string text)
    {
        string full = Path.Combine(consumer, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Builds a consumer; no server process outlives the build.</summary>
    internal static Task<Cli.Result> Build(string consumer, params string[] more) =>
        Cli.Dotnet(consumer, ["build", "--nologo", "-v", "minimal", "-p:UseSharedCompilation=false", "-nodeReuse:false", .. more]);

    private void Write(string path, string text)
    {
        string full = Path.Combine(directory.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
