using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConvGen.Analyzers.Tests.Naming.Names;

/// <summary>
/// What code that has nothing to do with either operation pays: one look at its text, and after an edit one at the edited file.
/// </summary>
public class CostTests
{
    [Theory]
    [InlineData("class C { void M() { } }", false)]
    [InlineData(
        "class ConvolutionKernel { string correlationId = \"Convolve\"; /* Convolve */ void ConvertTest_of_convolution_that_is_a_sentence() { } }",
        false
    )]
    [InlineData("class C { void Convolve() { } }", true)]
    [InlineData("class C { void M() { int corr; } }", true)]
    public void Nothing_is_registered_where_no_name_says_an_operation(string source, bool isRegistered)
    {
        CountingStart start = new(TestCompilation.Create([source, "class D { }"]));

        NamingAnalyzer.Start(start);

        Assert.Equal(isRegistered, start.Registered.Contains("operation block"));
        Assert.Equal(isRegistered, start.Registered.Count > 0);
    }

    [Fact]
    public void Nothing_is_registered_for_every_operation_or_every_node()
    {
        CountingStart start = new(TestCompilation.Create(["class C { void Convolve() { } }"]));

        NamingAnalyzer.Start(start);

        Assert.DoesNotContain("operation", start.Registered);
        Assert.DoesNotContain("syntax node", start.Registered);
    }

    [Theory]
    [InlineData("class C { void Convolve() { } }", false)]
    [InlineData(
        "partial class C { [ConvGen.Convolution, ConvGen.Kernel(1, 2)] static partial void Convolve(System.ReadOnlySpan<float> source, System.Span<float> destination); }",
        true
    )]
    public void Methods_are_listened_to_only_where_an_attribute_is_mentioned(string source, bool isRegistered)
    {
        CountingStart start = new(TestCompilation.Create([source]));

        NamingAnalyzer.Start(start);

        Assert.Equal(isRegistered, start.Registered.Contains("symbol"));
    }

    [Fact]
    public void A_file_is_read_once_and_after_an_edit_only_the_edited_one()
    {
        CountingText first = new("class C { void Convolve() { } }");
        CountingText second = new("class D { }");
        CountingText edited = new("class D { int conv; }");
        CSharpCompilation before = CSharpCompilation.Create("Test", [Parse(first), Parse(second)]);
        CSharpCompilation after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse(edited));
        int parsedFirst = first.Copied;
        int parsedSecond = second.Copied;
        int parsedEdited = edited.Copied;

        Assert.False(Read(before).IsEmpty);
        Assert.Equal(
            (first.Length, second.Length, 0),
            (first.Copied - parsedFirst, second.Copied - parsedSecond, edited.Copied - parsedEdited)
        );

        Assert.False(Read(before).IsEmpty);
        Assert.False(Read(after).IsEmpty);
        Assert.Equal(
            (first.Length, second.Length, edited.Length),
            (first.Copied - parsedFirst, second.Copied - parsedSecond, edited.Copied - parsedEdited)
        );
    }

    private static WordIndex Read(Compilation compilation) =>
        WordIndex.Read(compilation, new NamingOptionsReader(new AnalyzerOptions([]).AnalyzerConfigOptionsProvider), CancellationToken.None);

    private static SyntaxTree Parse(CountingText text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, path: "/Test.cs");
        _ = tree.GetRoot();
        return tree;
    }
}
