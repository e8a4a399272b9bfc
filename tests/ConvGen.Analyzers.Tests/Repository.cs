namespace ConvGen.Analyzers.Tests;

/// <summary>Files of the repository that belong to the rules.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the analyzers' project.</summary>
    public static string Analyzers => Path.Combine(Root, "src", "ConvGen.Analyzers");

    /// <summary>The pages of all rules.</summary>
    public static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Analyzers, "CONV*.md", SearchOption.AllDirectories)
            .Where(path =>
                !Path.GetRelativePath(Analyzers, path).StartsWith("bin", StringComparison.Ordinal)
                && !Path.GetRelativePath(Analyzers, path).StartsWith("obj", StringComparison.Ordinal)
            );

    /// <summary>The rows of both release files.</summary>
    public static IEnumerable<string> ReleaseRows =>
        new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(name => File.ReadLines(Path.Combine(Analyzers, name)))
            .Where(line => line.StartsWith("CONV", StringComparison.Ordinal));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConvGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
