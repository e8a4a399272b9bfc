using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>Turns the model of a layer into a plan by applying the passes in their order.</summary>
internal static class LayerPlanner
{
    public static PlanResult Plan(ConvolutionModel model, LayerOptions layer, CancellationToken cancellation = default)
    {
        Refusal? refusal = LayerLimits.Refuse(model) ?? LayerSums.Refuse(model, layer);
        if (refusal is not null)
        {
            return new PlanResult(model.Header, null, refusal);
        }

        LayerPlan plan = new(model, layer);
        foreach (LayerPass pass in Passes())
        {
            cancellation.ThrowIfCancellationRequested();
            plan = pass.Apply(plan);
        }

        return new PlanResult(model.Header, null, null) { Layer = plan };
    }

    /// <summary>The passes in their order. Each is a pure function; its reason says why it stands where it stands.</summary>
    public static IEnumerable<LayerPass> Passes()
    {
        yield return new LayerPass(nameof(ChooseLayerAccumulator), ChooseLayerAccumulator.Apply, "first, because lanes are counted in elements of the accumulator");
        yield return new LayerPass(nameof(ChooseLanes), ChooseLanes.Apply, "after the accumulator, because its size says how many output channels fill a vector");
        yield return new LayerPass(nameof(PairChannels), PairChannels.Apply, "after the lanes, because sums that have no vector code have no pairs either");
        yield return new LayerPass(nameof(TileLayer), TileLayer.Apply, "after the lanes, because the tile lies across them");
        yield return new LayerPass(nameof(PlaceLayerWeights), PlaceLayerWeights.Apply, "after the tile, because the weights are read in its order");
        yield return new LayerPass(nameof(SizeLayerCopies), SizeLayerCopies.Apply, "last, because a copied block is made for whole tiles");
    }
}
