using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Chooses what lies across the lanes. Output channels do where a pixel has enough of them side by side: each sample is then read once for
/// all of them, and nothing is shuffled. A layer
/// that treats every channel alone has its channels in the lanes. Everything else, planes above all, has neighbouring pixels there.
/// </summary>
internal static class ChooseLanes
{
    public static LayerPlan Apply(LayerPlan plan)
    {
        int fewest = FewestChannels(plan.Accumulator);
        LayerOptions layer = plan.Layer;
        bool isDepthwise = layer is { GroupInputs: 1, GroupOutputs: 1 };
        (LayerLanes lanes, string because) =
            layer.IsPlanar ? (LayerLanes.Pixels, "pixels across the lanes, because those of a plane lie side by side")
            : isDepthwise && layer.InputChannels >= fewest
                ? (LayerLanes.Channels, "channels across the lanes, because each is convolved alone")
            : layer.GroupOutputs >= fewest
                ? (LayerLanes.OutputChannels, "output channels across the lanes, because there are enough to fill a vector")
            : (
                LayerLanes.Pixels,
                $"pixels across the lanes, because {Text(layer.GroupOutputs)} output channel{(layer.GroupOutputs == 1 ? "" : "s")}{(layer.Groups > 1 ? " of a group" : "")} would not fill a vector"
            );
        plan = plan with { Lanes = lanes, ScalarReason = Reason(plan) };
        return plan.ScalarReason is { } reason ? plan.Because("no vector code: " + reason) : plan.Because(because);
    }

    /// <summary>Channels that fill a vector of 256 bits.</summary>
    private static int FewestChannels(ElementType accumulator) => 32 / accumulator.Size();

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
