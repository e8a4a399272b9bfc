using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Random layers against the oracle.</summary>
public sealed class LayerPropertyTests(LayerFixture fixture, ITestOutputHelper output) : IClassFixture<LayerFixture>
{
    [Fact]
    public void Small_shapes_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        LayerBatch.AssertAll(
            fixture.Trials,
            trial =>
                from height in trial.Layer.Space.Axes == 1 ? new[] { 1 } : [0, 1, 2, 3, 5]
                from width in new[] { 0, 1, 2, 3, 4, 5, 7 }
                select At(trial, new LayerRun(width, height, (height * 8) + width, Batch: 1 + (width % 2), Gap: width % 3))
        );
    }

    [Fact]
    public void Wider_shapes_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        LayerBatch.AssertAll(
            fixture.Trials,
            trial =>
                from width in new[] { 8, 9, 11, 13, 16, 19, 24, 27, 35 }
                select At(trial, new LayerRun(width, trial.Layer.Space.Axes == 1 ? 1 : 1 + (width % 4), width, Batch: 2, Gap: width % 5))
        );
    }

    [Fact]
    public void Any_source_agrees_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        Arbitrary<int> which = Arb.From(Gen.Choose(0, fixture.Trials.Count - 1));
        Gen<LayerRun> runs =
            from width in Gen.Frequency((3, Gen.Choose(0, 40)), (1, Gen.Choose(30, 90)))
            from height in Gen.Choose(0, 12)
            from seed in Gen.Choose(0, 1_000_000)
            from batch in Gen.Choose(0, 3)
            from gap in Gen.Choose(0, 7)
            from content in Gen.Elements(Content.Ordinary, Content.Ordinary, Content.Special)
            select new LayerRun(width, height, seed, batch, gap, content);
        Check.One(
            Seed.Config(400),
            Prop.ForAll(
                which,
                Arb.From(runs),
                (index, run) =>
                {
                    LayerTrial trial = fixture.Trials[index];
                    LayerRun suitable = trial.Layer.Space.Axes == 1 ? run with { Height = 1 } : run;
                    string? objection = trial.Run(suitable);
                    Assert.True(objection is null, $"{Seed.Text}\n{trial}\n{suitable}\n=> {objection}");
                }
            )
        );
    }

    [Fact]
    public void Blocks_of_wide_and_tall_sources_meet()
    {
        output.WriteLine(Seed.Text);
        LayerTrial[] some = [.. fixture.Trials.Where((_, index) => index % 4 == 0)];
        LayerBatch.AssertAll(
            some,
            trial =>
                [
                    At(trial, new LayerRun(531, trial.Layer.Space.Axes == 1 ? 1 : 3, 7)),
                    trial.Layer.Space.Axes == 1 ? null : At(trial, new LayerRun(3, 37, 8)),
                ]
        );
    }

    [Fact]
    public void Special_numbers_have_the_bits_of_the_naive_loop_in_strict_mode()
    {
        output.WriteLine(Seed.Text);
        LayerTrial[] strict = [.. fixture.Trials.Where(trial => trial.Layer.Space.IsStrict && !LayerOracle.IsExact(trial.Layer))];
        Assert.True(strict.Length > 12, $"{strict.Length}");
        LayerBatch.AssertAll(
            strict,
            trial =>
                from seed in Enumerable.Range(0, 8)
                select At(
                    trial,
                    new LayerRun(
                        1 + (seed * 4),
                        trial.Layer.Space.Axes == 1 ? 1 : 1 + (seed % 3),
                        seed,
                        Batch: 2,
                        Gap: seed % 3,
                        Content.Special
                    )
                )
        );
    }

    private static string? At(LayerTrial trial, LayerRun run) => trial.Run(run) is { } objection ? $"{run}: {objection}" : null;
}
