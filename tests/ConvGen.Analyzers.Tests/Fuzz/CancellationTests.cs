using System.Diagnostics;
using System.Globalization;
using ConvGen.LongRuns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ConvGen.Analyzers.Tests.Fuzz;

/// <summary>
/// A run that is cancelled ends soon, wherever it is, and leaves nothing behind that a later run would take for a result.
/// </summary>
public class CancellationTests(ITestOutputHelper output)
{
    /// <summary>What a hang takes. The figure to watch is in the test's output; it depends on who else uses the machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_cancelled_run_ends_and_the_next_one_is_right()
    {
        CSharpCompilation compilation = Verdict.Compile(HostileSources.Heavy());
        string[] expected = Texts(Verdict.Driver().RunGenerators(compilation));

        // The first run compiles the generator itself, which would spread the moments over a time that later runs do not take.
        Stopwatch whole = Stopwatch.StartNew();
        _ = Verdict.Driver().RunGenerators(compilation);
        TimeSpan duration = whole.Elapsed;
        int count = Effort.Of(25, 1000);
        Mutator moments = new(3);
        List<TimeSpan> latencies = [];
        GeneratorDriver driver = Verdict.Driver();
        for (int trial = 0; trial < count; trial++)
        {
            using CancellationTokenSource source = new();
            Stopwatch sinceCancelled = new();
            using CancellationTokenRegistration stamp = source.Token.Register(sinceCancelled.Start);
            source.CancelAfter(duration * moments.Below(1000) / 1000);
            try
            {
                driver = driver.RunGenerators(compilation, source.Token);

                // The run was over first: the next one begins with nothing cached again.
                driver = Verdict.Driver();
            }
            catch (OperationCanceledException)
            {
                latencies.Add(sinceCancelled.Elapsed);
            }
        }

        latencies.Sort();
        Tally.Count(output, "cancelled runs", latencies.Count);
        Assert.True(latencies.Count > count / 4, Said($"only {latencies.Count} of {count} runs were cancelled before their end"));
        (double median, double longest) = (latencies[latencies.Count / 2].TotalMilliseconds, latencies[^1].TotalMilliseconds);
        output.WriteLine(Said($"a whole run takes {duration.TotalMilliseconds:0} ms; cancelled, it ends after {median:0.0} ms (median)"));
        output.WriteLine(Said($"the longest that a cancelled run went on: {longest:0.0} ms"));
        Assert.True(latencies[^1] < Hang, "a cancelled run goes on");
        Assert.Equal(expected, Texts(driver.RunGenerators(compilation)));
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string[] Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Empty(result.Diagnostics);
        return [.. result.GeneratedSources.Select(source => source.SourceText.ToString())];
    }
}
