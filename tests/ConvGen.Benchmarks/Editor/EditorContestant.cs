using System.Reflection;
using ConvGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Benchmarks.Editor;

/// <summary>A generator in a project of its own, with what it has cached.</summary>
internal sealed class EditorContestant
{
    private readonly Func<ISourceGenerator> create;
    private GeneratorDriver driver;

    private EditorContestant(string name, Func<ISourceGenerator> create, EditorProject project)
    {
        Name = name;
        this.create = create;
        Project = project;
        driver = Cold();
    }

    /// <summary>The generator's name.</summary>
    public string Name { get; }

    /// <summary>The project that is edited.</summary>
    public EditorProject Project { get; }

    /// <summary>All of them; that of regular expressions only where the SDK that holds it lies beside the runtime.</summary>
    public static IEnumerable<EditorContestant> All(int declarations)
    {
        yield return new EditorContestant(
            "empty",
            static () => new EmptyGenerator().AsSourceGenerator(),
            new EditorProject(declarations, hasRegexes: false)
        );
        yield return new EditorContestant(
            "ConvGen",
            static () => new ConvolutionGenerator().AsSourceGenerator(),
            new EditorProject(declarations, hasRegexes: false)
        );
        if (RegexGenerator() is { } regex)
        {
            yield return new EditorContestant(
                ".NET regex",
                () => ((IIncrementalGenerator)Activator.CreateInstance(regex)!).AsSourceGenerator(),
                new EditorProject(declarations, hasRegexes: true)
            );
        }
    }

    /// <summary>Forgets what was cached.</summary>
    public void Reset() => driver = Cold();

    /// <summary>Runs on a state of the project, with what is cached.</summary>
    public void Run(Compilation compilation, CancellationToken cancellation = default)
    {
        driver = driver.RunGenerators(compilation, cancellation);
    }

    /// <summary>Files of the last run.</summary>
    public int Files => driver.GetRunResult().GeneratedTrees.Length;

    private CSharpGeneratorDriver Cold() => CSharpGeneratorDriver.Create([create()], parseOptions: EditorProject.Options);

    private static Type? RegexGenerator()
    {
        DirectoryInfo? root = Directory.GetParent(typeof(object).Assembly.Location)?.Parent?.Parent?.Parent;
        string packs = Path.Combine(root?.FullName ?? "", "packs", "Microsoft.NETCore.App.Ref");
        string? file = !Directory.Exists(packs)
            ? null
            : Directory
                .EnumerateFiles(packs, "System.Text.RegularExpressions.Generator.dll", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();

        // By its name: other types of the assembly are for editors, whose assemblies are not there.
        return file is null ? null : Assembly.LoadFrom(file).GetType("System.Text.RegularExpressions.Generator.RegexGenerator");
    }
}
