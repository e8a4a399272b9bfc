using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>A source, run through the generator and compiled with every warning, documentation comments included.</summary>
internal sealed class GeneratedCode
{
    /// <summary>What every SDK project turns off: packages are compiled against other versions of the framework.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SdkDefaults = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    private GeneratedCode(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)
    {
        Compilation = compilation;
        GeneratorDiagnostics = generatorDiagnostics;
    }

    public Compilation Compilation { get; }

    public ImmutableArray<Diagnostic> GeneratorDiagnostics { get; }

    /// <summary>The text of the only generated file.</summary>
    public string Text => Texts.Single();

    public IEnumerable<string> Texts =>
        Compilation
            .SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".ConvGen.g.cs", StringComparison.Ordinal))
            .Select(tree => tree.ToString());

    /// <summary>Warnings and errors, each with its line.</summary>
    public IReadOnlyList<string> Diagnostics =>
        [
            .. Compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic =>
                    diagnostic.ToString()
                    + " | "
                    + diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]
                ),
        ];

    public static GeneratedCode Of(
        string source,
        LanguageVersion language = LanguageVersion.CSharp12,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        DocumentationMode documentation = DocumentationMode.Diagnose,
        bool isChecked = false,
        bool allowUnsafe = false,
        IEnumerable<MetadataReference>? framework = null
    )
    {
        CSharpParseOptions parseOptions = new(language, documentation);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Generated" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, parseOptions, "User.cs", System.Text.Encoding.UTF8)],
            (framework ?? ImmutableArray.CreateRange<MetadataReference>(Net80.References.All)).Concat([
                MetadataReference.CreateFromFile(typeof(ConvolutionAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(CommunityToolkit.HighPerformance.Span2D<>).Assembly.Location),
            ]),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: nullable,
                warningLevel: 9999,
                allowUnsafe: allowUnsafe,
                checkOverflow: isChecked,
                specificDiagnosticOptions: SdkDefaults
            )
        );
        CSharpGeneratorDriver
            .Create([new ConvolutionGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return new GeneratedCode(output, diagnostics);
    }

    /// <summary>The assemblies of the running framework, with those of the packages that this project references.</summary>
    public static IEnumerable<MetadataReference> RunningFramework =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>Asserts that nothing is reported, and returns this.</summary>
    public GeneratedCode Clean()
    {
        Assert.Empty(GeneratorDiagnostics);
        Assert.True(Diagnostics.Count == 0, string.Join("\n", Diagnostics) + "\n\n" + string.Join("\n\n", Texts));
        return this;
    }

    /// <summary>Loads the assembly and returns one of its types.</summary>
    public Type Load(string type)
    {
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(stream.ToArray()).GetType(type, throwOnError: true)!;
    }
}
