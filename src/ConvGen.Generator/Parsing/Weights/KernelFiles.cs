using System.Collections.Immutable;
using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Generator.Parsing.Weights;

/// <summary>The project's additional files, in which kernel files are found by their paths from the project's directory.</summary>
internal sealed class KernelFiles(ImmutableArray<AdditionalText> files, string? projectDirectory)
{
    private const string ProjectDirectoryOption = "build_property.ProjectDir";

    /// <summary>No files at all.</summary>
    public static KernelFiles None { get; } = new(ImmutableArray<AdditionalText>.Empty, null);

    /// <summary>The files that analyzers see.</summary>
    public static KernelFiles Of(AnalyzerOptions options) =>
        new(options.AdditionalFiles, ProjectDirectory(options.AnalyzerConfigOptionsProvider));

    /// <summary>The project's directory, or null where the build does not tell it.</summary>
    public static string? ProjectDirectory(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(ProjectDirectoryOption, out string? directory) && directory.Length > 0 ? directory : null;

    /// <summary>A declaration with the files that its kernels name; one without a kernel file as it is.</summary>
    public Declaration Attach(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.Forwards.Count > 0)
        {
            return declaration with { Forwards = declaration.Forwards.Select(forward => Attach(forward, cancellation)).ToEquatableArray() };
        }

        KernelFile[] found =
        [
            .. declaration
                .Kernels.Where(static kernel => kernel.Kind == KernelDeclarationKind.File)
                .Select(kernel => Find(kernel.Text ?? "", cancellation)),
        ];
        return found.Length == 0 ? declaration : declaration with { File = found[0], FurtherFiles = found.Skip(1).ToEquatableArray() };
    }

    /// <summary>The text of the one file with a path.</summary>
    private KernelFile Find(string path, CancellationToken cancellation)
    {
        if (path.Trim().Length == 0)
        {
            return new KernelFile(null, "the path is empty", "write the file's path from the project's directory");
        }

        bool isRooted = IsRooted(Normalized(path));
        if (!isRooted && projectDirectory is null)
        {
            return new KernelFile(
                null,
                "the build does not tell the project's directory",
                "add <CompilerVisibleProperty Include=\"ProjectDir\" /> to the project"
            );
        }

        string wanted = Normalized(isRooted ? path : projectDirectory + "/" + path);

        // Paths that differ in case alone are one file on some systems and two on others; the exact one is preferred, so that a build means
        // the same everywhere.
        AdditionalText[] found = Matching(wanted, StringComparison.Ordinal);
        found = found.Length > 0 ? found : Matching(wanted, StringComparison.OrdinalIgnoreCase);
        return found.Length switch
        {
            0 => new KernelFile(
                null,
                $"no additional file has the path '{wanted}'",
                $"add <AdditionalFiles Include=\"{path}\" /> to the project, or correct the path"
            ),
            1 => found[0].GetText(cancellation) is { } text
                ? new KernelFile(text.ToString(), null, null)
                : new KernelFile(null, $"'{wanted}' is listed, and cannot be opened", "see whether it exists"),
            _ => new KernelFile(null, $"{MessageText.Text(found.Length)} additional files have the path '{wanted}'", "list it once"),
        };
    }

    private AdditionalText[] Matching(string path, StringComparison comparison) =>
        files.Where(file => string.Equals(Normalized(file.Path), path, comparison)).ToArray();

    private static bool IsRooted(string path) => path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');

    /// <summary>A path with <c>/</c> between its parts, and without <c>.</c>, <c>..</c> and empty ones.</summary>
    private static string Normalized(string path)
    {
        List<string> parts = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                // An empty first part is the root.
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }
}
