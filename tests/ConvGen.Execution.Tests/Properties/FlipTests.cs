using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Convolution with a kernel is correlation with the reversed kernel, at the same anchor as applied.</summary>
public sealed class FlipTests
{
    private const int Count = 40;

    [Fact]
    public void Convolution_equals_correlation_with_the_reversed_kernel_bit_for_bit()
    {
        Declared[] convolutions =
        [
            .. DeclarationGenerator
                .Any.Where(d => d.Kernel is null)
                .Sample(Count, Seed.Start, 50)
                .Select(d => d with { IsConvolution = true }),
        ];
        Declared[] correlations = [.. convolutions.Select(d => d with { IsConvolution = false, Weights = [.. d.Weights.Reverse()] })];
        using TrialBatch batch = new([.. convolutions, .. correlations]);
        Dictionary<Trial, Trial> partners = batch
            .Trials.Take(Count)
            .Zip(batch.Trials.Skip(Count))
            .ToDictionary(p => p.First, p => p.Second);

        TrialBatch.AssertAll(
            [.. batch.Trials.Take(Count)],
            trial =>
                from width in new[] { 1, 2, 3, 5, 8, 13, 17, 33, 64, 67 }
                from height in trial.Declared.Axes == 1 ? new[] { 1 } : [1, 2, 4, 7]
                let circumstances = new Circumstances(width, height, 0, 0, width + height, Content.Special)
                select trial.Result(circumstances).SequenceEqual(partners[trial].Result(circumstances))
                    ? null
                    : $"{Seed.Text}: {circumstances} differs"
        );
    }
}
