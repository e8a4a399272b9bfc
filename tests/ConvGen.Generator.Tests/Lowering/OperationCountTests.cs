using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Planning;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Operations of a sample, which are counted in the programs that compute it.</summary>
public class OperationCountTests
{
    [Fact]
    public void Each_tap_is_multiplied_and_all_but_the_first_are_added() =>
        Assert.Equal(new OperationCount(9, 0, 8), Of(PlanModels.Floats(3, 3, PlanModels.Exact(PlanModels.Irregular(9))).Plan()));

    /// <summary>The contract of strict sums begins with +0.0, to which the first product is added.</summary>
    [Fact]
    public void Strict_sums_begin_with_an_addition() =>
        Assert.Equal(new OperationCount(9, 0, 9), Of(PlanModels.Floats(3, 3, PlanModels.Exact(PlanModels.Irregular(9))).Strict().Plan()));

    /// <summary>Loops are counted as often as they run: here over the taps of a row, in blocks that begin with -0.0.</summary>
    [Fact]
    public void Loops_count_as_often_as_they_run() =>
        Assert.Equal(new OperationCount(401, 0, 401), Of(PlanModels.Floats(1, 401, PlanModels.Exact(PlanModels.Irregular(401))).Plan()));

    /// <summary>Nine samples are added in the first of four rows of a tile; each further one adds a sample and subtracts one.</summary>
    [Fact]
    public void Sliding_sums_add_a_sample_and_subtract_one() =>
        Assert.Equal(new OperationCount(0, 0, (8 + (3 * 2)) / 4.0), Of(PlanModels.Bytes(9, 1, 9, [.. Enumerable.Repeat(1, 9)]).Plan()));

    /// <summary>
    /// Sums of 16 bits in turn: two of them are multiplied by ones and added in 32 bits at once, and what is left over alone. Their own
    /// first products need no addition where they begin with nothing.
    /// </summary>
    [Theory]
    [InlineData(5, 5, 60)]
    [InlineData(7, 7, 40)]
    [InlineData(31, 31, 5)]
    public void Sums_in_turn_count_what_widens_them(int rows, int columns, int most)
    {
        int[] weights = [.. Enumerable.Range(1, rows * columns).Select(i => (i * i * 37 % ((2 * most) + 1)) - most)];
        KernelPlan plan = PlanModels.Bytes(rows, columns, 256, weights).Plan();
        PairedSum sum = plan.Paired;
        Assert.Equal(ShortSums.InTurn, sum.ShortSums);
        double products = sum.Pairs.Sum(pair => pair.Weights.Count(weight => !weight.IsZero)) / (double)(sum.Pairs[0].Odd is null ? 1 : 2);
        OperationCount counted = Of(plan);
        double widened = plan.Unrolling == Unrolling.Everywhere ? (sum.Groups + 1) / 2 : sum.Groups;
        Assert.InRange(counted.Multiplications, products + widened, sum.Pairs.Count + widened);
        Assert.InRange(counted.Additions, products - sum.Groups + widened, sum.Pairs.Count + widened);
    }

    /// <summary>Whatever the program, all samples of a kernel are added up, those that are only added as well.</summary>
    [Fact]
    public void Drawn_plans_have_as_many_additions_as_samples()
    {
        int counted = 0;
        foreach (KernelPlan plan in DrawnPlans.Passes(5, 200).Where(plan => plan.Sum is DirectSum && plan.Taps.Count > 0))
        {
            counted++;
            int samples = plan.Taps.Sum(tap => tap.Samples);
            int twice = plan.Taps.Count(tap => Products.KindOf(plan, tap) == ProductKind.ShiftSum);
            Assert.InRange(Of(plan).Additions, samples - 1, samples + twice);
        }

        Assert.InRange(counted, 50, 10_000);
    }

    [Fact]
    public void The_header_prints_parts_of_operations() =>
        Assert.Equal(
            "0 multiplications and 3.5 additions per sample.",
            OperationText.Of(PlanModels.Bytes(9, 1, 9, [.. Enumerable.Repeat(1, 9)]).Plan())
        );

    private static OperationCount Of(KernelPlan plan) => OperationCount.PerSample(plan);
}
