using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

public class GroupEqualTapsTests
{
    private static readonly int[] Ring = [-3, -3, -3, -3, 40, -3, -3, -3, 3];

    [Fact]
    public void Equal_and_opposite_weights_share_a_product()
    {
        KernelPlan plan = Plan(ElementType.Byte, ElementType.Int64, 3, 3, Ring);
        Assert.Equal(2, plan.Products.Count());
        Assert.Equal(8, plan.Taps.Where(tap => tap.Group is not null).Sum(tap => tap.Mirror is null ? 1 : 2));
    }

    /// <summary>A product of 64 bits takes factors of 32, which samples of 32 bits outgrow when they are added; a shift does not.</summary>
    [Fact]
    public void Wide_products_are_not_shared_by_what_outgrows_them()
    {
        Assert.All(Plan(ElementType.Int32, ElementType.Int64, 3, 3, Ring).Taps, tap => Assert.Null(tap.Group));
        Assert.Equal(
            8,
            Plan(ElementType.Int32, ElementType.Int64, 3, 3, [-4, -4, -4, -4, 40, -4, -4, -4, 4]).Taps.Count(tap => tap.Group is not null)
        );
    }

    [Fact]
    public void Folded_terms_join_a_group()
    {
        KernelPlan plan = Plan(ElementType.Int16, ElementType.Int64, 3, 3, [0, 3, 0, 3, -12, 3, 0, 3, 0]);
        Assert.Equal(2, plan.Products.Count());
        Assert.Contains(plan.Taps, tap => tap.Group is not null && tap.Mirror is not null);
    }

    [Fact]
    public void Two_of_a_weight_and_units_are_not_worth_a_register()
    {
        Assert.All(Plan(ElementType.Int32, ElementType.Int64, 1, 4, [3, 5, 7, 3]).Taps, tap => Assert.Null(tap.Group));
        Assert.All(Plan(ElementType.Int32, ElementType.Int64, 1, 4, [1, 1, 1, -1]).Taps, tap => Assert.Null(tap.Group));
    }

    [Fact]
    public void The_largest_two_groups_are_formed()
    {
        KernelPlan plan = Plan(ElementType.Byte, ElementType.Int64, 3, 4, [3, 3, 3, 5, 5, 5, 5, 7, 7, 7, 7, 7]);
        Assert.Equal([5, 7], plan.Taps.Where(tap => tap.Group is not null).Select(tap => (int)tap.Weight.Numerator).Distinct().Order());
    }

    /// <summary>
    /// Pairs multiply neighbours with weights of their own, fused multiply-adds cost what additions do, and scalar code keeps its order.
    /// </summary>
    [Fact]
    public void Pairs_floating_point_and_scalar_code_have_none()
    {
        Assert.All(Plan(ElementType.Byte, ElementType.Byte, 3, 3, Ring).Taps, tap => Assert.Null(tap.Group));
        Assert.All(Plan(ElementType.Single, ElementType.Single, 3, 3, Ring).Taps, tap => Assert.Null(tap.Group));
        Assert.All(Plan(ElementType.Int64, ElementType.Double, 3, 3, Ring).Taps, tap => Assert.Null(tap.Group));
    }

    private static KernelPlan Plan(ElementType source, ElementType destination, int rows, int columns, int[] weights) =>
        PlanModels.Model(source, destination, rows, columns, PlanModels.Exact(weights)).Plan();
}
