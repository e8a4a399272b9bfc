using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Trials;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Random declarations against the oracle.</summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void All_small_shapes_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        TrialBatch.AssertAll(
            PropertyTrials.Trials,
            trial =>
                from height in Enumerable.Range(trial.Declared.Axes == 1 ? 1 : 0, trial.Declared.Axes == 1 ? 1 : 8)
                from width in Enumerable.Range(0, 8)
                select At(trial, new Circumstances(width, height, width % 3, height % 4, (height * 8) + width))
        );
    }

    [Fact]
    public void All_widths_up_to_four_vectors_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        TrialBatch.AssertAll(
            PropertyTrials.Trials,
            trial =>
                from width in Enumerable.Range(8, 63)
                select At(trial, new Circumstances(width, trial.Declared.Axes == 1 ? 1 : 1 + (width % 6), width % 5, width % 4, width))
        );
    }

    [Fact]
    public void Rows_of_several_strips_agree_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        TrialBatch.AssertAll(
            [.. PropertyTrials.ChosenTrials],
            trial =>
                from width in new[] { 390, 1500, 1540, 3080, 6301 }
                select At(trial, new Circumstances(width, trial.Declared.Axes == 1 ? 1 : 1 + (width % 11), width % 3, width % 4, width))
        );
    }

    [Fact]
    public void Any_picture_agrees_with_the_oracle()
    {
        output.WriteLine(Seed.Text);
        Arbitrary<int> which = Arb.From(Gen.Choose(0, PropertyTrials.Trials.Count - 1));
        Check.One(
            Seed.Config(1500),
            Prop.ForAll(
                which,
                CircumstancesGenerator.Any,
                (index, circumstances) =>
                {
                    Trial trial = PropertyTrials.Trials[index];
                    Circumstances suitable = trial.Declared.Axes == 1 ? circumstances with { Height = 1 } : circumstances;
                    string? objection = trial.Run(suitable);
                    Assert.True(objection is null, $"{Seed.Text}\n{trial}\n{suitable}\n=> {objection}");
                }
            )
        );
    }

    [Fact]
    public void Special_numbers_have_the_bits_of_the_naive_loop_in_strict_mode()
    {
        output.WriteLine(Seed.Text);
        Trial[] strict = [.. PropertyTrials.Trials.Where(t => t.Declared.IsStrict)];
        Assert.True(strict.Length > 20);
        TrialBatch.AssertAll(
            strict,
            trial =>
                from seed in Enumerable.Range(0, 12)
                select At(
                    trial,
                    new Circumstances(
                        1 + (seed * 5),
                        trial.Declared.Axes == 1 ? 1 : 1 + (seed % 5),
                        seed % 3,
                        seed % 2,
                        seed,
                        Content.Special
                    )
                )
        );
    }

    [Fact]
    public void Samples_away_from_edges_do_not_depend_on_the_size_of_the_picture()
    {
        output.WriteLine(Seed.Text);
        TrialBatch.AssertAll(
            PropertyTrials.Trials,
            trial =>
            {
                Declared declared = trial.Declared;
                bool isLine = declared.Axes == 1;
                Circumstances whole = new(160, isLine ? 1 : 40, 3, 1, 99);

                // A window's own width and a little more: results of a few columns, which take other paths than wide ones.
                int columns = (declared.Dilation(declared.Axes - 1) * (declared.Columns - 1)) + 1;
                int rows = isLine ? 1 : (declared.Dilation(0) * (declared.Rows - 1)) + 1;
                return from width in new[] { columns, columns + 1, columns + 2, columns + 3, columns + 6, columns + 16, 33, 67, 100 }
                    from height in isLine ? new[] { 1 } : [rows, rows + 1, rows + 6]
                    let left = width % 7 * declared.Stride(declared.Axes - 1)
                    let top = isLine ? 0 : width % 3 * declared.Stride(0)
                    where left + width <= whole.Width && top + height <= whole.Height
                    select trial.CompareWithin(whole, left, top, width, height) is { } objection ? $"{Seed.Text}: {objection}" : null;
            }
        );
    }

    private static string? At(Trial trial, Circumstances circumstances) =>
        trial.Run(circumstances) is { } objection ? $"{circumstances}: {objection}" : null;
}
