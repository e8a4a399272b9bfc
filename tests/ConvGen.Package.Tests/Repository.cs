using System.Reflection;

namespace ConvGen.Package.Tests;

/// <summary>What the build knew and the tests need: where the repository lies and how it was built.</summary>
internal static class Repository
{
    /// <summary>The repository's directory.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The configuration of this build, <c>Debug</c> or <c>Release</c>; the package is made from the same.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The packages that this build restored.</summary>
    public static string NuGetPackages { get; } = Metadata("NuGetPackages");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
