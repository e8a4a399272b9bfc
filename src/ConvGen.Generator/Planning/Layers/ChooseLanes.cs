using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Chooses what lies across the lanes. Output channels do where a pixel has enough of them side by side: each sample is then read once for
/// all of them, and nothing is shuffled. A layer
/// that treats every channel alone has its channels in the lanes. Everything else, planes above all, has neighbouring pixels there.
/// </summary>
internal static class ChooseLanes
{
    /// <summary>
    /// What part of the products of planes is lost because rows of 14, 28 or 56 pixels end within a vector, one over: a quarter. Of pairs
    /// of products, which are half as many, it is half, because the weights of each are put into all lanes of a vector first.
    /// </summary>
    private const int LostPart = 4;

    /// <summary>
    /// What it takes to put a vector of samples from planes into pixels, or of results from pixels into planes, in products of vectors.
    /// </summary>
    private const int JoinProducts = 13;

    public static LayerPlan Apply(LayerPlan plan)
    {
        int fewest = FewestChannels(plan.Accumulator);
        LayerOptions layer = plan.Layer;
        bool isDepthwise = layer is { GroupInputs: 1, GroupOutputs: 1 };
        (LayerLanes lanes, string because) =
            JoinsPlanes(plan, fewest)
                ? (
                    LayerLanes.OutputChannels,
                    "planes are copied with channels side by side, and rows of results put back into planes, because that takes as long as "
                        + FormattableString.Invariant($"{JoinTime(plan)} products a result, and rows that end within a vector of ")
                        + FormattableString.Invariant($"pixels would lose {plan.Taps / LostPart}")
                )
            : layer.IsPlanar ? (LayerLanes.Pixels, "pixels across the lanes, because those of a plane lie side by side")
            : isDepthwise && layer.InputChannels >= fewest
                ? (LayerLanes.Channels, "channels across the lanes, because each is convolved alone")
            : layer.GroupOutputs >= fewest
                ? (LayerLanes.OutputChannels, "output channels across the lanes, because there are enough to fill a vector")
            : (
                LayerLanes.Pixels,
                $"pixels across the lanes, because {Text(layer.GroupOutputs)} output channel{(layer.GroupOutputs == 1 ? "" : "s")}{(layer.Groups > 1 ? " of a group" : "")} would not fill a vector"
            );
        plan = plan with { Lanes = lanes, ScalarReason = Reason(plan), JoinsPlanes = layer.IsPlanar && lanes == LayerLanes.OutputChannels };
        return plan.ScalarReason is { } reason ? plan.Because("no vector code: " + reason) : plan.Because(because);
    }

    /// <summary>Channels that fill a vector of 256 bits.</summary>
    private static int FewestChannels(ElementType accumulator) => 32 / accumulator.Size();

    /// <summary>
    /// Whether channels of planes are put side by side: where rows end within vectors, which those of a window of one pixel do not if rows
    /// have no gaps, and where products are many enough to pay for it.
    /// </summary>
    private static bool JoinsPlanes(LayerPlan plan, int fewest) =>
        plan.Layer.IsPlanar
        && plan.Layer.GroupOutputs >= fewest
        && (IsMovedOnly(plan) || IsPaired(plan))
        && plan.Model.Kernel.Rows * plan.Model.Kernel.Columns > 1
        && plan.Taps / LostPart > JoinTime(plan);

    /// <summary>Whether samples and results are of the type of the sums, so that copies only move them.</summary>
    private static bool IsMovedOnly(LayerPlan plan) =>
        plan.Accumulator.IsFloating()
        && plan.Model.Form.Source.Element == plan.Accumulator
        && plan.Model.Form.Destination.Element == plan.Accumulator;

    /// <summary>
    /// Whether input channels are multiplied two at a time, and vectors of sums become results, as they are or as quantised bytes.
    /// </summary>
    private static bool IsPaired(LayerPlan plan) =>
        PairChannels.IsPossible(plan)
        && (
            plan.Model.Form.Requantisation is not null
            || plan is { Model.Form.Destination.Element: ElementType.Int32, Division: null, BiasJoinsLast: false }
        );

    /// <summary>Products of the same time as joining what a result reads, and putting it back.</summary>
    private static long JoinTime(LayerPlan plan)
    {
        LayerOptions layer = plan.Layer;
        long samples = (long)layer.InputChannels * plan.Model.Depth.Stride * plan.Model.Vertical.Stride * plan.Model.Horizontal.Stride;
        return JoinProducts + (JoinProducts * samples / layer.OutputChannels);
    }

    private static string? Reason(LayerPlan plan)
    {
        if (plan.Accumulator == ElementType.Int64)
        {
            return "sums need 64 bits, for which there is no vector product";
        }

        foreach (ElementType type in new[] { plan.Model.Form.Source.Element, plan.Model.Form.Destination.Element })
        {
            if (type is ElementType.Half or ElementType.Int64)
            {
                return $"'{(type == ElementType.Half ? "Half" : "long")}' samples have no vector conversions";
            }
        }

        return null;
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
