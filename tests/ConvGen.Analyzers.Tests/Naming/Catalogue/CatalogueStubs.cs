using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>
/// Assemblies with the names and signatures of libraries that the catalogue knows, and no code. Each is the file of its name under
/// <c>Stubs</c>; a first line <c>// references: A, B</c> names others that it needs.
/// </summary>
internal static class CatalogueStubs
{
    private const string References = "// references:";

    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests",
        "ConvGen.Analyzers.Tests",
        "Naming",
        "Catalogue",
        "Stubs"
    );
    private static readonly ConcurrentDictionary<string, Lazy<MetadataReference>> Compiled = new(StringComparer.Ordinal);

    /// <summary>The names of all of them.</summary>
    public static ImmutableArray<string> Names { get; } =
    [.. Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>All of them.</summary>
    public static ImmutableArray<MetadataReference> All => [.. Names.Select(Reference)];

    /// <summary>The assembly of a name, without the ones that it references.</summary>
    public static MetadataReference Reference(string name) => Compiled.GetOrAdd(name, static name => new(() => Compile(name))).Value;

    /// <summary>The assembly of a name, after the ones that it references.</summary>
    public static IEnumerable<MetadataReference> WithReferences(string name) =>
        [.. Needed(Source(name)).Select(Reference), Reference(name)];

    private static string Source(string name) => File.ReadAllText(Path.Combine(Folder, name + ".cs"));

    private static string[] Needed(string source)
    {
        string first = source[..source.IndexOf('\n', StringComparison.Ordinal)];
        return first.StartsWith(References, StringComparison.Ordinal)
            ? first[References.Length..].Split(',', StringSplitOptions.TrimEntries)
            : [];
    }

    private static PortableExecutableReference Compile(string name)
    {
        string source = Source(name);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), name + ".cs")],
            [.. ReferenceAssemblies.Net.Net80.References, .. Needed(source).Select(Reference)],
            TestCompilation.DefaultOptions.WithSpecificDiagnosticOptions([new("CS8618", ReportDiagnostic.Suppress)])
        );
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
