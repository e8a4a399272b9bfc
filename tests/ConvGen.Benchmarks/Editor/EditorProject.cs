using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Benchmarks.Editor;

/// <summary>
/// A project of 1,000 files, some of which declare a kernel or a regular expression each, and the edits that are made to it.
/// </summary>
internal sealed class EditorProject
{
    /// <summary>Source files.</summary>
    public const int FileCount = 1000;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private readonly int declarations;
    private readonly bool hasRegexes;
    private readonly SyntaxTree[] trees;
    private CSharpCompilation compilation;
    private int edits;

    /// <param name="declarations">Files that declare something for a generator.</param>
    /// <param name="hasRegexes">Whether that is a regular expression instead of a kernel.</param>
    public EditorProject(int declarations, bool hasRegexes)
    {
        this.declarations = declarations;
        this.hasRegexes = hasRegexes;
        trees =
        [
            .. Enumerable
                .Range(0, FileCount)
                .Select(index => Parse(index, index < declarations ? Declaration(index, weight: 4, type: "byte") : "", number: 1)),
        ];
        compilation = CSharpCompilation.Create(
            "Edited",
            trees,
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    /// <summary>The project as it stands; a new object, as after each change of whatever kind.</summary>
    public Compilation Current => compilation.Clone();

    /// <summary>How the project's files are parsed.</summary>
    public static CSharpParseOptions Options => Parsing;

    /// <summary>A number changes in a method of the last file, which has no declaration unless all have one.</summary>
    public Compilation EditElsewhere()
    {
        edits++;
        string own = declarations == FileCount ? Declaration(FileCount - 1, weight: 4, type: "byte") : "";
        return Replace(FileCount - 1, Parse(FileCount - 1, own, number: edits));
    }

    /// <summary>A weight or a pattern changes.</summary>
    public Compilation EditDeclaration()
    {
        edits++;
        return Replace(0, Parse(0, Declaration(0, weight: 4 + edits, type: "byte"), number: 1));
    }

    /// <summary>The signature changes: the type of the results, or the method's accessibility.</summary>
    public Compilation EditSignature()
    {
        edits++;
        return Replace(0, Parse(0, Declaration(0, weight: 4, type: edits % 2 == 0 ? "byte" : "short"), number: 1));
    }

    private CSharpCompilation Replace(int index, SyntaxTree tree)
    {
        compilation = compilation.ReplaceSyntaxTree(trees[index], tree);
        trees[index] = tree;
        return compilation;
    }

    private static SyntaxTree Parse(int index, string declaration, int number)
    {
        StringBuilder source = new();
        source.Append(
            CultureInfo.InvariantCulture,
            $"using System;\nusing System.Text.RegularExpressions;\nusing ConvGen;\n\nnamespace Edited.Part{index % 20};\n\npublic static partial class File{index}\n{{\n{declaration}"
        );
        for (int method = 0; method < 8; method++)
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $"    [Obsolete(\"an attribute of no interest\")]\n    public static int Method{method}(int a, int b)\n    {{\n        int c = a * {number + method};\n        return c > b ? c - b : Math.Max(b, c);\n    }}\n\n"
            );
        }

        return CSharpSyntaxTree.ParseText(
            source.Append("}\n").ToString(),
            Parsing,
            FormattableString.Invariant($"/File{index}.cs"),
            Encoding.UTF8
        );
    }

    private string Declaration(int index, int weight, string type) =>
        hasRegexes
            ? FormattableString.Invariant(
                $"    [GeneratedRegex(\"a{{{1 + (index % 9)},{weight + 20}}}[b-y]+z|x{index}\")]\n    {(type == "byte" ? "public" : "internal")} static partial Regex Pattern();\n\n"
            )
            : FormattableString.Invariant(
                $"    [Correlation(Border = BorderMode.Reflect101), Kernel(\"1 2 1; 2 {weight} 2; 1 2 {1 + (index % 50)}\", Divisor = 64)]\n    public static partial void Filter(ReadOnlySpan<byte> source, int width, int height, Span<{type}> destination);\n\n"
            );

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(ConvolutionAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
