using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Windows;

namespace ConvGen.Generator.Planning;

/// <summary>Turns a model into a plan by applying the passes in their order.</summary>
internal static class Planner
{
    /// <summary>The front end as generator and analyzers use it: a parsed declaration in, a plan or the reason why not out.</summary>
    public static PlanResult Plan(ParseResult parsed)
    {
        if (parsed.Windows is { } windows)
        {
            return new PlanResult(parsed.Header, null, null) { Windows = WindowPlanner.Plan(windows) };
        }

        if (parsed.Model is not { } model)
        {
            return new PlanResult(parsed.Header, null, parsed.Refusal);
        }

        if (model.Layer is { } layer)
        {
            return LayerPlanner.Plan(model, layer);
        }

        if (LimitSize.Refuse(model) is { } tooLarge)
        {
            return new PlanResult(parsed.Header, null, tooLarge);
        }

        KernelPlan plan = ReadTaps.Start(model);
        if (ProveAccumulator.Refuse(plan) is { } refusal)
        {
            return new PlanResult(parsed.Header, null, refusal);
        }

        foreach (Pass pass in Passes())
        {
            plan = pass.Apply(plan);
        }

        return new PlanResult(parsed.Header, plan, null);
    }

    /// <summary>The passes in their order. Each is a pure function; its reason says why it stands where it stands.</summary>
    public static IEnumerable<Pass> Passes()
    {
        yield return new Pass(nameof(ChooseAccumulator), ChooseAccumulator.Apply, "first, because whether a zero tap may go depends on whether the sum is exact");
        yield return new Pass(nameof(DropZeroTaps), DropZeroTaps.Apply, "before all counting, because every later choice counts taps");
        yield return new Pass(nameof(ChooseDivision), ChooseDivision.Apply, "after the accumulator, whose spare range decides how to divide");
        yield return new Pass(nameof(ChooseVectors), ChooseVectors.Apply, "after the division, because not every division has a vector form");
        yield return new Pass(nameof(LimitSize), LimitSize.Apply, "before the tile, because loops carry a different tile than unrolled taps");
        yield return new Pass(nameof(ChooseTile), ChooseTile.Apply, "after the size limit, because the tile multiplies the taps");
        yield return new Pass(nameof(PlaceCoefficients), PlaceCoefficients.Apply, "after the tile, because both want the same registers");
        yield return new Pass(nameof(SizeHalo), SizeHalo.Apply, "last, because a copied block is made for whole tiles");
    }
}
