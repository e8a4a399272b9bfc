using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;

namespace ConvGen.Execution.Tests.Widths;

/// <summary>An assembly that leaves widths out has the numbers of one that has all.</summary>
public sealed class VectorWidthsTests
{
    /// <summary>Declarations with all widths.</summary>
    private static Trial[] Partners => [.. NativeTrials.All.Where(static (_, index) => index % Effort.Of(4, 1) == 0)];

    private static readonly Circumstances[] Pictures =
    [
        new(1, 9, 0, 0, 1),
        new(19, 4, 1, 2, 2),
        new(67, 5, 3, 0, 3),
        new(310, 19, 0, 0, 4),
    ];

    [Theory]
    [InlineData(VectorWidths.Bits128)]
    [InlineData(VectorWidths.Bits256)]
    [InlineData(VectorWidths.Bits512 | VectorWidths.Bits128)]
    public void Numbers_are_those_of_the_oracle_and_the_bits_those_of_all_widths(VectorWidths widths)
    {
        Trial[] partners = Partners;
        using TrialBatch batch = new([.. partners.Select(static partner => partner.Declared)], new BatchSettings { Widths = widths });
        Dictionary<Trial, Trial> partnerOf = batch.Trials.Zip(partners).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.True(partnerOf.Count > 40, $"{partnerOf.Count} declarations");
        TrialBatch.AssertAll(
            batch.Trials,
            trial =>
                from picture in Pictures
                let suitable = trial.Declared.Axes == 1 ? picture with { Height = 1 } : picture
                select (trial.Run(suitable) ?? Difference(trial, partnerOf[trial], suitable)) is { } objection
                    ? $"{suitable}: {objection}"
                    : null
        );
    }

    private static string? Difference(Trial trial, Trial partner, Circumstances circumstances) =>
        trial.Result(circumstances).SequenceEqual(partner.Result(circumstances)) ? null : "other bits than with all widths";
}
