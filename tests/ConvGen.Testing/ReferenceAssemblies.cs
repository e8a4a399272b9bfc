using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Testing;

/// <summary>The framework that a test's source is compiled against.</summary>
/// <param name="Name">Its name, as in <c>net8.0</c>.</param>
/// <param name="References">Its assemblies.</param>
public sealed record ReferenceAssemblies(string Name, ImmutableArray<MetadataReference> References)
{
    /// <summary>Versions of .NET.</summary>
    public static class Net
    {
        /// <summary>The lowest framework that generated code supports.</summary>
        public static ReferenceAssemblies Net80 { get; } = new("net8.0", [.. Basic.Reference.Assemblies.Net80.References.All]);

        /// <summary>The framework that the tests run on, in which some methods of arrays bind differently.</summary>
        public static ReferenceAssemblies Net100 { get; } = new(
            "net10.0",
            [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
                .Select(path => MetadataReference.CreateFromFile(path))]);
    }

    /// <summary>Versions of .NET Standard.</summary>
    public static class NetStandard
    {
        /// <summary>A framework that generated code does not support.</summary>
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0", [.. Basic.Reference.Assemblies.NetStandard20.References.All]);
    }
}
