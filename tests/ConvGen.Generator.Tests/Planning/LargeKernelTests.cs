using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>How the taps of large kernels are looped over.</summary>
public class LargeKernelTests
{
    [Theory]
    [InlineData(7, 7)]
    [InlineData(11, 11)]
    [InlineData(15, 15)]
    [InlineData(21, 21)]
    [InlineData(31, 31)]
    [InlineData(64, 3)]
    public void Kernel_rows_run_in_a_loop(int rows, int columns)
    {
        ConvolutionModel model = Irregular(rows, columns);
        Assert.Equal(Unrolling.Columns, model.Plan().Unrolling);
        Assert.Equal(Unrolling.Columns, model.Strict().Plan().Unrolling);
        Assert.Equal(Unrolling.Columns, model.AtRunTime(ElementType.Single).Plan().Unrolling);
        Assert.Equal(Enumerable.Range(0, rows * columns), model.Plan().Taps.Select(tap => (tap.Row * columns) + tap.Column));
    }

    [Theory]
    [InlineData(5, 5, nameof(Unrolling.Everywhere))]
    [InlineData(3, 32, nameof(Unrolling.WideTiles))]
    [InlineData(3, 75, nameof(Unrolling.Nowhere))]
    [InlineData(6, 400, nameof(Unrolling.Nowhere))]
    public void Other_shapes_have_no_rows_to_loop_over(int rows, int columns, string unrolling) =>
        Assert.Equal(Enum.Parse<Unrolling>(unrolling), Irregular(rows, columns).Plan().Unrolling);

    [Fact]
    public void A_few_zeros_stay_and_many_are_dropped()
    {
        Rational[] weights = PlanModels.Exact(PlanModels.Irregular(121));
        weights[60] = Rational.Zero;
        KernelPlan plan = PlanModels.Floats(11, 11, weights).Plan();
        Assert.Equal(121, plan.Taps.Count);
        Assert.Equal(Unrolling.Columns, plan.Unrolling);
        for (int i = 0; i < 60; i++)
        {
            weights[2 * i] = Rational.Zero;
        }

        Assert.Equal(61, PlanModels.Floats(11, 11, weights).Plan().Taps.Count);
    }

    /// <summary>The JIT compiler gives up optimisation beyond 8,000 references to locals.</summary>
    [Fact]
    public void Written_columns_stay_within_the_limits_of_the_compiler()
    {
        for (int columns = 2; columns < 500; columns++)
        {
            if (Irregular(6, columns).Plan().Unrolling == Unrolling.Columns)
            {
                Assert.InRange(LimitSize.References(columns, 4, 2), 1, LimitSize.MostReferences);
            }
        }
    }

    [Theory]
    [InlineData(24)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(255)]
    [InlineData(1023)]
    [InlineData(4095)]
    public void A_long_row_is_added_in_blocks(int count)
    {
        KernelPlan plan = Irregular(1, count).Plan();
        Assert.Equal(Enumerable.Range(0, count), plan.Taps.Select(tap => tap.Column).Order());
        Assert.Equal(count, plan.Blocks.Sum(block => block.Count * block.Repeats));
        Assert.Equal(count > 300, plan.Blocks.Any(block => block.Repeats > 1));
        AssertEven(plan);
    }

    /// <summary>Phases by themselves, blocks in a loop along them, and in a loop from one to the next.</summary>
    [Theory]
    [InlineData(64, 2, 1)]
    [InlineData(1023, 2, 1)]
    [InlineData(1000, 8, 1)]
    [InlineData(1000, 2, 3)]
    [InlineData(2000, 50, 1)]
    [InlineData(4096, 6, 4)]
    public void Blocks_of_a_long_row_with_a_stride_lie_equally_far_apart(int count, int stride, int dilation)
    {
        KernelPlan plan = (Irregular(1, count) with { Horizontal = new AxisGeometry(count, stride, dilation, 0, 0) }).Plan();
        Assert.InRange(plan.Blocks.Count, 1, 10);
        Assert.Equal(Enumerable.Range(0, count), plan.Taps.Select(tap => tap.Column).Order());
        Assert.Equal(count, plan.Blocks.Sum(block => block.Count * block.Repeats));
        AssertEven(plan);
    }

    /// <summary>Every block of a shape has its taps at the same distances, and the next block at the same distance from it.</summary>
    private static void AssertEven(KernelPlan plan)
    {
        SampleLayout layout = new(plan);
        foreach (TapBlock block in plan.Blocks)
        {
            Assert.InRange(block.Terms, 1, BlockTaps.MostTerms);
            int[] places = [.. plan.Taps.Skip(block.First).Take(block.Count * block.Repeats).Select(tap => layout.Offset(tap.Column))];
            int step = block.Steps == 1 ? 0 : places[block.Terms] - places[0],
                distance = block.Terms == 1 ? 0 : places[1] - places[0];
            int again = block.Repeats == 1 ? 0 : places[block.Count] - places[0];
            Assert.Equal(0, distance % BlockTaps.Spacing);
            Assert.All(
                Enumerable.Range(0, places.Length),
                i =>
                    Assert.Equal(
                        places[0] + (i / block.Count * again) + (i % block.Count / block.Terms * step) + (i % block.Terms * distance),
                        places[i]
                    )
            );
        }
    }

    [Fact]
    public void Rows_with_more_phases_than_loops_have_room_for_have_their_taps_in_a_loop()
    {
        KernelPlan plan = (Irregular(1, 16384) with { Horizontal = new AxisGeometry(16384, 17, 1, 0, 0) }).Plan();
        Assert.Empty(plan.Blocks);
        Assert.Equal(Unrolling.Nowhere, plan.Unrolling);
    }

    [Fact]
    public void With_a_stride_blocks_hold_taps_of_one_phase()
    {
        KernelPlan plan = (Irregular(1, 64) with { Horizontal = new AxisGeometry(64, 2, 1, 0, 0) }).Plan();
        Assert.NotEmpty(plan.Blocks);
        Assert.All(
            plan.Blocks,
            block => Assert.Single(plan.Taps.Skip(block.First).Take(block.Count).Select(tap => tap.Column % 2).Distinct())
        );
    }

    [Fact]
    public void Short_rows_and_strict_sums_have_no_blocks()
    {
        Assert.Empty(Irregular(1, 23).Plan().Blocks);
        Assert.Empty(Irregular(1, 63).Strict().Plan().Blocks);
    }

    [Fact]
    public void Weights_of_run_time_are_added_in_the_same_blocks_as_constant_ones()
    {
        KernelPlan constant = Irregular(1, 301).Plan(),
            atRunTime = Irregular(1, 301).AtRunTime(ElementType.Single).Plan();
        Assert.NotEmpty(constant.Blocks);
        Assert.Equal(constant.Blocks, atRunTime.Blocks);
        Assert.Equal(constant.Taps.Select(tap => tap.Column), atRunTime.Taps.Select(tap => tap.Column));
    }

    private static ConvolutionModel Irregular(int rows, int columns) =>
        PlanModels.Floats(rows, columns, PlanModels.Exact(PlanModels.Irregular(rows * columns)));
}
