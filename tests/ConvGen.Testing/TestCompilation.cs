using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace ConvGen.Testing;

/// <summary>Compiles test sources.</summary>
public static class TestCompilation
{
    /// <summary>The assembly with the attributes.</summary>
    public static MetadataReference ConvGenReference { get; } =
        MetadataReference.CreateFromFile(typeof(ConvolutionAttribute).Assembly.Location);

    /// <summary>How test sources are compiled unless a test says otherwise.</summary>
    public static CSharpCompilationOptions DefaultOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>A compilation of the sources, which become <c>Test0.cs</c>, <c>Test1.cs</c> and so on.</summary>
    public static CSharpCompilation Create(
        IEnumerable<string> sources,
        ReferenceAssemblies? framework = null,
        LanguageVersion language = LanguageVersion.CSharp12,
        IEnumerable<MetadataReference>? references = null
    )
    {
        CSharpParseOptions options = new(language, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "TestProject",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, PathOf(index), System.Text.Encoding.UTF8)),
            [.. (framework ?? ReferenceAssemblies.Net.Net80).References, ConvGenReference, .. references ?? []],
            DefaultOptions
        );
    }

    /// <summary>The path of a test's source file.</summary>
    internal static string PathOf(int index) => FormattableString.Invariant($"/Test{index}.cs");
}
