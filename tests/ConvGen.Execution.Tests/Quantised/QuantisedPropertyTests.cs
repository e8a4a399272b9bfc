using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>Random quantised layers against their formula.</summary>
public sealed class QuantisedPropertyTests(QuantisedFixture fixture, ITestOutputHelper output) : IClassFixture<QuantisedFixture>
{
    [Fact]
    public void Every_result_is_that_of_the_formula()
    {
        output.WriteLine(Seed.Text);
        List<string> objections = [];
        int runs = 0;
        foreach (QuantisedTrial trial in fixture.Trials)
        {
            foreach ((int width, int height) in new[] { (0, 2), (1, 1), (2, 3), (5, 2), (7, 4), (9, 3), (17, 2), (35, 3), (70, 1) })
            {
                bool isSignal = trial.Layer.Space.Axes == 1;
                QuantisedNumbers numbers = QuantisedNumbers.Draw(
                    trial.Layer,
                    width,
                    isSignal ? 1 : height,
                    trial.Layer.HasBatch ? 2 : 1,
                    trial.Layer.HasPitches ? width % 3 : 0,
                    (int)Seed.Value + runs++
                );
                if (trial.Objection(numbers) is { } objection)
                {
                    objections.Add($"{trial}\n{width} x {height}: {objection}\n");
                    break;
                }
            }
        }

        Tally.Count(output, "runs of quantised layers", runs);
        Assert.True(
            objections.Count == 0,
            $"{objections.Count} of {fixture.Trials.Count} layers fail\n{string.Concat(objections.Take(5))}"
        );
        Assert.True(runs > 1000, $"{runs}");
    }

    [Fact]
    public void Draws_reach_what_matters()
    {
        // Ties to even, both ends of the type, and numbers between.
        int ties = 0,
            ends = 0,
            between = 0;
        foreach (QuantisedTrial trial in fixture.Trials)
        {
            QuantisedNumbers numbers = QuantisedNumbers.Draw(trial.Layer, 9, trial.Layer.Space.Axes == 1 ? 1 : 4, 1, 0, 5);
            Layers.LayerOracle oracle = new(trial.Layer, numbers.Source.Width, numbers.Source.Height);
            Layers.Stack<int> results = new(1, trial.Layer.Outputs, oracle.Width, oracle.Height, 0, trial.Layer.IsPlanar, []);
            (int low, int high) = trial.Layer.Space.Destination == Element.Byte ? (0, 255) : (-128, 127);
            foreach ((int Item, int Channel, int Row, int Column) place in results.Positions)
            {
                int result = QuantisedOracle.Result(trial.Layer, oracle, numbers, place);
                ends += result == low || result == high ? 1 : 0;
                between += result > low && result < high ? 1 : 0;
                ties += result > low && result < high && numbers.Scale[place.Channel] == 0.5f ? 1 : 0;
            }
        }

        output.WriteLine($"ends {ends}, between {between}, of these halves {ties}");
        Assert.True(ends > 500 && between > 500 && ties > 50, $"{ends} {between} {ties}");
    }
}
