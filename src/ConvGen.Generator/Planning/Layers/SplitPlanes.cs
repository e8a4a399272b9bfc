using ConvGen.Generator.Model;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>
/// Takes planes that are convolved alone one by one, each as a layer of one channel: what is copied of a plane stays in the first-level
/// cache, and where its few weights fit into registers, they stay there
/// for all of its rows. Row by row through all planes, the loops around so few products would take longer than these.
/// </summary>
internal static class SplitPlanes
{
    /// <summary>Weights that stay in registers, of 16, beside four sums and what is multiplied.</summary>
    private const int MostWeights = 9;

    public static LayerPlan Apply(LayerPlan plan)
    {
        if (
            plan is not { Lanes: LayerLanes.Pixels, ScalarReason: null, Layer: { GroupInputs: 1, GroupOutputs: 1 } }
            || (plan.Layer.Groups > 1 && !plan.Layer.IsPlanar)
        )
        {
            return plan;
        }

        plan =
            plan.Layer.Groups == 1
                ? plan
                : (plan with { SplitsPlanes = true }).Because(
                    "planes one by one, because each is convolved alone, and what is copied of one stays in the first-level cache"
                );
        if (plan.Model.Form.Axes != 2 || plan.Taps > MostWeights || !plan.OfPlane.StoresVectors)
        {
            return plan;
        }

        bool sharesRows = plan.Model.Vertical is { Stride: 1, Dilation: 1, Size: > 1 };
        RowsTile tile = sharesRows ? new RowsTile(2, 2) : new RowsTile(1, 4);
        return (plan with { RowsTile = tile }).Because(
            $"the weights stay in registers for all rows, {(sharesRows ? "two at a time, so that samples are read once for both" : "one after the other")}"
        );
    }
}
