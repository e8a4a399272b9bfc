using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Parsing;

public class ObstacleReaderTests
{
    [Theory]
    [InlineData("partial class C", "static void M() { }", "remove the body and add the modifier 'partial'")]
    [InlineData("partial class C", "static void M();", "add the modifier 'partial'")]
    [InlineData("class C", "static partial void M();", "'C' is not partial")]
    [InlineData("file partial class C", "static partial void M();", "remove the modifier 'file'")]
    [InlineData("partial class C", "static partial void M() { }", "remove the body")]
    [InlineData("partial class C", "static partial void M(); static partial void M() { }", "implemented elsewhere")]
    [InlineData("partial class C", "static extern partial void M();", "extern or abstract")]
    [InlineData("abstract partial class C", "public abstract partial void M();", "extern or abstract")]
    [InlineData("partial class C : I", "partial void I.M();", "explicitly")]
    public void Says_why_no_part_can_be_written(string type, string members, string reason)
    {
        Declaration declaration = Compilations.Read(
            "interface I { void M(); } " + type + " { [Convolution, Kernel(\"1\")] " + members + " }"
        );
        Assert.Contains(reason, declaration.Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_containing_type_must_be_partial() =>
        Assert.Contains(
            "'Outer'",
            Compilations.Read("class Outer { partial class C { [Convolution, Kernel(\"1\")] static partial void M(); } }").Obstacle,
            StringComparison.Ordinal
        );

    [Fact]
    public void Methods_outside_of_types_cannot_be_implemented() =>
        Assert.NotNull(Compilations.Read("namespace N; [Convolution, Kernel(\"1\")] static partial void M();").Obstacle);

    [Fact]
    public void A_method_that_is_declared_twice_is_not_generated_twice()
    {
        const string method = "[Convolution, Kernel(\"1\")] static partial void M(int a); ";
        Declaration[] declarations = [.. Compilations.ReadAll(Compilations.Of("partial class C { " + method + method + " }"))];
        Assert.NotEmpty(declarations);
        Assert.True(declarations.Count(declaration => declaration.Obstacle is null) <= 1);
    }

    [Fact]
    public void A_generated_implementing_part_is_no_obstacle()
    {
        const string source = "partial class C { [Convolution, Kernel(\"1\")] public static partial void M(); }";
        const string generated = "partial class C { public static partial void M() { } }";
        CSharpCompilation compilation = Compilations.Of(source);
        Assert.Null(Compilations.ReadAll(WithTree("obj/gen/C.M.0123456789abcdef.ConvGen.g.cs")).Single().Obstacle);
        Assert.NotNull(Compilations.ReadAll(WithTree("Mine.cs")).Single().Obstacle);

        CSharpCompilation WithTree(string path) =>
            compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(generated, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, path));
    }
}
