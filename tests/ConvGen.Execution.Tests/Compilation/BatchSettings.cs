using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>How a batch is compiled.</summary>
internal sealed record BatchSettings
{
    /// <summary>A project of the oldest framework and language, without nullable types, that checks overflow.</summary>
    public static BatchSettings Oldest { get; } =
        new()
        {
            References = Framework.Oldest,
            Language = LanguageVersion.CSharp12,
            Nullable = NullableContextOptions.Disable,
            ChecksOverflow = true,
        };

    public IReadOnlyList<MetadataReference> References { get; init; } = Framework.Running;

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool ChecksOverflow { get; init; }

    /// <summary>The culture in which the generator runs.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The assembly's name, or null for one that nothing else has.</summary>
    public string? AssemblyName { get; init; }

    /// <summary>The vector widths that the assembly names; none for one that names none, and has code for all.</summary>
    public VectorWidths Widths { get; init; }

    /// <summary>What is done to the generated text before it is compiled.</summary>
    public Func<string, string>? Rewrite { get; init; }

    /// <summary>Additional files: path and text.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    /// <summary>Whether the generator's plans are kept beside its text.</summary>
    public bool KeepsPlans { get; init; }

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;
}
