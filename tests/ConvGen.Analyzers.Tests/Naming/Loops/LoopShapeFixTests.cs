using System.Collections.Immutable;
using ConvGen.CodeFixes;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Analyzers.Tests.Naming.Loops;

/// <summary>Whatever is offered for a shape leaves code that compiles and that no rule speaks about again.</summary>
public class LoopShapeFixTests
{
    private static readonly CodeFixProvider[] Providers =
    [
        new ReverseLoopKernelCodeFix(),
        new LiftLoopCodeFix(),
        new RenameForOperationCodeFix(),
    ];

    /// <summary>Every shape that is named for the other operation.</summary>
    public static TheoryData<string, string, string> Shapes
    {
        get
        {
            TheoryData<string, string, string> shapes = [];
            foreach (string shape in LoopShapes.All.Keys)
            {
                shapes.Add(shape, "same", "Convolve");
                shapes.Add(shape, "opposite", "CrossCorrelate");
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Fixed_loops_compile_and_are_silent(string shape, string way, string name)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, LoopFile.Of(LoopShapeTests.Write(shape, way, name)));
        List<string> titles = [];
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(document))
        {
            foreach (CodeAction action in await ActionsAsync(document, diagnostic))
            {
                ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
                Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
                string text = (await changed.GetTextAsync()).ToString();
                titles.Add(action.Title);

                using CompiledSource compiled = CompiledSource.Load([text], LanguageVersion.CSharp12, allowsUnsafe: true);
                Assert.True((await DiagnosticsAsync(changed)).IsEmpty, $"{action.Title} leaves what is reported again:\n{text}");
            }
        }

        Assert.Contains($"Rename '{name}' to '{(way == "same" ? "Correlate" : "Convolve")}'", titles);
    }

    [Theory]
    [InlineData("image[i + u, j + v] * kernel[u, v]", "image[i + u, j + v] * kernel[2 - u, 2 - v]")]
    [InlineData("image[i + u, j + v] * kernel[2 - u, v]", "image[i + u, j + v] * kernel[2 - u, 2 - v]")]
    [InlineData("image[i + u, j - v + 2] * kernel[u, v]", "image[i + u, j - v + 2] * kernel[2 - u, v]")]
    public async Task The_axes_that_run_the_wrong_way_are_turned(string before, string after)
    {
        string code = $$"""
            public static void Convolve(double[,] image, double[,] kernel, double[,] result)
            {
                for (int i = 0; i < result.GetLength(0); i++)
                {
                    for (int j = 0; j < result.GetLength(1); j++)
                    {
                        for (int u = 0; u < 3; u++)
                        {
                            for (int v = 0; v < 3; v++)
                            {
                                result[i, j] += {{before}};
                            }
                        }
                    }
                }
            }
            """;
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, LoopFile.Of(code));
        Diagnostic diagnostic = Assert.Single(await DiagnosticsAsync(document));
        CodeAction action = Assert.Single(
            await ActionsAsync(document, diagnostic),
            action => action.Title.StartsWith("Reverse the kernel", StringComparison.Ordinal)
        );
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        Assert.Contains(after, (await changed.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty(await DiagnosticsAsync(changed));
    }

    internal static Document Open(AdhocWorkspace workspace, string source)
    {
        Project project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "TestProject",
                "TestProject",
                LanguageNames.CSharp,
                compilationOptions: TestCompilation.DefaultOptions.WithAllowUnsafe(true),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose),
                metadataReferences: [.. ReferenceAssemblies.Net.Net80.References, TestCompilation.ConvGenReference]
            )
        );
        return workspace.AddDocument(project.Id, "Test0.cs", SourceText.From(source));
    }

    internal static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document) =>
        [
            .. (await Analysis.DiagnosticsAsync((await document.Project.GetCompilationAsync())!)).Where(diagnostic =>
                diagnostic.Id.StartsWith("CONV1", StringComparison.Ordinal)
            ),
        ];

    internal static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions;
    }
}
