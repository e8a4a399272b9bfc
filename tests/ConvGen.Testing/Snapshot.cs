using Microsoft.CodeAnalysis.Testing;

namespace ConvGen.Testing;

/// <summary>
/// Compares generated text with a file under the test project that a reviewer can read. <c>CONVGEN_UPDATE_SNAPSHOTS=1</c> in the
/// environment
/// writes the files instead of comparing.
/// </summary>
public static class Snapshot
{
    private const string UpdateVariable = "CONVGEN_UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with <c>Snapshots/{name}.g.cs.txt</c>.</summary>
    public static void Verify(string name, string text)
    {
        string path = PathOf(name);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(DefaultDirectory);
            File.WriteAllText(path, text);
            return;
        }

        DefaultVerifier verifier = new();
        verifier.True(File.Exists(path), $"There is no {path}; run the tests with {UpdateVariable}=1 to write it, then read it.\n\n{text}");
        verifier.EqualOrDiff(Read(name), text, $"{path} differs from what is generated");
    }

    /// <summary>The text of <c>Snapshots/{name}.g.cs.txt</c>, for a test that expects it beside others.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    /// <summary>The folder of the repository, in which those of the tests and of the samples lie.</summary>
    public static string RepositoryDirectory => Path.GetFullPath(Path.Combine(ProjectDirectory, "..", ".."));

    private static string DefaultDirectory => Path.Combine(ProjectDirectory, "Snapshots");

    /// <summary>The folder of the test project: the nearest one above the test assembly with a project file.</summary>
    private static string ProjectDirectory
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && folder.GetFiles("*.csproj").Length == 0)
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? AppContext.BaseDirectory;
        }
    }

    private static string PathOf(string name) => Path.Combine(DefaultDirectory, name + ".g.cs.txt");
}
