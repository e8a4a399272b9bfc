using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

public class FoldSymmetryTests
{
    [Theory]
    [InlineData(new[] { 2, 3, 5, 3, 2 }, 3, false)]
    [InlineData(new[] { 2, 3, 0, -3, -2 }, 2, true)]
    [InlineData(new[] { 2, 3, 5, 7, 2 }, 4, false)]
    public void Mirrored_taps_of_a_row_share_a_product(int[] weights, int products, bool isNegative)
    {
        KernelPlan plan = PlanModels.Floats(1, 5, PlanModels.Exact(weights)).Plan();
        Assert.Equal(products, plan.Taps.Count);
        Assert.All(
            plan.Taps.Where(tap => tap.Mirror is not null),
            tap => Assert.Equal((tap.Row, 4 - tap.Column, isNegative), (tap.Mirror!.Row, tap.Mirror.Column, tap.Mirror.IsNegative))
        );
    }

    /// <summary>A weight of one is no product, so a second sample saves none.</summary>
    [Fact]
    public void Units_are_not_folded() =>
        Assert.All(PlanModels.Floats(1, 5, PlanModels.Exact([1, -1, 3, -1, 1])).Plan().Taps, tap => Assert.Null(tap.Mirror));

    [Fact]
    public void Rows_of_a_column_share_products_while_they_fit_into_registers()
    {
        Assert.Contains(PlanModels.Floats(5, 1, PlanModels.Exact([2, 3, 5, 3, 2])).Plan().Taps, tap => tap.SpansRows);
        Assert.DoesNotContain(
            PlanModels.Floats(11, 1, PlanModels.Exact([2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2])).Plan().Taps,
            tap => tap.SpansRows
        );
    }

    [Fact]
    public void Terms_come_in_the_order_of_their_last_rows()
    {
        KernelPlan plan = PlanModels.Floats(5, 1, PlanModels.Exact([2, 3, 5, 3, 2])).Plan();
        Assert.Equal(plan.Taps.Select(tap => tap.LastRow).Order(), plan.Taps.Select(tap => tap.LastRow));
    }

    /// <summary>A loop over taps reads one sample for each, so that only taps that are written out everywhere may be folded.</summary>
    [Theory]
    [InlineData("Int16", "Int64", true)]
    [InlineData("SByte", "Int64", true)]
    [InlineData("UInt16", "Int64", true)]
    [InlineData("Single", "Single", false)]
    [InlineData("Double", "Double", false)]
    public void Folded_taps_are_written_out_everywhere(string source, string destination, bool isWide)
    {
        int folded = 0;
        for (int rows = 1; rows < 12; rows++)
        {
            int[] weights =
            [
                .. Enumerable
                    .Range(0, rows * 9)
                    .Select(i => 2 + (i / 9 * (i / 9) * 7 % 11) + ((4 - Math.Abs(4 - (i % 9))) * (3 + (i / 9 % 5)))),
            ];
            KernelPlan plan = PlanModels
                .Model(Enum.Parse<ElementType>(source), Enum.Parse<ElementType>(destination), rows, 9, PlanModels.Exact(weights))
                .Plan();
            Assert.Equal(isWide, plan.HasWideProducts);
            folded += plan.Taps.Any(tap => tap.Mirror is not null) ? 1 : 0;
            Assert.True(
                plan.Unrolling == Unrolling.Everywhere || plan.Taps.All(tap => tap.Mirror is null),
                $"{rows} rows: {plan.Unrolling}"
            );
        }

        Assert.InRange(folded, 1, 10);
    }

    [Fact]
    public void Strict_sums_and_weights_of_run_time_are_not_folded()
    {
        ConvolutionModel model = PlanModels.Floats(1, 5, PlanModels.Exact([2, 3, 5, 3, 2]));
        Assert.All(model.Strict().Plan().Taps, tap => Assert.Null(tap.Mirror));
        Assert.All(model.AtRunTime(ElementType.Single).Plan().Taps, tap => Assert.Null(tap.Mirror));
    }
}
