namespace ConvGen.Testing;

/// <summary>
/// Compares generated text with a file under the test project that a reviewer can read. <c>CONVGEN_UPDATE_SNAPSHOTS=1</c> in the environment
/// writes the files instead of comparing.
/// </summary>
public static class Snapshot
{
    private const string UpdateVariable = "CONVGEN_UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with <c>Snapshots/{name}.g.cs.txt</c>.</summary>
    public static void Verify(string name, string text)
    {
        if (Compare(DefaultDirectory, name, text) is { } difference)
        {
            throw new VerificationException(difference);
        }
    }

    /// <summary>What differs from the file, or null; a text that is being updated never differs.</summary>
    internal static string? Compare(string directory, string name, string text)
    {
        string path = Path.Combine(directory, name + ".g.cs.txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(path, text);
            return null;
        }

        return File.Exists(path)
            ? TextComparison.Compare(path, File.ReadAllText(path).ReplaceLineEndings("\n"), text)
            : $"There is no {path}; run the tests with {UpdateVariable}=1 to write it, then read it.\n\n{text}";
    }

    /// <summary>The folder <c>Snapshots</c> of the test project, which is the nearest folder above the test assembly with a project file.</summary>
    internal static string DefaultDirectory
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && folder.GetFiles("*.csproj").Length == 0)
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "Snapshots");
        }
    }
}
