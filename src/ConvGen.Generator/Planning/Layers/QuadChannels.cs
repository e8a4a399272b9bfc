using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Plans a second way to compute layers of bytes, for processors that multiply them four at a time and add the products to sums of 32 bits
/// (AVX-VNNI). Nothing is saturated on the way, so that sums modulo 2^32 are exact, because the whole sum fits. One factor of the
/// instruction has no sign: samples of <c>sbyte</c> are copied 128 higher, and none of them less its zero point; what that adds to a sum
/// is the same for all pixels.
/// </summary>
/// <remarks>
/// On a Zen 5, in ns for 576 products: 2.65 with 256 bits of these, 2.95 with 512 bits of pairs, 6.0 with 256 bits of pairs. .NET has the
/// instruction for 128 and 256 bits.
/// </remarks>
internal static class QuadChannels
{
    /// <summary>Channels from which on there is more to a quadruple than to a pair.</summary>
    private const int Fewest = 3;

    public static LayerPlan Apply(LayerPlan plan)
    {
        if (!IsPossible(plan))
        {
            return plan;
        }

        LayerPlan quads = plan with { PairsChannels = false, QuadsChannels = true, Minimal = null, Tile512 = null, Tile128 = null };
        quads = SizeLayerCopies.Apply(quads) with { Decisions = plan.Decisions };
        return plan with { OfQuads = quads, PrefersWideToQuads = plan.Minimal is not null || (plan.Tile512 is not null && Pads(plan)) };
    }

    private static bool IsPossible(LayerPlan plan) =>
        plan is { PairsChannels: true, Lanes: LayerLanes.OutputChannels, Tile256.Slides: false, Model.ComputesParts: false }
        && plan.Layer.GroupInputs >= Fewest
        && (plan.Layer.Groups == 1 || plan.Layer.GroupInputs % 4 == 0)
        && plan.Model.Form.Source.Element is ElementType.Byte or ElementType.SByte
        && !(plan.BiasJoinsLast && LayerPlan.MovesSamples(plan.Model))
        && HasBytes(plan);

    /// <summary>Whether a signed byte holds every weight.</summary>
    private static bool HasBytes(LayerPlan plan) =>
        plan.Model.Kernel.Weights is { } weights
            ? weights
                .Select(weight => SumBounds.Whole(weight, plan.Denominator))
                .All(static weight => weight >= sbyte.MinValue && weight <= sbyte.MaxValue)
            : plan.Model.Form is { Kernel.Element: ElementType.SByte, Requantisation: null or { HasKernelZeroPoint: false } };

    /// <summary>
    /// Whether quadruples hold more channels that are none than pairs do, by more than what they gain on 512 bits; or so few that samples
    /// are copied one by one.
    /// </summary>
    private static bool Pads(LayerPlan plan)
    {
        int inputs = plan.Layer.GroupInputs,
            quads = (inputs + 3) / 4 * 4,
            pairs = (inputs + 1) / 2 * 2;
        return inputs < 4 || quads * 10 > pairs * 11;
    }
}
