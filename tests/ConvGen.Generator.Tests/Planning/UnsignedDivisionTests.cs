using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums modulo 65,536, which a bias keeps above zero.</summary>
public class UnsignedDivisionTests
{
    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 9)]
    [InlineData(new[] { 60, 60, -30, 20, 10, -20, 5, -40, 8 }, 64)]
    [InlineData(new[] { 60, 50, -30, 20, 10, -20, 5, -40, 8 }, 9)]
    [InlineData(new[] { 100, -100, 3, -7, 11, 5, 2, 9, 13 }, 3)]
    [InlineData(new[] { 90, 80, 70, 1, 1, 1, 1, 1, 1 }, 255)]
    public void The_quotient_of_every_sum_is_that_of_the_definition(int[] weights, int divisor)
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, divisor, weights).Plan();
        Assert.Equal(ElementType.UInt16, plan.Accumulator);
        Division division = plan.Division!;
        SumRange range = plan.Range!.Value;
        for (BigInteger sum = range.Minimum; sum <= range.Maximum; sum++)
        {
            // As 16-bit lanes compute it: the wrapped sum, the bias, a high half of a product or a shift, the offset.
            ushort biased = unchecked((ushort)((ushort)(sum & ushort.MaxValue) + (ushort)division.Bias));
            BigInteger quotient = ((biased * division.Multiplier) >> division.Shift) - division.Offset;
            Assert.Equal(IntegerMath.FloorDivide((2 * sum) + plan.Denominator, 2 * plan.Denominator), quotient);
        }
    }

    [Fact]
    public void A_spread_beyond_16_bits_is_summed_in_32()
    {
        Assert.Equal(ElementType.UInt16, PlanModels.Bytes(1, 3, 3, 127, 1, 128).Plan().Accumulator);
        Assert.Equal(ElementType.Int32, PlanModels.Bytes(1, 3, 3, 127, 2, 128).Plan().Accumulator);
    }
}
