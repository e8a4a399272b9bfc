using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>The reference assemblies that declarations are compiled against.</summary>
internal static class Framework
{
    private static readonly Lazy<MetadataReference[]> RunningReferences = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll"
                )
                .Where(path => Path.GetFileName(path) != "System.Numerics.Tensors.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
            .. Shared,
            Tensors("net10.0"),
        ]
    );

    private static readonly Lazy<MetadataReference[]> Net80References = new(() => [.. Net80.References.All, .. Shared, Tensors("net8.0")]);

    /// <summary>The framework that runs the tests.</summary>
    public static IReadOnlyList<MetadataReference> Running => RunningReferences.Value;

    /// <summary>The oldest supported framework.</summary>
    public static IReadOnlyList<MetadataReference> Oldest => Net80References.Value;

    /// <summary>What declarations use besides the framework.</summary>
    public static IReadOnlyList<PortableExecutableReference> Shared =>
        [
            MetadataReference.CreateFromFile(typeof(ConvolutionAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(CommunityToolkit.HighPerformance.Span2D<>).Assembly.Location),
        ];

    /// <summary>The tensor package's assembly for one framework; the copy beside the tests references the newest one.</summary>
    public static PortableExecutableReference Tensors(string framework)
    {
        string folder = typeof(Framework)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "TensorsFolder")
            .Value!;
        return MetadataReference.CreateFromFile(Path.Combine(folder, "lib", framework, "System.Numerics.Tensors.dll"));
    }
}
