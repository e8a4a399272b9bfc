using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>What a debugger stops at and coverage counts.</summary>
public class SequencePointTests
{
    [Fact]
    public void The_users_own_methods_have_no_lines_in_generated_files()
    {
        GeneratedCode code = GeneratedCode
            .Of(
                """
                using System;
                using ConvGen;

                public static partial class Filters
                {
                    [Convolution, Kernel("1 2 1; 2 4 2; 1 2 1", Divisor = 16)]
                    public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

                    [Correlation, Kernel("1 2 1")]
                    public static partial float[] Slide(float[] source);

                    [Unfold, KernelShape(3)]
                    public static partial void Windows(ReadOnlySpan<float> source, Span<float> destination);

                    public static int Own() => 1;
                }
                """,
                documentation: DocumentationMode.None
            )
            .Clean();

        Dictionary<string, List<string>> lines = Lines(code);

        Assert.Equal(["User.cs"], lines["Filters.Own"]);
        Assert.All(["Filters.Smooth", "Filters.Slide", "Filters.Windows"], method => Assert.Empty(lines[method]));
        Assert.All(
            ["SmoothEntry_", "SlideEntry_", "WindowsEntry_"],
            type => Assert.Contains(lines, method => method.Key.Contains(type, StringComparison.Ordinal) && method.Value.Count > 0)
        );
    }

    /// <summary>The files of the visible sequence points of each method.</summary>
    private static Dictionary<string, List<string>> Lines(GeneratedCode code)
    {
        using MemoryStream assembly = new();
        using MemoryStream symbols = new();
        EmitOptions options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
        Assert.True(code.Compilation.Emit(assembly, symbols, options: options).Success);
        assembly.Position = 0;
        symbols.Position = 0;
        using PEReader image = new(assembly);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader metadata = image.GetMetadataReader();
        MetadataReader debugging = provider.GetMetadataReader();
        return metadata
            .MethodDefinitions.GroupBy(handle => Name(metadata, metadata.GetMethodDefinition(handle)), StringComparer.Ordinal)
            .ToDictionary(methods => methods.Key, methods => methods.SelectMany(handle => Files(debugging, handle)).Distinct().ToList());
    }

    private static string Name(MetadataReader metadata, MethodDefinition method) =>
        metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name) + "." + metadata.GetString(method.Name);

    private static IEnumerable<string> Files(MetadataReader debugging, MethodDefinitionHandle method) =>
        debugging
            .GetMethodDebugInformation(method.ToDebugInformationHandle())
            .GetSequencePoints()
            .Where(point => !point.IsHidden)
            .Select(point => Path.GetFileName(debugging.GetString(debugging.GetDocument(point.Document).Name)));
}
