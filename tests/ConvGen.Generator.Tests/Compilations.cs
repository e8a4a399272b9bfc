using Basic.Reference.Assemblies;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests;

/// <summary>Compiles snippets against the reference assemblies of a framework and ConvGen's attributes.</summary>
internal static class Compilations
{
    /// <summary>Stand-ins with the metadata names of the shaped carriers, which .NET itself does not hold.</summary>
    private const string ShapedCarriers = """
        namespace CommunityToolkit.HighPerformance
        {
            public ref struct Span2D<T>;
            public ref struct ReadOnlySpan2D<T>;
        }

        namespace System.Numerics.Tensors
        {
            public ref struct TensorSpan<T>;
            public ref struct ReadOnlyTensorSpan<T>;
        }
        """;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using CommunityToolkit.HighPerformance;
        global using System.Numerics.Tensors;
        global using ConvGen;
        """;

    /// <summary>What generated code needs: C# 12 and .NET 8.</summary>
    public static TargetInfo Target { get; } = new("12.0", true, true);

    /// <summary>A compilation of <paramref name="source"/> for .NET 8 with the usual usings.</summary>
    public static CSharpCompilation Of(
        string source,
        LanguageVersion language = LanguageVersion.Latest,
        DocumentationMode documentation = DocumentationMode.None,
        string path = "Snippet.cs"
    )
    {
        CSharpParseOptions options = new(language, documentation);
        return CSharpCompilation.Create(
            "Snippet",
            [
                CSharpSyntaxTree.ParseText(source, options, path),
                CSharpSyntaxTree.ParseText(ShapedCarriers, options, "Carriers.cs"),
                CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"),
            ],
            [.. Net80.References.All, Attributes],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    /// <summary>A compilation for a framework older than .NET 8.</summary>
    public static CSharpCompilation ForNetStandard(string source) =>
        CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(source)],
            [.. NetStandard20.References.All, Attributes],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    /// <summary>The declaration of the first method that carries one of ConvGen's attributes.</summary>
    public static Declaration Read(string source, DocumentationMode documentation = DocumentationMode.None) =>
        ReadAll(Of(source, documentation: documentation)).First();

    /// <summary>
    /// Wraps members in a partial class, checks that nothing but missing implementing parts is wrong with them, and reads the declaration.
    /// </summary>
    public static Declaration ReadMember(string member)
    {
        CSharpCompilation compilation = Of("public partial class Filters\n{\n" + member + "\n}\n");
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS8795"));
        return ReadAll(compilation).First();
    }

    /// <summary>Reads and judges one member of a partial class.</summary>
    public static ParseResult Parse(string member) => DeclarationParser.Parse(ReadMember(member), Target);

    /// <summary>The declarations of all methods in the compilation's source.</summary>
    public static IEnumerable<Declaration> ReadAll(CSharpCompilation compilation) =>
        Methods(compilation.Assembly.GlobalNamespace)
            .Select(static method => DeclarationReader.Read(method, CancellationToken.None))
            .OfType<Declaration>();

    private static MetadataReference Attributes => MetadataReference.CreateFromFile(typeof(ConvolutionAttribute).Assembly.Location);

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .SelectMany(static member =>
                member switch
                {
                    INamespaceOrTypeSymbol inner => Methods(inner),
                    IMethodSymbol method => [method],
                    _ => [],
                }
            );
}
