using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Headers are right when the compiler takes the generated part for the implementation of the user's, without a warning.</summary>
public class RepeatedHeaderTests
{
    private const string Attributes = "[Convolution, Kernel(\"1 2 1\")] ";

    private const string Buffers = "(ReadOnlySpan<byte> source, Span<byte> destination);";

    [Theory]
    [InlineData("partial class C { " + Attributes + "public static partial void M" + Buffers + " }")]
    [InlineData("partial class C { " + Attributes + "partial void M" + Buffers + " }")]
    [InlineData("partial class C { " + Attributes + "protected internal virtual partial void @switch" + Buffers + " }")]
    [InlineData(
        "abstract class B { public abstract void M"
            + Buffers
            + " } partial class C : B { "
            + Attributes
            + "public sealed override partial void M"
            + Buffers
            + " }"
    )]
    [InlineData(
        "class B { public void M(ReadOnlySpan<byte> a, Span<byte> b) { } } partial class C : B { "
            + Attributes
            + "public new partial void M"
            + Buffers
            + " }"
    )]
    [InlineData("partial struct S { " + Attributes + "public readonly partial void M" + Buffers + " }")]
    [InlineData("ref partial struct S { " + Attributes + "public partial void M" + Buffers + " }")]
    [InlineData("partial record R(int X) { " + Attributes + "internal static partial void M" + Buffers + " }")]
    [InlineData("readonly partial record struct R(int X) { " + Attributes + "private static partial void M" + Buffers + " }")]
    [InlineData("partial interface I<in T, out U> { " + Attributes + "public static partial void M" + Buffers + " }")]
    [InlineData("partial interface I { " + Attributes + "private partial void M" + Buffers + " }")]
    [InlineData("static partial class C { " + Attributes + "public static partial byte[] M(this byte[] source); }")]
    [InlineData("partial class C { " + Attributes + "internal static partial byte[] M(params byte[] source); }")]
    [InlineData("partial class C { " + Attributes + "internal static partial byte[] M(params ReadOnlySpan<byte> source); }")]
    [InlineData(
        "partial class C { "
            + Attributes
            + "static partial void M(in ReadOnlySpan<byte> source, scoped Span<byte> destination, int length = 5); }"
    )]
    [InlineData(
        "partial class C { "
            + Attributes
            + "static partial void M(ref readonly ReadOnlySpan<byte> source, scoped in Span<byte> destination); }"
    )]
    [InlineData("partial class C { " + Attributes + "internal static partial float[]? M(float[]? source); }")]
    [InlineData(
        "namespace A.@namespace { partial class Outer<T, @in> where T : class { partial struct Inner<U> where U : unmanaged { "
            + Attributes
            + "internal static partial void M<V>"
            + Buffers
            + " } } }"
    )]
    [InlineData(
        "interface I<T> { } partial class C { "
            + Attributes
            + "static partial void M<T, U>(ReadOnlySpan<byte> source, Span<byte> destination) where T : class?, I<string?>, new() where U : struct, Enum; }"
    )]
    [InlineData("#nullable disable\npartial class C { " + Attributes + "internal static partial float[] M(float[] source); }")]
    public void Accepted_methods_compile(string source) => Assert.Empty(Problems(source));

    [Theory]
    [InlineData(
        "namespace System { class Evil { } } namespace N { class System { } class Span { } class global { } class @int { } partial class C { "
            + Attributes
            + "private static partial (List<string?>? @in, int count)[] M(string? @event, Dictionary<string, @int?> map, dynamic any, (int a, int b) pair); } }"
    )]
    [InlineData("unsafe partial class C { " + Attributes + "public static partial void M(int* source, delegate*<int, void> f); }")]
    [InlineData("partial class C { " + Attributes + "public static unsafe partial ref readonly int M(int* a); }")]
    [InlineData("partial class C { " + Attributes + "public static partial void M(out int a, ref string? b, in (int x, int y) c); }")]
    [InlineData("partial class C { " + Attributes + "public static partial T? M<T>(T? a); }")]
    [InlineData(
        "abstract class B { public abstract T? M<T>(T? a) where T : class; } partial class C : B { "
            + Attributes
            + "public override partial T? M<T>(T? a) where T : class; }"
    )]
    [InlineData(
        "partial class C { class Private { } "
            + Attributes
            + "private static partial void M(Private[] source, Span<decimal> destination); }"
    )]
    public void Refused_methods_compile_too(string source) => Assert.Empty(Problems(source));

    [Fact]
    public void A_header_that_disagreed_would_be_found() =>
        Assert.NotEmpty(
            Problems(
                "partial class C { "
                    + Attributes
                    + "static partial void M"
                    + Buffers
                    + " static partial void N(); static partial int O(); }"
            )
        );

    [Fact]
    public void A_method_that_is_declared_twice_does_not_fail_the_generator()
    {
        const string method = Attributes + "static partial void M" + Buffers;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new ConvolutionGenerator());
        GeneratorRunResult result = driver
            .RunGenerators(Compilations.Of("partial class C { " + method + method + " }"))
            .GetRunResult()
            .Results.Single();
        Assert.Null(result.Exception);

        // No targets tell that analyzers come, so the generator names what the compiler stops at, and nothing else.
        Assert.All(result.Diagnostics, static diagnostic => Assert.Equal("CONV001", diagnostic.Id));
    }

    /// <summary>Errors and warnings of the snippet with what is generated for it.</summary>
    private static IEnumerable<Diagnostic> Problems(string source)
    {
        CSharpCompilation compilation = Compilations.Of(source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ConvolutionGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options
        );
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}
