using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>
/// Attributes in places and numbers that nobody meant: whatever they do to their own method, every other method of the project keeps its
/// body.
/// </summary>
public class AttributeTargetTests
{
    private const string Fine =
        "public static partial class Other { [Correlation, Kernel(\"1 2 1\", Divisor = 4)] public static partial void Fine(ReadOnlySpan<byte> source, Span<byte> destination); }";
    private const string Line = " public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination);";

    /// <summary>Members of a class, and how many methods of it are implemented.</summary>
    public static TheoryData<string, int> Members =>
        new()
        {
            { "[Unfold, KernelShape(3)] [return: Kernel(\"1 2 1\")]" + Line, 1 },
            { "[return: Unfold, KernelShape(3)]" + Line, 0 },
            { "[return: Correlation] [Correlation, Kernel(\"1\")]" + Line, 1 },
            { "[return: Convolution] [return: KernelFile(\"x\")] [Correlation, Kernel(\"1\")]" + Line, 1 },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M([Kernel(\"1\")] ReadOnlySpan<byte> source, [param: Fold] Span<byte> destination);",
                1
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M<[Kernel(\"1\")] T>(ReadOnlySpan<byte> source, Span<byte> destination);",
                1
            },
            { "[Correlation, Unfold, KernelShape(3)]" + Line, 1 },
            { "[Correlation, Convolution, Unfold, Fold, Kernel(\"1\"), KernelShape(3), KernelFile(\"x\")]" + Line, 1 },
            { "[Correlation, Correlation, Kernel(\"1\"), Kernel(\"2\")]" + Line, 1 },
            { "[ConvGen.Correlation, global::ConvGen.KernelAttribute(\"1\"), Alias]" + Line, 1 },
            { "[Correlation, Kernel(\"1\")]" + Line + "\n[Correlation, Kernel(\"1\")]" + Line, 0 },
            { "[Correlation]" + Line + "\n[Kernel(\"1\")]" + Line, 0 },
            {
                "[Correlation]"
                    + Line
                    + "\n[Kernel(\"1\")] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination) { }",
                0
            },
            {
                "[Correlation, Kernel(\"1\")]"
                    + Line
                    + "\n[Correlation, Kernel(\"1\")] public static partial void M(ReadOnlySpan<byte> source, Span<byte> destination) { }",
                0
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M(ref byte[] source);\n[Correlation, Kernel(\"1\")] public static partial void M(out byte[] source);",
                0
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M(dynamic source);\n[Correlation, Kernel(\"1\")] public static partial void M(object source);",
                0
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M(Missing source);\n[Correlation, Kernel(\"1\")] public static partial void M(Absent source);",
                2
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void M<T>(T[] source);\n[Correlation, Kernel(\"1\")] public static partial void M<U>(U[] source);",
                0
            },
            {
                "[Correlation, Kernel(\"1\")] public static partial void m(byte[] source);\n[Correlation, Kernel(\"1\")] public static partial void M(byte[] source);",
                2
            },
            {
                "[Correlation, Kernel(\"1\")] public static unsafe partial void M(delegate*<int, void> source);\n[Correlation, Kernel(\"1\")] public static unsafe partial void M(delegate*<long, void> source);",
                -1
            },
            {
                "[Correlation, Kernel(\"1\")] static M() { }\n[Correlation] ~M() { }\n[Fold] public static int operator +(M a, M b) => 1;",
                0
            },
            {
                "[Correlation] int P { [Kernel(\"1\")] get; [return: Fold] set; }\n[method: Unfold] event Action E;\n[Kernel(\"1\")] int this[[Fold] int i] => i;",
                0
            },
            {
                "void N() { [Correlation, Kernel(\"1\")] void L() { } L(); var f = [Fold] [return: Kernel(\"1\")] ([Kernel(\"1\")] int x) => x; }",
                0
            },
            {
                "[Correlation, Kernel(\"1\")] delegate void D();\n[Kernel(\"1\")] class N { }\n[Fold] int field;\nenum Q { [Kernel(\"1\")] A }",
                0
            },
            { "[Correlation, Kernel(\"1\")] partial int P { get; set; }\n[Correlation, Kernel(\"1\")] partial M();", 0 },
        };

    [Theory]
    [MemberData(nameof(Members))]
    public void Other_methods_keep_their_bodies(string members, int implemented) =>
        Verify(["public partial class M\n{\n" + members + "\n}\n"], implemented);

    /// <summary>Types of one name, as they are while a file is copied or renamed.</summary>
    [Theory]
    [InlineData("public partial class F { % }", "public partial struct F { % }", 0)]
    [InlineData("public partial class F { % }", "public partial record F { % }", 0)]
    [InlineData("public partial class F { % }", "public partial interface F { % }", 0)]
    [InlineData("public partial class F { % }", "public partial class F { % }", 0)]
    [InlineData("public class F { % }", "public partial class F { % }", 0)]
    [InlineData("public partial class F { % }", "public partial class F<T> { % }", 2)]
    [InlineData("public partial class F { % }", "file partial class F { % }", 1)]
    [InlineData("public partial class A { public partial class F { % } }", "namespace A { public partial class F { % } }", 0)]
    [InlineData("public partial class A { public partial class F { % } }", "public partial struct A { public partial class F { % } }", 0)]
    [InlineData("namespace A { public partial class F { % } }", "namespace A { public partial struct F { % } }", 0)]
    [InlineData("namespace A { public partial class F { % } }", "namespace B { public partial class F { % } }", 2)]
    public void Types_of_one_name(string first, string second, int implemented)
    {
        const string method = "[Correlation, Kernel(\"1\")]" + Line;
        Verify([first.Replace("%", method, StringComparison.Ordinal), second.Replace("%", method, StringComparison.Ordinal)], implemented);
    }

    [Fact]
    public void A_method_is_generated_anew_after_its_copy_is_gone()
    {
        string member = "[Correlation, Kernel(\"1\")]" + Line;
        string before = Usings + "public partial class M {" + member + member + "}" + Fine,
            after = Usings + "public partial class M {" + member + "}" + Fine;
        GeneratorRun run = GeneratorRun.Create(before);
        Assert.Single(run.MethodSources);

        GeneratorRun edited = run.Again(TestCompilation.Create([after]));

        Assert.Empty(edited.Diagnostics);
        Assert.Equal(2, edited.MethodSources.Count);
    }

    private const string Usings = "using System;\nusing ConvGen;\nusing Alias = ConvGen.FoldAttribute;\n";

    private static void Verify(string[] files, int implemented)
    {
        CSharpCompilation compilation = TestCompilation.Create(
            [Usings + Fine, .. files.Select(file => Usings + file)],
            language: LanguageVersion.Preview
        );
        GeneratorRun run = GeneratorRun.Create(compilation);

        Assert.Empty(run.Diagnostics);
        string[] names = [.. run.MethodSources.Keys];
        Assert.Single(names, name => name.StartsWith("Other.Fine.", StringComparison.Ordinal));
        Assert.Equal(implemented < 0 ? names.Length - 1 : implemented, names.Length - 1);
    }
}
