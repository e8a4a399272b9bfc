using System.Globalization;
using System.Text;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Generator;
using ConvGen.Generator.Emission.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Execution.Tests.Compilation;

/// <summary>Many declarations compiled at once, their bodies generated; every warning is an error.</summary>
internal static class Batch
{
    /// <summary>The type that holds the declarations given as members.</summary>
    public const string TypeName = "ConvGen.Execution.Batches.Declarations";

    /// <summary>References to assemblies of older frameworks; every project of the .NET SDK suppresses these warnings too.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SuppressedByEverySdk = new(StringComparer.Ordinal)
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    /// <summary>Compiles members of a static class and loads them.</summary>
    public static CompiledBatch OfMembers(IEnumerable<string> members, BatchSettings? settings = null) => OfSource(Wrap(members), settings);

    /// <summary>Compiles a whole file and loads it.</summary>
    public static CompiledBatch OfSource(string source, BatchSettings? settings = null) =>
        new(Emit(source, settings ?? new BatchSettings()));

    /// <summary>A file with a static class around the members, and with what adapters among them share.</summary>
    public static string Wrap(IEnumerable<string> members)
    {
        string text = string.Join('\n', members);
        return "namespace ConvGen.Execution.Batches;\n\ninternal static partial class Declarations\n{\n"
            + text
            + "}\n"
            + (text.Contains("Adapters.", StringComparison.Ordinal) ? AdapterText.Helpers : "");
    }

    /// <summary>The generated files by their names, for an assembly that has the same name in every run.</summary>
    public static IReadOnlyDictionary<string, string> Generate(string source, BatchSettings settings) =>
        Run(source, settings with { AssemblyName = settings.AssemblyName ?? "Batch" })
            .GeneratedTrees.ToDictionary(t => t.FilePath, t => t.ToString(), StringComparer.Ordinal);

    /// <summary>Those of methods: all but the one that holds what they share.</summary>
    public static IReadOnlyDictionary<string, string> GenerateMethods(string source, BatchSettings settings) =>
        Generate(source, settings).Where(file => Path.GetFileName(file.Key) != HelperFile.HintName).ToDictionary();

    /// <summary>The bytes of the compiled assembly.</summary>
    /// <exception cref="InvalidOperationException">Something does not compile, or compiles with a warning; the message shows the file
    /// around it.</exception>
    public static byte[] Emit(string source, BatchSettings settings) => Compile(source, settings).Emit();

    /// <summary>The declarations with their bodies, not yet judged by the compiler.</summary>
    public static GeneratedBatch Compile(string source, BatchSettings settings)
    {
        CSharpCompilation compilation = Compilation(source, settings);
        GeneratorDriverRunResult result = Run(source, settings);
        IEnumerable<SyntaxTree> trees = settings.Rewrite is not { } rewrite
            ? result.GeneratedTrees
            : result.GeneratedTrees.Select(tree =>
                CSharpSyntaxTree.ParseText(rewrite(tree.ToString()), ParseOptions(settings), tree.FilePath, Encoding.UTF8)
            );
        return new GeneratedBatch(compilation.AddSyntaxTrees(trees), result);
    }

    private static GeneratorDriverRunResult Run(string source, BatchSettings settings)
    {
        GeneratorDriver driver = Driver(settings);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = settings.Culture;
            return driver.RunGenerators(Compilation(source, settings)).GetRunResult();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static CSharpGeneratorDriver Driver(BatchSettings settings) =>
        CSharpGeneratorDriver.Create(
            [new ConvolutionGenerator().AsSourceGenerator()],
            settings.Files.Select(file => new KernelFileOfBatch(file.Path, file.Text)),
            ParseOptions(settings),
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: settings.KeepsPlans
            )
        );

    private static CSharpParseOptions ParseOptions(BatchSettings settings) => new(settings.Language, DocumentationMode.Diagnose);

    private static string NamedWidths(BatchSettings settings) =>
        settings.Widths == VectorWidths.None
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"[assembly: global::ConvGen.VectorWidths((global::ConvGen.VectorWidths){(int)settings.Widths})]"
            );

    private static CSharpCompilation Compilation(string source, BatchSettings settings) =>
        CSharpCompilation.Create(
            settings.AssemblyName ?? "Batch" + Guid.NewGuid().ToString("N"),
            [
                CSharpSyntaxTree.ParseText(source, ParseOptions(settings), "Declarations.cs", Encoding.UTF8),
                CSharpSyntaxTree.ParseText(NamedWidths(settings), ParseOptions(settings), "Widths.cs", Encoding.UTF8),
            ],
            settings.References,
            new CSharpCompilationOptions(
                settings.Output,
                optimizationLevel: OptimizationLevel.Release,
                checkOverflow: settings.ChecksOverflow,
                warningLevel: 9999,
                nullableContextOptions: settings.Nullable,
                specificDiagnosticOptions: SuppressedByEverySdk
            )
        );
}
