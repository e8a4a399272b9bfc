using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Model.Groups;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Types;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Planning.Groups;

/// <summary>Plans each kernel of a group as if it were alone, and what is made of their results.</summary>
internal static class GroupPlanner
{
    private static readonly ElementType[] Integers = [ElementType.Int16, ElementType.Int32, ElementType.Int64];

    public static PlanResult Plan(GroupModel group, CancellationToken cancellation)
    {
        EquatableArray<ConvolutionModel> models = group.IsStored ? group.Kernels : WithResults(group);
        List<KernelPlan> plans = [];
        for (int index = 0; index < models.Count; index++)
        {
            // Refusals name the method, and types the kernel.
            PlanResult planned = Planner.Plan(
                new ParseResult(group.Header, models[index] with { Header = group.Header }, null),
                cancellation
            );
            if (planned.Plan is not { } plan)
            {
                Refusal refusal = planned.Refusal!;
                return new PlanResult(
                    group.Header,
                    null,
                    refusal with
                    {
                        Instead = null,
                        Site = refusal.Site with { FirstKernel = group.Attributes[index] },
                    }
                );
            }

            plan = plan with { Model = models[index] };
            plans.Add(group.IsStored ? KeepAtStores.Apply(plan, group.Kept) : plan);
        }

        FinishPlan? finish = group.IsStored ? null : ChooseFinish.Of(group, [.. plans]);
        return finish is { Range: { } range } && !range.IsWithin(ElementType.Int64)
            ? new PlanResult(group.Header, null, TooLarge(group, range))
            : new PlanResult(group.Header, null, null) { Group = new GroupPlan(group, plans.ToEquatableArray(), finish) };
    }

    /// <summary>
    /// The kernels with the type of results that all of them share until they are combined: of integers the narrowest that holds every one.
    /// </summary>
    private static EquatableArray<ConvolutionModel> WithResults(GroupModel group)
    {
        bool isWhole =
            group.Scales && group.Outputs.All(static output => output.Buffer.Element.IsInteger()) && group.Kernels.All(HasWholeResults);
        ElementType given = group.First.Form.Destination.Element;
        if (!isWhole && given.IsFloating())
        {
            return group.Kernels;
        }

        // A sum that is refused for its size has no narrowest type, and is refused with any.
        SumRange[] ranges = [.. group.Kernels.Select(Results)];
        ElementType narrowest = Integers.FirstOrDefault(type => Array.TrueForAll(ranges, range => range.IsWithin(type)));
        ElementType type = Array.TrueForAll(ranges, static range => range.IsWithin(ElementType.Int64)) ? narrowest : ElementType.Int64;
        return group
            .Kernels.Select(kernel =>
                kernel with
                {
                    Form = kernel.Form with { Destination = kernel.Form.Destination with { Element = type } },
                }
            )
            .ToEquatableArray();
    }

    /// <summary>
    /// Whether sums before they are scaled are whole numbers, which are then the same as floating-point ones, and faster.
    /// </summary>
    private static bool HasWholeResults(ConvolutionModel kernel) =>
        kernel.Form.Source.Element.IsInteger()
        && (
            kernel.Kernel.Weights is { } weights ? weights.All(static weight => weight.IsInteger) : kernel.Form.Kernel!.Element.IsInteger()
        );

    /// <summary>The smallest and the largest result of a kernel, rounded and not saturated.</summary>
    private static SumRange Results(ConvolutionModel kernel)
    {
        KernelPlan plan = ReadTaps.Start(kernel);
        if (SumBounds.Denominator(plan) is not { } denominator)
        {
            return new SumRange(BigInteger.Zero, ElementType.Int64.Maximum() + 1);
        }

        SumRange sums = SumBounds.Of(plan, denominator);
        return new SumRange(Rounded(sums.Minimum, denominator), Rounded(sums.Maximum, denominator));
    }

    /// <summary><c>floor(sum / denominator + 1/2)</c>.</summary>
    public static BigInteger Rounded(BigInteger sum, BigInteger denominator) =>
        IntegerMath.FloorDivide(sum + (denominator / 2), denominator);

    private static Refusal TooLarge(GroupModel group, SumRange range)
    {
        (string largest, string most) = ProveAccumulator.Excess(range);
        return new Refusal(
            DeclarationRules.AccumulatorNotProven,
            EquatableArray.Of(
                group.Header.Name,
                largest,
                most,
                "use smaller weights, a narrower source type or a floating-point destination"
            ),
            RefusalSite.Option("Combine")
        );
    }
}
