using System.Reflection;

namespace ConvGen.LongRun;

/// <summary>A test project of the repository.</summary>
/// <param name="Name">As in <c>ConvGen.Execution.Tests</c>.</param>
/// <param name="Path">Its file.</param>
internal sealed record TestProject(string Name, string Path)
{
    /// <summary>The directory of the repository that this program was built from.</summary>
    public static string RepositoryRoot { get; } =
        typeof(TestProject)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    /// <summary>All of them, by name.</summary>
    public static IEnumerable<TestProject> FindAll(string repository) =>
        Directory
            .EnumerateDirectories(System.IO.Path.Combine(repository, "tests"))
            .SelectMany(static directory => Directory.EnumerateFiles(directory, "*.Tests.csproj"))
            .Select(static file => new TestProject(System.IO.Path.GetFileNameWithoutExtension(file), file))
            .OrderBy(static project => project.Name, StringComparer.Ordinal);
}
