using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>Finds out what the compilation offers to generated code.</summary>
internal static class TargetReader
{
    /// <summary>The first .NET that has all that generated code uses.</summary>
    private const int FirstFramework = 8;

    public static TargetInfo Read(Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LanguageVersion version = compilation is CSharpCompilation csharp
            ? csharp.LanguageVersion
            : LanguageVersion.Default.MapSpecifiedToEffectiveVersion();

        // Asked after every edit: the core library is at hand with the references, while a search for a type would first gather all names
        // of the source.
        IAssemblySymbol? core = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly;
        bool isFrameworkSupported = core is not null && core.Identity.Version.Major >= FirstFramework;
        return new TargetInfo(version.ToDisplayString(), version >= LanguageVersion.CSharp12, isFrameworkSupported);
    }
}
