using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums down the columns of a box, which slide.</summary>
public class SumBoxTests
{
    [Theory]
    [InlineData("Byte", 6, "WithinTile")]
    [InlineData("Byte", 7, "FromRowToRow")]
    [InlineData("UInt16", 12, "WithinTile")]
    [InlineData("UInt16", 13, "FromRowToRow")]
    [InlineData("Single", 13, "None")]
    public void Tall_boxes_slide_from_one_kept_row_to_the_next(string type, int size, string sliding)
    {
        ElementType element = Enum.Parse<ElementType>(type);
        KernelPlan plan = PlanModels
            .Model(element, element, size, size, [.. Enumerable.Repeat(Rational.One / (size * size), size * size)])
            .Plan();
        Assert.Equal(sliding, SlidingOf(Assert.Single(plan.Separation!.Vertical)));
        Assert.Equal(sliding == "FromRowToRow", plan.Separation.Slides);
    }

    [Fact]
    public void A_box_of_one_column_slides_within_a_tile() =>
        Assert.Equal("WithinTile", SlidingOf(PlanModels.Bytes(9, 1, 9, [.. Enumerable.Repeat(1, 9)]).Plan()));

    [Fact]
    public void Rows_apart_do_not_slide()
    {
        ConvolutionModel box = PlanModels.Bytes(9, 9, 81, [.. Enumerable.Repeat(1, 81)]);
        KernelPlan plan = (box with { Vertical = box.Vertical with { Stride = 2 } }).Plan();
        Assert.All(plan.Separation?.Vertical ?? [], pass => Assert.IsNotType<SlidingSum>(pass.Sum));
    }

    private static string SlidingOf(KernelPlan plan) => plan.Sum is SlidingSum sum ? sum.Sliding.ToString() : "None";
}
