using System.Collections.Immutable;
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
    private static readonly DiagnosticDescriptor Rule = NamingRules.All.First(rule => rule.Descriptor.Id == "CONV103").Descriptor;

    /// <summary>The fixes that are offered for the marked product: the title, and the text after.</summary>
    public static async Task<ImmutableArray<(string Title, string Text)>> OfferAsync(
        string marked,
        OperationKind computed,
        LanguageVersion language = LanguageVersion.CSharp12
    )
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "TestProject",
                "TestProject",
                LanguageNames.CSharp,
                compilationOptions: TestCompilation.DefaultOptions,
                parseOptions: new CSharpParseOptions(language, DocumentationMode.Diagnose),
                metadataReferences: [.. ReferenceAssemblies.Net.Net80.References, TestCompilation.ConvGenReference]
            )
        );
        Document document = workspace.AddDocument(
            project.Id,
            "Test0.cs",
            SourceText.From(marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))
        );
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        OperationKind named = computed == OperationKind.Convolution ? OperationKind.Correlation : OperationKind.Convolution;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>
            .Empty.Add(NamingProperties.Computed, computed.ToString())
            .Add(NamingProperties.Named, named.ToString());
        Diagnostic diagnostic = Diagnostic.Create(Rule, Location.Create(tree, TextSpan.FromBounds(start, end)), [], properties, "");
        List<CodeAction> actions = [];
        await new LiftLoopCodeFix().RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default)
        );

        List<(string, string)> offers = [];
        foreach (CodeAction action in actions)
        {
            ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
            Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            offers.Add((action.Title, (await changed.GetTextAsync()).ToString()));
        }

        return [.. offers];
    }

    /// <summary>Runs two sources with a driver on the same data.</summary>
    public static void AssertSame(string before, string after, string driver)
    {
        string method = LoopSource.Driver("Run", driver);
        using CompiledSource expected = CompiledSource.Load(before, LoopSource.Data, method);
        using CompiledSource actual = CompiledSource.Load(after, LoopSource.Data, method);
        AssertSame(
            (seed, height, width) => expected.Invoke("Run", new Random(seed), height, width, false)!,
            (seed, height, width) => actual.Invoke("Run", new Random(seed), height, width, false)!,
            after
        );
    }

    /// <summary>Runs both on the same data, for sources down to nothing. Where the loop throws, nothing is promised.</summary>
    public static void AssertSame(Func<int, int, int, object> expected, Func<int, int, int, object> actual, string source)
    {
        int seed = Random.Shared.Next();
        int compared = 0;
        foreach (int height in (int[])[0, 1, 2, 3, 4, 5, 9])
        {
            foreach (int width in (int[])[0, 1, 2, 3, 4, 5, 7, 18, 70])
            {
                if (Try(expected, seed, height, width) is { } wanted)
                {
                    string found = Text(actual(seed, height, width));
                    Assert.True(Text(wanted) == found, $"Seed {seed}, {height} x {width}:\n{Text(wanted)}\n{found}\n\n{source}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 20, $"Only {compared} sizes could be compared.\n{source}");
    }

    /// <summary>Every element by its bits, so that -0 and 0 differ; a NaN is a NaN.</summary>
    private static string Text(object result)
    {
        Array array = (Array)result;
        IEnumerable<string> sizes = Enumerable
            .Range(0, array.Rank)
            .Select(dimension => array.GetLength(dimension).ToString(System.Globalization.CultureInfo.InvariantCulture));
        IEnumerable<string> elements = array
            .Cast<object>()
            .Select(static element =>
                element switch
                {
                    float.NaN or double.NaN => "NaN",
                    float single => BitConverter
                        .SingleToUInt32Bits(single)
                        .ToString("x8", System.Globalization.CultureInfo.InvariantCulture),
                    double number => BitConverter
                        .DoubleToUInt64Bits(number)
                        .ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
                    _ => Convert.ToString(element, System.Globalization.CultureInfo.InvariantCulture)!,
                }
            );
        return string.Join('x', sizes) + ": " + string.Join(' ', elements);
    }

    private static object? Try(Func<int, int, int, object> run, int seed, int height, int width)
    {
        try
        {
            return run(seed, height, width);
        }
        catch (System.Reflection.TargetInvocationException exception)
            when (exception.InnerException is OverflowException or IndexOutOfRangeException or ArgumentException or DivideByZeroException)
        {
            return null;
        }
    }
}
