using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Whatever stands in a source, half typed or hostile: the generator and the analyzers do not fail, a refused method has one located
/// error of ours, and where the compiler finds nothing wrong with a source it finds nothing wrong with what is generated for it.
/// </summary>
public class SourceFuzzTests(ITestOutputHelper output)
{
    /// <summary>Far beyond what any of these sources takes; a test that reaches it hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> compiled = [];
    private int clean;
    private int refused;

    [Fact]
    public async Task Mutated_sources()
    {
        int count = Effort.Of(1500, 50_000);
        int seed = Seed();
        int unchanged = 0;
        for (int trial = 0; trial < count; trial++)
        {
            string source = new Mutator(seed + trial).Next();
            unchanged += Corpus.All.Contains(source) ? 1 : 0;
            await CheckAsync(source, FormattableString.Invariant($"seed {seed + trial}"), mostCompiled: Effort.Of(60, 20_000));
        }

        Tally.Count(output, "mutated sources", count);
        output.WriteLine(
            FormattableString.Invariant(
                $"first seed {seed}: {refused} sources have a refused method; the compiler finds nothing wrong with {clean}"
            )
        );
        output.WriteLine(FormattableString.Invariant($"generated texts that were compiled: {compiled.Count}"));
        Assert.True(unchanged < count / 10, FormattableString.Invariant($"{unchanged} of {count} sources are as they were"));
        bool areMany = clean > count / 20 && refused > count / 20;
        Assert.True(areMany, FormattableString.Invariant($"only {clean} sources compile and only {refused} are refused"));
    }

    [Fact]
    public async Task Sources_up_to_each_token()
    {
        int step = Effort.Of(16, 1);
        int count = 0;
        foreach (string source in Corpus.All)
        {
            List<string> tokens = Mutator.Tokens(source);
            for (int length = (count % step) + 1; length < tokens.Count; length += step, count++)
            {
                await CheckAsync(string.Concat(tokens.Take(length)), FormattableString.Invariant($"{length} tokens"), mostCompiled: 0);
            }
        }

        Tally.Count(output, "half-typed sources", count);
        Assert.True(count > 100);
    }

    [Fact]
    public async Task The_corpus_itself_is_accepted()
    {
        foreach (string source in Corpus.Declarations)
        {
            await CheckAsync(source, "the corpus", mostCompiled: Corpus.Declarations.Length);
        }

        Assert.Equal(Corpus.Declarations.Length, clean);
        Assert.True(compiled.Count >= Corpus.Declarations.Length - 1);
    }

    private async Task CheckAsync(string source, string origin, int mostCompiled)
    {
        Task check = Task.Run(() => JudgeAsync(source, origin, mostCompiled));
        Assert.True(await Task.WhenAny(check, Task.Delay(Hang)) == check, $"{origin} hangs:\n{source}");
        await check;
    }

    private async Task JudgeAsync(string source, string origin, int mostCompiled)
    {
        Verdict verdict = Verdict.Of(source);
        string? fault = verdict.FaultOfGenerator() ?? await verdict.FaultOfAnalyzersAsync();
        string[] texts = [.. verdict.Texts];
        refused += texts.Any(text => text.Contains("NotSupportedException(\"CONV", StringComparison.Ordinal)) ? 1 : 0;
        if (fault is null && texts.Length > 0 && verdict.IsCleanSource)
        {
            clean++;
            fault = compiled.Count < mostCompiled && compiled.Add(string.Concat(texts)) ? verdict.FaultOfOutput() : null;
        }

        Assert.True(fault is null, $"{origin}: {fault}\n{source}");
    }

    /// <summary>Another one each night; always the same in a build, which must not fail by chance.</summary>
    private static int Seed() => Effort.IsLong ? Environment.TickCount & 0xFFFFFF : 1;
}
