using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>A NaN or an infinity reaches only the results whose window holds it, whatever the plan.</summary>
public sealed class SpecialSampleTests(ITestOutputHelper output)
{
    private const int FewestTrials = 60,
        FewestReached = 2000;

    [Fact]
    public void One_special_sample_reaches_its_windows_only()
    {
        output.WriteLine(Seed.Text);
        Trial[] floating = [.. PropertyTrials.Trials.Where(trial => trial.Declared.Source.IsFloating())];
        Assert.True(floating.Length >= FewestTrials, $"{floating.Length} declarations have floating-point samples");
        Random random = new(7);
        int reached = 0,
            tried = 0;
        TrialBatch.AssertAll(
            floating,
            trial =>
                from width in new[] { 1, 5, 23, 67, 390 }
                from special in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }
                from again in Enumerable.Range(0, Effort.Of(2, 40))
                let height = trial.Declared.Axes == 1 ? 1 : 1 + random.Next(12)
                let circumstances = new Circumstances(width, height, width % 3, height % 4, (width * 16) + again)
                select Try(trial, circumstances, special)
        );
        Assert.True(reached >= FewestReached, $"the sample reached {reached} results in {tried} runs");
        Tally.Count(output, "pictures with one special sample", tried);

        string? Try(Trial trial, Circumstances circumstances, double special)
        {
            int pixel = random.Next(circumstances.Width * circumstances.Height),
                channel = random.Next(trial.Declared.PixelChannels);
            (string? objection, int hits) = trial.RunWithOne(circumstances, special, pixel, channel);
            reached += hits;
            tried++;
            return objection is null ? null : $"{Seed.Text}: {special} in pixel {pixel}, channel {channel} of {circumstances}: {objection}";
        }
    }
}
