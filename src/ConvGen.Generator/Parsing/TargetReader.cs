using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Parsing;

/// <summary>Finds out what the compilation offers to generated code.</summary>
internal static class TargetReader
{
    /// <summary>A type that .NET 8 brought and that generated code uses.</summary>
    private const string FrameworkMark = "System.Runtime.Intrinsics.Vector512";

    public static TargetInfo Read(Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LanguageVersion version = compilation is CSharpCompilation csharp ? csharp.LanguageVersion : LanguageVersion.Default.MapSpecifiedToEffectiveVersion();
#pragma warning disable RS0030 // asked once a compilation, in a step of its own whose result hardly ever changes
        bool isFrameworkSupported = compilation.GetTypeByMetadataName(FrameworkMark) is not null;
#pragma warning restore RS0030
        return new TargetInfo(version.ToDisplayString(), version >= LanguageVersion.CSharp12, isFrameworkSupported);
    }
}
