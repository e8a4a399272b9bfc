using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using ConvGen.Analyzers.Naming;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Lift;

/// <summary>Offers the fix for a marked product, and compiles and runs what stood before and what stands after.</summary>
internal static class LiftHarness
{
    private static readonly DiagnosticDescriptor Rule = new("CONV103", "The loop computes the other operation", "{0}", "ConvGen.Naming", DiagnosticSeverity.Warning, true);

    /// <summary>The fixes that are offered for the marked product: the title, and the text after.</summary>
    public static async Task<ImmutableArray<(string Title, string Text)>> OfferAsync(string marked, OperationKind computed, LanguageVersion language = LanguageVersion.CSharp12)
    {
        TestMarkup markup = TestMarkup.Parse(marked);
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "TestProject",
            "TestProject",
            LanguageNames.CSharp,
            compilationOptions: TestCompilation.DefaultOptions,
            parseOptions: new CSharpParseOptions(language, DocumentationMode.Diagnose),
            metadataReferences: [.. ReferenceAssemblies.Net.Net80.References, TestCompilation.ConvGenReference]));
        Document document = workspace.AddDocument(project.Id, "Test0.cs", SourceText.From(markup.Text));
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        OperationKind named = computed == OperationKind.Convolution ? OperationKind.Correlation : OperationKind.Convolution;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(NamingProperties.Computed, computed.ToString())
            .Add(NamingProperties.Named, named.ToString());
        Diagnostic diagnostic = Diagnostic.Create(Rule, Location.Create(tree, markup.Diagnostics.Single().Span), [], properties, "");
        List<CodeAction> actions = [];
        await new LiftLoopCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));

        List<(string, string)> offers = [];
        foreach (CodeAction action in actions)
        {
            ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
            Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            offers.Add((action.Title, (await changed.GetTextAsync()).ToString()));
        }

        return [.. offers];
    }

    /// <summary>Compiles a source with the generator, and a driver with it; every warning of the generated code counts as a failure.</summary>
    public static Func<Random, int, int, object> Compile(string source, string driver)
    {
        CSharpCompilation compilation = TestCompilation.Create([TestMarkup.Parse(source).Text, driver]);
        Compilation output = GeneratorRun.Create(compilation).Output;
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = output.Emit(stream);
        if (!result.Success)
        {
            throw new VerificationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + "\n\n" + source);
        }

        stream.Position = 0;
        AssemblyLoadContext context = new(null, isCollectible: true);
        context.Resolving += static (_, name) => name.Name == "ConvGen" ? typeof(ConvolutionAttribute).Assembly : null;
        MethodInfo run = context.LoadFromStream(stream).GetType("Driver")!.GetMethod("Run")!;
        return run.CreateDelegate<Func<Random, int, int, object>>();
    }

    /// <summary>Runs both on the same data, for sources down to nothing. Where the loop throws, nothing is promised.</summary>
    public static void AssertSame(string before, string after, string driver)
    {
        int seed = Random.Shared.Next();
        Func<Random, int, int, object> expected = Compile(before, driver);
        Func<Random, int, int, object> actual = Compile(after, driver);
        int compared = 0;
        foreach (int height in (int[])[0, 1, 2, 3, 4, 5, 9])
        {
            foreach (int width in (int[])[0, 1, 2, 3, 4, 5, 7, 18, 70])
            {
                object? wanted = Try(expected, seed, height, width);
                if (wanted is not null)
                {
                    string found = Text(actual(new Random(seed), height, width));
                    Assert.True(Text(wanted) == found, $"Seed {seed}, {height} x {width}:\n{Text(wanted)}\n{found}\n\n{after}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 20, $"Only {compared} sizes could be compared.\n{before}");
    }

    /// <summary>Every element by its bits, so that -0 and 0 differ; a NaN is a NaN.</summary>
    private static string Text(object result)
    {
        Array array = (Array)result;
        IEnumerable<string> sizes = Enumerable.Range(0, array.Rank).Select(dimension => array.GetLength(dimension).ToString(System.Globalization.CultureInfo.InvariantCulture));
        IEnumerable<string> elements = array.Cast<object>().Select(static element => element switch
        {
            float.NaN or double.NaN => "NaN",
            float single => BitConverter.SingleToUInt32Bits(single).ToString("x8", System.Globalization.CultureInfo.InvariantCulture),
            double number => BitConverter.DoubleToUInt64Bits(number).ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(element, System.Globalization.CultureInfo.InvariantCulture)!,
        });
        return string.Join('x', sizes) + ": " + string.Join(' ', elements);
    }

    private static object? Try(Func<Random, int, int, object> run, int seed, int height, int width)
    {
        try
        {
            return run(new Random(seed), height, width);
        }
        catch (Exception exception) when (exception is OverflowException or IndexOutOfRangeException or ArgumentException or DivideByZeroException)
        {
            return null;
        }
    }
}
