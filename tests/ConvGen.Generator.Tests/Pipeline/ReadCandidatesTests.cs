using System.Collections.Concurrent;
using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using ConvGen.Generator.Reporting;
using ConvGen.LongRuns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Tests.Pipeline;

/// <summary>
/// An edit within the body of a member has declarations of other files read no more; whatever may change their meaning has them read again.
/// </summary>
public class ReadCandidatesTests
{
    private const string First = """
        using System;
        using ConvGen;

        static partial class Filters
        {
            [Correlation, Kernel(Numbers.Weights)]
            public static partial void Narrow(ReadOnlySpan<Sample> source, Span<Sample> destination);

            [Correlation(Stride = Numbers.Stride), Kernel("1 2 1; 2 4 2; 1 2 1")]
            public static partial void Wide(ReadOnlySpan<Sample> source, int width, int height, Span<int> destination);
        }
        """;

    private const string Second = """
        using System;
        using ConvGen;

        static partial class Others
        {
            [Convolution, KernelShape(5)]
            public static partial void Shaped(ReadOnlySpan<float> source, ReadOnlySpan<float> kernel, Span<float> destination);

            public static int Twice(int number) => number * 2;
        }
        """;

    private const string Third = """
        global using Sample = System.Byte;

        static class Numbers
        {
            public const string Weights = "1 2 1";

            public const int Stride = 1;

            private static int count = 1;

            public static int Next()
            {
                return count + 1;
            }
        }
        """;

    private static readonly string[] Texts = [First, Second, Third];

    /// <summary>Edits of a file, and how many of the three declarations they have read again.</summary>
    public static TheoryData<int, string, string, int> Edits =>
        new()
        {
            { 2, "return count + 1;", "return count + 2;", 0 },
            { 2, "return count + 1;", "return (int)System.Math.Sqrt(count);", 0 },
            { 2, "count = 1;", "count = 2;", 0 },
            { 2, "public static int Next", "// a comment\n    public static int Next", 0 },
            { 1, "=> number * 2;", "=> number * 3;", 1 },
            { 1, "KernelShape(5)", "KernelShape(7)", 3 },
            { 2, "Stride = 1;", "Stride = 2;", 3 },
            { 2, "\"1 2 1\"", "\"1 4 1\"", 3 },
            { 2, "System.Byte", "System.Int16", 3 },
            { 2, "static class Numbers", "class System;\n\nstatic class Numbers", 3 },
            { 2, "public static int Next", "public static int Other() => 1;\n\n    public static int Next", 3 },
            { 2, "public static int Next", "public static long Next", 3 },
            { 0, "Correlation, Kernel", "Convolution, Kernel", 3 },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_may_mean_something_else_is_read_again(int file, string before, string after, int read)
    {
        Counting counting = new();
        CSharpCompilation compilation = Compile(Texts);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(counting).RunGenerators(compilation);
        Assert.Equal(3, counting.Take());
        driver = driver.RunGenerators(compilation.Clone());
        Assert.Equal(0, counting.Take());
        driver.RunGenerators(Edit(compilation, file, before, after));
        Assert.Equal(read, counting.Take());
    }

    [Fact]
    public void Other_references_and_options_have_all_read_again()
    {
        Counting counting = new();
        CSharpCompilation compilation = Compile(Texts);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(counting).RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)));
        Assert.Equal(6, counting.Take());
        driver = driver.RunGenerators(compilation.WithReferences(compilation.References.Skip(1)));
        Assert.Equal(3, counting.Take());
        driver.RunGenerators(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[1]));
        Assert.Equal(2, counting.Take());
    }

    /// <summary>Edits one upon the other: what an editor has then is what a build would have.</summary>
    [Fact]
    public void After_any_edits_the_files_are_those_of_a_build()
    {
        Random random = new(20261130);
        object[][] edits = [.. Edits];
        string[] texts = [.. Texts];
        CSharpCompilation compilation = Compile(texts);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new ConvolutionGenerator()).RunGenerators(compilation);
        HashSet<string> seen = [];
        for (int step = 0; step < Effort.Of(60, 600); step++)
        {
            object[] edit = edits[random.Next(edits.Length)];
            (int file, string before, string after) = ((int)edit[0], (string)edit[1], (string)edit[2]);
            bool isMade = texts[file].Contains(after, StringComparison.Ordinal);
            string text = texts[file].Replace(isMade ? after : before, isMade ? before : after, StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Parse(text, file));
            texts[file] = text;
            driver = driver.RunGenerators(compilation);
            string made = Files(driver);
            Assert.Equal(Files(CSharpGeneratorDriver.Create(new ConvolutionGenerator()).RunGenerators(Compile(texts))), made);
            seen.Add(made);
        }

        Assert.True(seen.Count > 10, $"only {seen.Count} states were seen");
    }

    private static string Files(GeneratorDriver driver) =>
        string.Join("\n", driver.GetRunResult().GeneratedTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal));

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Parse(text.Replace(before, after, StringComparison.Ordinal), file));
    }

    private static CSharpCompilation Compile(IEnumerable<string> texts) =>
        CSharpCompilation.Create(
            "Edited",
            texts.Select(Parse),
            [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(ConvolutionAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static SyntaxTree Parse(string text, int file) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12), $"File{file}.cs", System.Text.Encoding.UTF8);

    /// <summary>Counts the candidates that are read.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // it runs in this process only, and is no part of a package
    [Generator(LanguageNames.CSharp)]
    private sealed class Counting : IIncrementalGenerator
#pragma warning restore RS1036, RS1038, RS1041
    {
        private readonly ConcurrentQueue<string> read = [];

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            ReadCandidates candidates = new(
                (syntax, cancellation) =>
                {
                    read.Enqueue(((MethodDeclarationSyntax)syntax.Node).Identifier.ValueText);
                    return WrittenCandidate.Read(syntax, cancellation);
                }
            );
            IncrementalValueProvider<ImmutableArray<WrittenCandidate?>> all = context
                .SyntaxProvider.CreateSyntaxProvider(
                    static (node, _) => node is MethodDeclarationSyntax { AttributeLists.Count: > 0 },
                    candidates.Read
                )
                .Collect();
            context.RegisterSourceOutput(all, static (_, candidates) => Assert.NotEmpty(candidates));
        }

        /// <summary>How many since the last time.</summary>
        public int Take()
        {
            int count = read.Count;
            read.Clear();
            return count;
        }
    }
}
