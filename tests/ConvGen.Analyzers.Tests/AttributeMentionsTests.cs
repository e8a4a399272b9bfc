using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests;

/// <summary>Where the rules about declarations look at all.</summary>
public class AttributeMentionsTests
{
    [Theory]
    [InlineData("class C { void M() { } }", false)]
    [InlineData("class C { void Convolve(double[] kernel) { } }", false)]
    [InlineData("using ConvGen; partial class C { [Correlation] partial void M(); }", true)]
    [InlineData("using ConvGen; partial class C { [KernelShapeAttribute(3)] partial void M(); }", true)]
    [InlineData("using ConvGen; partial class C { [K\\u0065rnel(1)] partial void M(); }", true)]
    public void Files_without_an_attribute_are_left_out(string source, bool isMentioned)
    {
        CSharpCompilation compilation = TestCompilation.Create([source, "class D { }"]);
        AttributeMentions mentions = AttributeMentions.Of(compilation);

        Assert.Equal(!isMentioned, mentions.IsEmpty);
        Assert.Equal(isMentioned, mentions.IsIn(compilation.SyntaxTrees[0]));
        Assert.False(mentions.IsIn(compilation.SyntaxTrees[1]));
        Assert.False(mentions.IsIn(null));
    }

    [Theory]
    [InlineData("global using Taps = ConvGen.KernelAttribute;")]
    [InlineData("global using Taps =\n    global::ConvGen . KernelAttribute;")]
    public void An_alias_may_be_used_everywhere(string alias)
    {
        CSharpCompilation compilation = TestCompilation.Create([alias, "class D { }"]);

        Assert.True(AttributeMentions.Of(compilation).IsIn(compilation.SyntaxTrees[1]));
    }

    [Fact]
    public async Task A_declaration_under_an_alias_is_checked()
    {
        IEnumerable<string> ids = await Analysis.IdsAsync(
            TestCompilation.Create([
                "global using Taps = ConvGen.KernelAttribute; global using Slides = ConvGen.CorrelationAttribute;",
                "partial class D { [Slides, Taps(1, 2, 3)] public static partial void M(string s); }",
            ])
        );

        Assert.Contains("CONV002", ids);
    }

    [Fact]
    public async Task An_attribute_on_the_other_part_is_checked()
    {
        IEnumerable<string> ids = await Analysis.IdsAsync(
            TestCompilation.Create([
                "public partial class D { public static partial void M(string s); }",
                "public partial class D { [ConvGen.Correlation, ConvGen.Kernel(1, 2, 3)] public static partial void M(string s) { } }",
            ])
        );

        Assert.Contains("CONV001", ids);
    }

    [Fact]
    public void A_name_on_the_seam_of_two_buffers_is_found()
    {
        for (int before = 16360; before < 16400; before++)
        {
            CSharpCompilation compilation = TestCompilation.Create([new string(' ', before) + "[ConvGen.Correlation] class C { }"]);

            Assert.True(AttributeMentions.Of(compilation).IsIn(compilation.SyntaxTrees[0]), $"{before}");
        }
    }

    [Fact]
    public void A_compilation_is_searched_once()
    {
        CSharpCompilation compilation = TestCompilation.Create(["class C { }"]);

        Assert.Same(AttributeMentions.Of(compilation), AttributeMentions.Of(compilation));
    }
}
