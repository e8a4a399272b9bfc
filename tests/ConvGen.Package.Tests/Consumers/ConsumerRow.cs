namespace ConvGen.Package.Tests.Consumers;

/// <summary>A project as a user may have it: what its settings are, and what it prints. It builds without any error or warning.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Framework">As in <c>net8.0</c>.</param>
/// <param name="Properties">More properties of the project, as XML.</param>
internal sealed record ConsumerRow(string Name, string Framework, string Properties)
{
    /// <summary>The project's directory, under a temporary one, and its file's name.</summary>
    public string Directory { get; init; } = Name;

    /// <summary>The program.</summary>
    public string Source { get; init; } = ConsumerSources.Program;

    /// <summary>What it prints.</summary>
    public string Output { get; init; } = ConsumerSources.Output;

    /// <summary>More files beside the project.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];
}
