using System.Collections.Immutable;
using ConvGen.Analyzers.Tests.Naming.Loops;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Analyzers.Tests.Naming.Execution;

/// <summary>
/// Fixes for loops that only running them follows: what is offered computes what the name says, which is asked of the analyzer under the
/// other name.
/// </summary>
public class RunSampleFixTests
{
    /// <summary>Samples of which at least so many get their kernel reversed in place; the others are only renamed.</summary>
    private const int FewestReversed = 12;

    [Fact]
    public async Task Fixed_loops_compute_what_the_name_says()
    {
        int reversed = 0;
        int renamed = 0;
        foreach (
            (string sample, string way, string name, string other) in RunSampleTests.All.Keys.SelectMany(sample =>
                new[] { (sample, "same", "Convolve", "Correlate"), (sample, "opposite", "Correlate", "Convolve") }
            )
        )
        {
            using AdhocWorkspace workspace = new();
            Document document = LoopShapeFixTests.Open(workspace, RunSampleTests.Usings + RunSampleTests.Write(sample, way, name));
            foreach (Diagnostic diagnostic in await LoopShapeFixTests.DiagnosticsAsync(document))
            {
                foreach (CodeAction action in await LoopShapeFixTests.ActionsAsync(document, diagnostic))
                {
                    ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
                    Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
                    string text = (await changed.GetTextAsync()).ToString();
                    using CompiledSource compiled = CompiledSource.Load([text], LanguageVersion.CSharp12, allowsUnsafe: true);
                    Assert.True(
                        (await LoopShapeFixTests.DiagnosticsAsync(changed)).IsEmpty,
                        $"{action.Title} leaves what is reported again:\n{text}"
                    );
                    if (action.Title.StartsWith("Reverse the kernel", StringComparison.Ordinal))
                    {
                        reversed++;
                        Assert.True(
                            (await RunSampleTests.IdsAsync(text.Replace(name + "(", other + "(", StringComparison.Ordinal))).Contains(
                                "CONV103"
                            ),
                            $"{action.Title} does not reverse:\n{text}"
                        );
                    }

                    renamed += action.Title.StartsWith("Rename", StringComparison.Ordinal) ? 1 : 0;
                }
            }
        }

        Assert.True(reversed >= FewestReversed, $"{reversed} were reversed");
        Assert.True(renamed >= RunSampleTests.All.Count, $"{renamed} were renamed");
    }
}
