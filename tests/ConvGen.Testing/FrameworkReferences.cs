using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace ConvGen.Testing;

/// <summary>
/// The assemblies of a framework. They come from packages of the test project and are shared by all tests; the test library itself would
/// download them while the tests run.
/// </summary>
public static class FrameworkReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> NetStandard20 = new(() =>
        [.. Basic.Reference.Assemblies.NetStandard20.References.All]
    );
    private static readonly Lazy<ImmutableArray<MetadataReference>> Net80 = new(() => [.. Basic.Reference.Assemblies.Net80.References.All]);

    /// <summary>What the tests themselves run on.</summary>
    private static readonly Lazy<ImmutableArray<MetadataReference>> Net100 = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    extension(ReferenceAssemblies framework)
    {
        /// <summary>The assemblies.</summary>
        public ImmutableArray<MetadataReference> References =>
            framework.TargetFramework switch
            {
                "netstandard2.0" => NetStandard20.Value,
                "net8.0" => Net80.Value,
                "net10.0" => Net100.Value,
                string other => throw new NotSupportedException(
                    $"No assemblies of {other} are at hand; add them to {nameof(FrameworkReferences)}."
                ),
            };
    }
}
