using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Takes minimal filtering where weights are transformed once, when a kernel is prepared, and where there are enough channels to pay for
/// the transforms of samples and results. Sums of integers stay exact: with two results
/// a side and weights multiplied by two a side, all is whole, and a sum is four times the result, which 32 bits still hold. Floating-point
/// sums are accurate in norm, which must be allowed, and are taken with four results a side.
/// </summary>
internal static class ChooseMinimalTile
{
    /// <summary>
    /// Channels on either side from which on fewer products are worth the transforms. With 8 to 64 channels, integers lose where results
    /// leave the second-level cache.
    /// </summary>
    private const int Fewest = 16;

    /// <summary>
    /// What a sum of integers is more than the result: a factor of two for each axis, by which weights are multiplied to stay whole.
    /// </summary>
    private const int Factor = 4;

    /// <summary>How many times a sample, and a weight, may be larger once transformed: sums of two, and of three, a side.</summary>
    private const int SampleGrowth = 4,
        WeightGrowth = 9;

    public static LayerPlan Apply(LayerPlan plan) =>
        plan switch
        {
            _ when !IsRegular(plan) => plan,
            _ when IsExact(plan) => (plan with { Minimal = new MinimalTile(2) }).Because(
                "2 x 2 results at a time by minimal filtering: 16 products for two channels instead of 36, of samples and weights "
                    + "that are added up before; exactly, because 32 bits hold four times each sum"
            ),
            _ when IsAllowed(plan) => WithFour(plan),
            _ => plan,
        };

    private static LayerPlan WithFour(LayerPlan plan)
    {
        MinimalTile tile = new(4) { ErrorFactor = MinimalError.Factor(plan.Layer.InputChannels) };
        return (plan with { Minimal = tile }).Because(
            "4 x 4 results at a time by minimal filtering (Winograd): 36 products for two channels instead of 144, of samples and "
                + "weights that are added up before; "
                + FormattableString.Invariant(
                    $"the error of a result is at most {tile.ErrorFactor} * eps * norm(w) * norm(x) + eps * |bias|, with the norms "
                )
                + "(square roots of sums of squares) of the output channel's weights and of the 6 x 6 pixels that the tile of "
                + "the result sees"
        );
    }

    private static bool IsRegular(LayerPlan plan) =>
        plan is { Lanes: LayerLanes.OutputChannels, ScalarReason: null, Layer.Groups: 1, Division: null, BiasJoinsLast: false }
        && plan.Model
            is {
                Form: { Axes: 2, Kernel.Carrier: Carrier.Prepared },
                Vertical: { Size: 3, Stride: 1, Dilation: 1 },
                Horizontal: { Size: 3, Stride: 1, Dilation: 1 }
            };

    private static bool HasChannels(LayerPlan plan) => plan.Layer is { InputChannels: >= Fewest, OutputChannels: >= Fewest };

    /// <summary>
    /// Floating-point sums depend on where tiles begin: parts must begin with a block of rows and be as wide as the result, as the bands of
    /// threads are.
    /// </summary>
    private static bool HasWholeBlocks(ConvolutionModel model) =>
        !model.ComputesParts || model.Form is { IsParallel: true, IsInPlace: false, HasRegion: false };

    private static bool IsAllowed(LayerPlan plan) =>
        plan is { AsksTransform: true, StoresVectors: true, Fuses: true }
        && HasWholeBlocks(plan.Model)
        && plan.Accumulator.IsFloating()
        && plan.Model.Form.Source.Element == plan.Accumulator
        && HasChannels(plan);

    private static bool IsExact(LayerPlan plan)
    {
        if (!plan.PairsChannels || plan.Layer.InputChannels % 2 != 0 || plan.Range is not { } range || !HasChannels(plan))
        {
            return false;
        }

        (BigInteger sample, BigInteger weight) = (
            LayerSums.Magnitude(plan.Model, ofKernel: false),
            LayerSums.Magnitude(plan.Model, ofKernel: true)
        );
        return sample * SampleGrowth <= short.MaxValue
            && weight * WeightGrowth <= short.MaxValue
            && range.Minimum * Factor >= int.MinValue
            && range.Maximum * Factor <= int.MaxValue;
    }
}
