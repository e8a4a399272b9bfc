using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Layers;

/// <summary>Turns the model of a layer into a plan by applying the passes in their order.</summary>
internal static class LayerPlanner
{
    /// <summary>The plan, or why there is none.</summary>
    /// <param name="model">The model, whose sums may be regrouped where a transform may be taken.</param>
    /// <param name="layer">Its channels.</param>
    /// <param name="asksTransform">Whether sums may be accurate in norm only.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static PlanResult Plan(
        ConvolutionModel model,
        LayerOptions layer,
        bool asksTransform = false,
        CancellationToken cancellation = default
    )
    {
        Refusal? refusal = LayerLimits.Refuse(model) ?? LayerSums.Refuse(model, layer);
        if (refusal is not null)
        {
            return new PlanResult(model.Header, null, refusal);
        }

        LayerPlan plan = new(model, layer) { AsksTransform = asksTransform };
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
        yield return new LayerPass(
            nameof(ChooseLayerAccumulator),
            ChooseLayerAccumulator.Apply,
            "first, because lanes are counted in elements of the accumulator"
        );
        yield return new LayerPass(
            nameof(ChooseLanes),
            ChooseLanes.Apply,
            "after the accumulator, because its size says how many output channels fill a vector"
        );
        yield return new LayerPass(
            nameof(PairChannels),
            PairChannels.Apply,
            "after the lanes, because sums that have no vector code have no pairs either"
        );
        yield return new LayerPass(
            nameof(SplitPlanes),
            SplitPlanes.Apply,
            "after the lanes and before the tile, because it takes the place of the tile where weights fit into registers"
        );
        yield return new LayerPass(nameof(TileLayer), TileLayer.Apply, "after the lanes, because the tile lies across them");
        yield return new LayerPass(
            nameof(ChooseMinimalTile),
            ChooseMinimalTile.Apply,
            "after the tile and before the weights, because its products have the same tile, and its weights are transformed"
        );
        yield return new LayerPass(
            nameof(PlaceLayerWeights),
            PlaceLayerWeights.Apply,
            "after the tile, because the weights are read in its order"
        );
        yield return new LayerPass(
            nameof(SizeLayerCopies),
            SizeLayerCopies.Apply,
            "after the tile, because a copied block is made for whole tiles"
        );
        yield return new LayerPass(
            nameof(QuadChannels),
            QuadChannels.Apply,
            "last, because it is the whole plan with other products and copies"
        );
    }
}
