using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Rows of wide boxes, added in two steps.</summary>
public class PartialSumsTests
{
    [Theory]
    [InlineData("Single", 13, 3)]
    [InlineData("Single", 15, 3)]
    [InlineData("Single", 21, 3)]
    [InlineData("Single", 31, 5)]
    [InlineData("Byte", 15, 3)]
    public void A_wide_box_adds_neighbours_first(string type, int size, int neighbours)
    {
        Separation separation = Assert.IsType<Separation>(Box(type, size, size).Plan().Separation);
        Assert.Equal(neighbours, Assert.IsType<KernelPlan>(separation.Partial).Model.Kernel.Columns);
        Assert.Equal((size / neighbours) + (size % neighbours), separation.Horizontal.Products.Sum(tap => tap.Samples));
    }

    [Fact]
    public void A_narrow_box_does_not() => Assert.Null(Box("Single", 11, 11).Plan().Separation!.Partial);

    [Fact]
    public void Strict_floats_are_added_one_by_one() => Assert.Null(Box("Single", 31, 31).Strict().Plan().Separation?.Partial);

    [Theory]
    [InlineData("Single", 4, 23)]
    [InlineData("Single", 7, 13)]
    [InlineData("Byte", 12, 16)]
    public void The_sum_of_every_window_is_that_of_the_weights(string type, int rows, int columns)
    {
        KernelPlan plan = Box(type, rows, columns).Plan();
        Assert.NotNull(plan.Separation!.Partial);
        Random random = new(rows);
        int[] samples = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(0, 256))];
        Assert.Equal(new Rational(samples.Sum(), rows * columns), PlanEvaluator.Sum(plan, (i, j) => samples[(i * columns) + j]));
    }

    private static ConvolutionModel Box(string type, int rows, int columns) =>
        PlanModels.Model(
            Enum.Parse<ElementType>(type),
            Enum.Parse<ElementType>(type),
            rows,
            columns,
            [.. Enumerable.Repeat(Rational.One / (rows * columns), rows * columns)]
        );
}
