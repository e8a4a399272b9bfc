using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Separating;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;
using ConvGen.Generator.Planning.Transforms;
using ConvGen.Generator.Planning.Types;
using ConvGen.Generator.Planning.Windows;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning;

/// <summary>Turns a model into a plan by applying the passes in their order.</summary>
internal static class Planner
{
    private static readonly Pass[] AfterPairs =
    [
        .. SumPasses()
            .SkipWhile(static pass => pass.Name != nameof(FoldSymmetry))
            .Where(static pass => pass.Name is not (nameof(SumBox) or nameof(SizeHalo))),
    ];

    /// <summary>The front end as generator and analyzers use it: a parsed declaration in, a plan or the reason why not out.</summary>
    /// <param name="parsed">The parsed declaration.</param>
    /// <param name="cancellation">Stops the planning: between passes, and within those that can take long.</param>
    public static PlanResult Plan(ParseResult parsed, CancellationToken cancellation = default)
    {
        if (parsed.Windows is { } windows)
        {
            return new PlanResult(parsed.Header, null, null) { Windows = WindowPlanner.Plan(windows) };
        }

        if (parsed.Input is { } input)
        {
            return new PlanResult(parsed.Header, null, null)
            {
                Input = input,
                InputTiles = input.Transformed is { } forward
                    ? Plan(new ParseResult(forward.Header, forward, null), cancellation).Plan?.Transform
                    : null,
            };
        }

        if (parsed.Group is { } group)
        {
            return GroupPlanner.Plan(group, cancellation);
        }

        if (parsed.Model is not { } model)
        {
            return new PlanResult(parsed.Header, null, parsed.Refusal);
        }

        if (model.Layer is { } layer)
        {
            return ChooseTransform.Layer(
                model,
                LayerPlanner.Plan(ChooseTransform.Direct(model), layer, model.FloatingPoint == FloatingPointMode.Transform, cancellation)
            );
        }

        if (LimitSize.Refuse(model) is { } tooLarge)
        {
            return new PlanResult(parsed.Header, null, tooLarge);
        }

        KernelPlan plan = ReadTaps.Start(ChooseTransform.Direct(model));
        if (ProveAccumulator.Refuse(plan) is { } refusal)
        {
            return new PlanResult(parsed.Header, null, refusal);
        }

        KernelPlan direct = ApplyPasses(plan, cancellation);
        KernelPlan chosen = direct.Accumulator.IsInteger()
            ? ChooseExactTransform.Apply(model, direct, sums => ApplyPasses(sums, cancellation))
            : ChooseTransform.Apply(model, direct);
        return new PlanResult(parsed.Header, chosen, null);
    }

