using System.Collections.Immutable;
using System.Globalization;
using ConvGen.Analyzers.Tests.Harness;
using ConvGen.LongRuns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>
/// A driver that is kept over many edits says after each what a new one says, and keeps nothing of what was. Memory is that of the whole
/// process, so that nothing may run beside it.
/// </summary>
[Collection(Alone.Name)]
public class EditTests(ITestOutputHelper output)
{
    private const int FileCount = 4;

    /// <summary>
    /// Memory by which a run may grow after its first half: what the runtime itself keeps, such as compiled methods and pooled buffers.
    /// </summary>
    private const long MostGrowth = 24 << 20;

    [Fact]
    public void After_each_edit_the_output_is_that_of_a_cold_run()
    {
        int count = Effort.Of(300, 10_000);
        Mutator mutator = new(7);
        string[] files = [.. Corpus.Declarations.Take(FileCount)];
        CSharpCompilation compilation = Verdict.Compile("");
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(files.Select((text, index) => Verdict.Parse(text, PathOf(index))));
        GeneratorDriver kept = Verdict.Driver().RunGenerators(compilation);
        (long middle, int changed) = (0, 0);
        string last = Described(kept);
        for (int edit = 0; edit < count; edit++)
        {
            int index = mutator.Below(FileCount);
            files[index] = Edited(mutator, files[index]);
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == PathOf(index));
            compilation = compilation.ReplaceSyntaxTree(tree, Verdict.Parse(files[index], PathOf(index)));
            kept = kept.RunGenerators(compilation);
            string warm = Described(kept);
            string cold = Described(Verdict.Driver().RunGenerators(compilation));
            Assert.True(
                warm == cold,
                Said($"edit {edit}: the kept driver's output differs from a new one's\n{string.Join("\n----\n", files)}")
            );
            changed += warm == last ? 0 : 1;
            last = warm;
            middle = edit == count / 2 ? Memory() : middle;
        }

        long growth = Memory() - middle;
        Tally.Count(output, "edits", count);
        output.WriteLine(Said($"{changed} changed the output; memory grew by {growth / 1024.0:0} KB over the second half"));
        Assert.True(changed > count / 4, Said($"only {changed} of {count} edits changed the output"));
        Assert.True(growth < MostGrowth, Said($"{growth} bytes more after {count} edits than after half of them"));
        GC.KeepAlive(kept);
    }

    /// <summary>
    /// Mostly a change of what stands there; from time to time a file from the corpus, because changes only add up to ruins.
    /// </summary>
    private static string Edited(Mutator mutator, string text)
    {
        if (mutator.Below(3) > 0 && text.Length < 20_000)
        {
            return mutator.Change(text);
        }

        string whole = Corpus.Declarations[mutator.Below(Corpus.Declarations.Length)];
        return whole.Replace("class Filters", "class Filters" + (char)('A' + mutator.Below(4)), StringComparison.Ordinal);
    }

    private static string Described(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        ImmutableArray<GeneratedSourceResult> sources = result.GeneratedSources.IsDefault ? [] : result.GeneratedSources;
        IEnumerable<string> texts = sources.Select(source => source.HintName + "\n" + source.SourceText).Order(StringComparer.Ordinal);
        IEnumerable<string> reports = result.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal);
        return string.Join('\n', [.. texts, .. reports, result.Exception?.ToString() ?? ""]);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/File{index}.cs");

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
