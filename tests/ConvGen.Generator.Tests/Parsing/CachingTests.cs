using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Parsing.Symbols;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>What is read compares by value and keeps nothing of the compiler alive.</summary>
public class CachingTests
{
    private const string Source = """
        namespace N;
        partial class Outer<T>
        {
            partial record struct Inner
            {
                /// <summary>Smooths.</summary>
                [Convolution(Strides = new[] { 1, 2 }, BorderValue = 3, Paddings = new[] { 1, 2, 3, 4 })]
                [Kernel("1/3 2 1; 2 4 2; 1 2 0.1", Divisor = 16)]
                public static partial void Smooth(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);

                [Correlation]
                [Kernel(1, 3, 0.1, -2, 3)]
                public static partial float[] Line<U>(float[] source) where U : class;

                [Correlation(PixelChannels = 4, Combine = Combine.Magnitude), SobelKernel(Axis.Rows), SobelKernel(Axis.Columns), PixelMask(Keep = "3")]
                public static partial void Edges(ReadOnlySpan<byte> source, int width, int height, float scale, Span<byte> destination);

                [Correlation, Kernel("1 0 -1", Output = "slope"), Kernel("1 -2 1", Output = "bend")]
                public static partial void Slopes(ReadOnlySpan<byte> source, Span<short> slope, Span<short> bend);

                [Correlation, KernelShape(3, 3)]
                public static partial int Refused(float[] source, (int a, string? b) pair);
            }
        }
        """;

    [Fact]
    public void Identical_sources_read_and_parse_to_equal_values()
    {
        Declaration[] first = [.. Compilations.ReadAll(Compilations.Of(Source))];
        Declaration[] second = [.. Compilations.ReadAll(Compilations.Of(Source))];
        Assert.Equal(5, first.Length);
        for (int index = 0; index < first.Length; index++)
        {
            Assert.NotSame(first[index], second[index]);
            Assert.Equal(first[index], second[index]);
            Assert.Equal(first[index].GetHashCode(), second[index].GetHashCode());
            ParseResult parsed = DeclarationParser.Parse(first[index], Compilations.Target);
            ParseResult again = DeclarationParser.Parse(second[index], Compilations.Target);
            Assert.Equal(parsed, again);
            Assert.Equal(parsed.GetHashCode(), again.GetHashCode());
        }
    }

    [Theory]
    [InlineData("Divisor = 16", "Divisor = 15")]
    [InlineData("0.1\"", "0.2\"")]
    [InlineData("-2, 3)", "-2, 4)")]
    [InlineData("{ 1, 2 }", "{ 1, 3 }")]
    [InlineData("BorderValue = 3", "BorderValue = 4")]
    [InlineData("Smooths.", "Blurs.")]
    [InlineData("int width", "in int width")]
    [InlineData("Outer<T>", "Outer<V>")]
    [InlineData("string? b", "string b")]
    [InlineData("Combine.Magnitude", "Combine.Sum")]
    [InlineData("Keep = \"3\"", "Keep = \"2\"")]
    [InlineData("Output = \"bend\"", "Output = \"bent\"")]
    [InlineData("float scale", "float offset")]
    public void Sources_that_differ_read_to_different_values(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        Assert.NotEqual(
            Compilations.ReadAll(Compilations.Of(Source)),
            Compilations.ReadAll(Compilations.Of(Source.Replace(before, after, StringComparison.Ordinal)))
        );
    }

    [Fact]
    public void Nothing_of_the_compiler_is_kept()
    {
        foreach (Declaration declaration in Compilations.ReadAll(Compilations.Of(Source)))
        {
            Assert.Null(ValueGraph.FindForbidden(declaration));
            Assert.Null(ValueGraph.FindForbidden(DeclarationParser.Parse(declaration, Compilations.Target)));
        }
    }

    [Fact]
    public void The_walk_finds_objects_of_the_compiler_wherever_they_hide()
    {
        CSharpCompilation compilation = Compilations.Of(Source);
        SyntaxNode root = compilation.SyntaxTrees[0].GetRoot();
        object[] forbidden =
        [
            compilation,
            compilation.SyntaxTrees[0],
            root,
            root.GetLocation(),
            compilation.Assembly,
            compilation.GetSemanticModel(compilation.SyntaxTrees[0]),
            root.GetFirstToken(),
        ];
        Assert.All(
            forbidden,
            value =>
            {
                Assert.NotNull(ValueGraph.FindForbidden(value));
                Assert.NotNull(ValueGraph.FindForbidden((1, new List<object?> { null, Tuple.Create(value) })));
                Assert.NotNull(ValueGraph.FindForbidden(new Holder(value)));
            }
        );
        Assert.Null(ValueGraph.FindForbidden((1, "text", new List<object?> { null, Tuple.Create(2.0) })));
    }

    [Theory]
    [InlineData("[Convolution, Kernel(\"1\")] static partial void M();")]
    [InlineData("[Kernel(\"1\"), Correlation] static partial void M();")]
    [InlineData("[KernelShape(1), Kernel(\"1\"), Correlation, Convolution] static partial void M();")]
    [InlineData("[Convolution] static partial void M(); [Kernel(\"1\")] static partial void M() { }")]
    [InlineData("[Convolution, Convolution] static partial void M();")]
    public void A_method_is_read_once_however_many_attributes_lead_to_it(string member)
    {
        ReadingGenerator generator = new();
        CSharpGeneratorDriver.Create(generator).RunGenerators(Compilations.Of("partial class C { " + member + " }"));
        Assert.Single(generator.Declarations);
    }

    /// <summary>
    /// A kernel without an operation gets its part all the same, so that the compiler does not end the build before the rule is told.
    /// </summary>
    [Theory]
    [InlineData("[KernelShape(1)] static partial void M();", 1)]
    [InlineData("[ConvGen.KernelAttribute(\"1\"), Kernel(\"1\")] static partial void M();", 1)]
    [InlineData("[O, Kernel(\"1\")] static partial void M();", 1)]
    [InlineData("[K(\"1\")] static partial void M();", 1)]
    [InlineData("[return: Kernel(\"1\")] static partial int M();", 0)]
    [InlineData("[System.Obsolete] static partial void M();", 0)]
    public void A_method_without_an_operation_is_read_by_its_kernel(string member, int files)
    {
        CSharpCompilation compilation = Compilations.Of(
            "using O = ConvGen.CorrelationAttribute; using K = ConvGen.KernelAttribute; partial class C { " + member + " }"
        );
        GeneratorDriverRunResult run = CSharpGeneratorDriver.Create(new ConvolutionGenerator()).RunGenerators(compilation).GetRunResult();
        Assert.Equal(files, run.GeneratedTrees.Length);
    }

    /// <summary>Collects what the pipeline's transform reads.</summary>
    private sealed class ReadingGenerator : IIncrementalGenerator
    {
        public List<Declaration> Declarations { get; } = [];

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            context.RegisterSourceOutput(
                context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is MethodDeclarationSyntax, Read),
                (_, declaration) => Declarations.AddRange(declaration is null ? [] : [declaration])
            );
        }

        private static Declaration? Read(GeneratorSyntaxContext context, CancellationToken cancellation) =>
            context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is IMethodSymbol method
                ? DeclarationReader.ReadAt(method, context.Node, cancellation)
                : null;
    }

    private sealed class Holder(object value)
    {
        private readonly object[] hidden = [value];

        public override string ToString() => hidden.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