    private static KernelPlan ApplyPasses(KernelPlan plan, CancellationToken cancellation)
    {
        foreach (Pass pass in Passes(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            plan = pass.Apply(plan);
        }

        return plan;
    }

    /// <summary>The passes in their order. Each is a pure function; its reason says why it stands where it stands.</summary>
    public static IEnumerable<Pass> Passes(CancellationToken cancellation = default) =>
        [.. TypePasses(), .. ImagePasses(cancellation), .. SumPasses()];

    /// <summary>What the numbers are computed in, and what may be left out of the sum for it.</summary>
    private static IEnumerable<Pass> TypePasses()
    {
        yield return new Pass(
            nameof(ChooseAccumulator),
            ChooseAccumulator.Apply,
            "first, because whether a zero tap may go depends on whether the sum is exact"
        );
        yield return new Pass(nameof(DropZeroTaps), DropZeroTaps.Apply, "before all counting, because every later choice counts taps");
        yield return new Pass(
            nameof(ChooseDivision),
            ChooseDivision.Apply,
            "after the accumulator, whose spare range decides how to divide"
        );
        yield return new Pass(
            nameof(DivideInDoubles),
            DivideInDoubles.Apply,
            "after the division, because vectors do otherwise what is no shift"
        );
        yield return new Pass(
            nameof(ChooseVectors),
            ChooseVectors.Apply,
            "after the accumulator, which decides whether a 'long' result has to be converted"
        );
        yield return new Pass(
            nameof(ChooseProducts),
            ChooseProducts.Apply,
            "after zero taps have gone, and before all that adds samples ahead of their product"
        );
    }

    /// <summary>What takes an image or a volume apart into several passes over it.</summary>
    private static IEnumerable<Pass> ImagePasses(CancellationToken cancellation)
    {
        yield return new Pass(
            nameof(FactorPlanes),
            plan => FactorPlanes.Apply(plan, cancellation),
            "before the separation of images, of which it leaves one, and after what may forbid vectors"
        );
        yield return EachImage(
            nameof(FactorSeparable),
            plan => FactorSeparable.Apply(plan, cancellation),
            "before all that shapes a pass, because it decides how many passes there are, and after what may forbid vectors"
        );
        yield return EachImage(
            nameof(PrefixSums),
            PrefixSums.Apply,
            "after the separation, whose sums along rows it shortens, and before the pairs, which long ones are made of otherwise"
        );
        yield return EachImage(nameof(PartialSums), PartialSums.Apply, "after the prefix sums, which are better where there are any");
        yield return EachImage(
            nameof(ShareRowSums),
            ShareRowSums.Apply,
            "after the separation, which asks what it would cost and leaves it what one pass does better"
        );
    }

    /// <summary>How each sum is formed, down to its tile and its registers.</summary>
    private static IEnumerable<Pass> SumPasses()
    {
        yield return EachSum(
            nameof(PairProducts),
            PairProducts.Apply,
            "after the separation, and before the folding, which multiplies samples one by one"
        );
        yield return EachSum(nameof(DividePacked), DividePacked.Apply, "after the pairs, whose sums of 32 bits are packed");
        yield return EachSum(
            nameof(DivideInSingle),
            DivideInSingle.Apply,
            "after the division of packed sums, which is better where there is one"
        );
        yield return EachSum(
            nameof(BlockTaps),
            BlockTaps.Apply,
            "after the pairs, which serve integers better, and before the folding, which would cost a long row more loads than it "
                + "saves products"
        );
        yield return EachSum(
            nameof(FoldSymmetry),
            FoldSymmetry.Apply,
            "after the separation, whose factors have symmetries of their own, and before the taps are counted"
        );
        yield return EachSum(
            nameof(LimitSize),
            LimitSize.Apply,
            "before the tile, because loops carry a different tile than unrolled taps"
        );
        yield return new Pass(nameof(SumBox), SumBox.Apply, "after the size limit, because taps in a loop have no rows to slide over");
        yield return EachSum(
            nameof(GroupEqualTaps),
            GroupEqualTaps.Apply,
            "after the folding, whose terms it takes as they are, and after what may put taps into a loop or let them slide"
        );
        yield return EachSum(
            nameof(ChooseTile),
            ChooseTile.Apply,
            "after the size limit, because the tile multiplies the taps, and after the groups, whose sums take registers"
        );
        yield return EachSum(nameof(PlaceCoefficients), PlaceCoefficients.Apply, "after the tile, because both want the same registers");
        yield return EachImage(nameof(SizeHalo), SizeHalo.Apply, "last, because a copied block is made for whole tiles");
    }

    /// <summary>
    /// What the passes make of one sum whose pairs are chosen, so that it has a program. They do not let it slide: a sum down a box costs
    /// less still, in whatever way of the kernel it comes up.
    /// </summary>
    public static KernelPlan Formed(KernelPlan sum) => AfterPairs.Aggregate(sum, static (plan, pass) => pass.Apply(plan));

    /// <summary>The same without groups of equal taps.</summary>
    public static KernelPlan FormedWithoutGroups(KernelPlan sum) =>
        AfterPairs.Where(static pass => pass.Name != nameof(GroupEqualTaps)).Aggregate(sum, static (plan, pass) => pass.Apply(plan));

    private static Pass EachImage(string name, Func<KernelPlan, KernelPlan> step, string because) =>
        new(name, plan => plan.EachImage(step), because);

    private static Pass EachSum(string name, Func<KernelPlan, KernelPlan> step, string because) =>
        new(name, plan => plan.EachSum(step), because);
}
