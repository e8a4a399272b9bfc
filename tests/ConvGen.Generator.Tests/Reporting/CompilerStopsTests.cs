using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Reporting;

/// <summary>What is said about the compiler's own errors, against the compiler.</summary>
public class CompilerStopsTests
{
    // The attributes are written as @.
    [Theory]
    [InlineData("public partial class C { @ public static partial float[] M(float[] source); }", false)]
    [InlineData("public partial class C { [Convolution, Kernel(\"1 x 1\")] public static partial float[] M(float[] source); }", false)]
    [InlineData("public class C { @ public static partial float[] M(float[] source); }", true)]
    [InlineData("public class C { @ static partial void M(float[] source); }", true)]
    [InlineData("public class C { partial class D { @ public static partial float[] M(float[] source); } }", true)]
    [InlineData("public class C { partial class D { @ static partial void M(float[] source); } }", false)]
    [InlineData("file partial class C { @ public static partial float[] M(float[] source); }", true)]
    [InlineData("file partial class C { @ static partial void M(float[] source); }", false)]
    [InlineData("public partial class C { @ public static float[] M(float[] source); }", true)]
    [InlineData("public partial class C { @ public static float[] M(float[] source) => source; }", false)]
    [InlineData("public partial class C { @ public static partial float[] M(float[] source) => source; }", true)]
    [InlineData("public partial class C { @ static partial void M(float[] source); static partial void M(float[] source) { } }", false)]
    [InlineData("public partial interface C { @ float[] M(float[] source); }", false)]
    [InlineData("public abstract partial class C { @ public abstract float[] M(float[] source); }", false)]
    [InlineData("public abstract partial class C { @ public abstract partial float[] M(float[] source); }", true)]
    [InlineData("public partial class C { @ public static extern partial float[] M(float[] source); }", true)]
    [InlineData("interface I { void M(float[] source); } partial class C : I { @ partial void I.M(float[] source); }", true)]
    [InlineData("public partial class C { @ static partial void M(int a); @ static partial void M(int a); }", true)]
    [InlineData("public partial class C { @ public static partial Missing M(float[] source); }", true)]
    [InlineData("public partial class C { @ static partial void M(System.Collections.Generic.List<Missing[]> source); }", true)]
    public void The_compiler_agrees(string source, bool stops) =>
        Check(source, ReferenceAssemblies.Net.Net80, LanguageVersion.CSharp12, stops);

    [Theory]
    [InlineData("public static partial float[] M(float[] source);", LanguageVersion.CSharp7_3, true)]
    [InlineData("public static partial float[] M(float[] source);", LanguageVersion.CSharp8, true)]
    [InlineData("public static partial float[] M(float[] source);", LanguageVersion.CSharp9, false)]
    [InlineData("static partial void M(float[] source, float[] destination);", LanguageVersion.CSharp7_3, false)]
    [InlineData("static partial void M(System.ReadOnlySpan<float> source, float[] destination);", LanguageVersion.CSharp12, true)]
    public void The_compiler_agrees_on_an_old_framework(string method, LanguageVersion language, bool stops) =>
        Check("public partial class C { @ " + method + " }", ReferenceAssemblies.NetStandard.NetStandard20, language, stops);

    private static void Check(string source, ReferenceAssemblies framework, LanguageVersion language, bool stops)
    {
        string complete = "using ConvGen; " + source.Replace("@", "[Convolution, Kernel(\"1 2 1\")]", StringComparison.Ordinal);
        CSharpCompilation compilation = TestCompilation.Create([complete], framework, language);

        // Old languages have no nullable references, and the compiler would stop at that.
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));
        GeneratorRun run = GeneratorRun.Create(compilation);

        Assert.Equal(stops, Compilations.ReadAll(compilation).First().StopsCompiler);
        Assert.Equal(stops, run.Output.GetDeclarationDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
