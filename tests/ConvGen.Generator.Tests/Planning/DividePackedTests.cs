using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums of 32 bits that are divided in 16, after they are packed.</summary>
public class DividePackedTests
{
    /// <summary>Weights whose sums take 32 bits and are multiplied in pairs.</summary>
    private static readonly int[] Weights = [-61, 90, 119, 40, 101, -77, 88, 95, 115];

    public static TheoryData<int> OddDivisors => [.. Enumerable.Range(1, 127).Select(half => (2 * half) + 1)];

    [Theory]
    [MemberData(nameof(OddDivisors))]
    public void Every_number_of_16_bits_is_divided_exactly_where_the_quotient_is_a_byte(int divisor)
    {
        (int multiplier, int after, int added) = Assert.NotNull(DividePacked.Multiplication(divisor));
        Assert.InRange(multiplier, 1, ushort.MaxValue);
        for (int dividend = -1; dividend <= ushort.MaxValue; dividend++)
        {
            int packed = Math.Clamp(dividend + added, 0, ushort.MaxValue);
            int quotient = (int)((uint)packed * (uint)multiplier >> 16) >> after;
            Assert.Equal(Math.Clamp(dividend / divisor, 0, byte.MaxValue), Math.Min(quotient, byte.MaxValue));
            Assert.InRange(quotient, 0, short.MaxValue);
        }
    }

    [Theory]
    [InlineData(3, "Byte")]
    [InlineData(7, "Byte")]
    [InlineData(100, "Byte")]
    [InlineData(159, "Byte")]
    [InlineData(255, "Byte")]
    [InlineData(360, "Byte")]
    [InlineData(1984, "Byte")]
    [InlineData(7, "SByte")]
    [InlineData(100, "SByte")]
    [InlineData(1000, "SByte")]
    public void The_result_of_every_sum_is_that_of_the_definition(int divisor, string destination)
    {
        ElementType type = Enum.Parse<ElementType>(destination);
        KernelPlan plan = PlanModels
            .Model(ElementType.Byte, type, 3, 3, [.. Weights.Select(weight => new Rational(weight, divisor))])
            .Plan();
        Assert.Equal(ElementType.Int32, plan.Accumulator);
        PackedDivision packed = Assert.IsType<PackedDivision>(plan.Division?.Packed);
        SumRange range = plan.Range!.Value;
        for (BigInteger sum = range.Minimum; sum <= range.Maximum; sum++)
        {
            BigInteger biased = sum + packed.Bias;
            Assert.InRange(biased, int.MinValue, int.MaxValue);
            int word = (int)BigInteger.Max(0, BigInteger.Min(biased >> packed.Before, ushort.MaxValue));
            int result = ((int)((uint)word * (uint)packed.Multiplier >> 16) >> packed.After) - packed.Offset;
            Assert.InRange(result, short.MinValue, short.MaxValue);
            BigInteger expected = IntegerMath.FloorDivide((2 * sum) + plan.Denominator, 2 * plan.Denominator);
            Assert.Equal(
                BigInteger.Max(type.Minimum(), BigInteger.Min(expected, type.Maximum())),
                Math.Clamp(result, (int)type.Minimum(), (int)type.Maximum())
            );
        }
    }

    [Theory]
    [InlineData(273, "Byte")]
    [InlineData(1028, "Byte")]
    [InlineData(100, "UInt16")]
    [InlineData(100, "Int16")]
    [InlineData(128, "Byte")]
    public void Other_sums_are_divided_before_they_are_packed(int divisor, string destination)
    {
        KernelPlan plan = PlanModels
            .Model(
                ElementType.Byte,
                Enum.Parse<ElementType>(destination),
                3,
                3,
                [.. Weights.Select(weight => new Rational(weight, divisor))]
            )
            .Plan();
        Assert.Equal(ElementType.Int32, plan.Accumulator);
        Assert.True(plan.IsPaired);
        Assert.Null(plan.Division!.Packed);
    }

    [Fact]
    public void The_header_says_that_vectors_divide_after_packing()
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, 100, Weights).Plan();
        Assert.Contains(
            "vectors divide after packing: sums are shifted by 2, packed to 16 bits, multiplied by 5243 for the high half, and shifted by 1, exact for every byte",
            plan.Decisions
        );
    }
}
