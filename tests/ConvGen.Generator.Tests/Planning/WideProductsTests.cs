using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums of 64 bits: products of 32-bit factors, and shifts of what is not negative.</summary>
public class WideProductsTests
{
    [Fact]
    public void Samples_and_weights_of_32_bits_have_wide_products()
    {
        Assert.True(Ints(3, 1, 5, 2, 7).Plan().HasWideProducts);
        Assert.True(Ints(3, 1).AtRunTime(ElementType.Int16).Plan().HasWideProducts);
        Assert.True(Ints(3, 1).AtRunTime(ElementType.Int32).Plan().HasWideProducts);
    }

    [Fact]
    public void Larger_factors_have_none()
    {
        Assert.False(Ints(1, 3_000_000_000, 5, 2, 7).Plan().HasWideProducts);
        Assert.False(PlanModels.Bytes(1, 3, 1, 100, 3, 200).Plan().HasWideProducts);
    }

    /// <summary>The sum of two samples of 32 bits takes 33.</summary>
    [Fact]
    public void Samples_that_would_outgrow_32_bits_are_not_added_before_they_are_multiplied()
    {
        Rational[] symmetric = PlanModels.Exact([3, 7, 3]);
        Assert.All(PlanModels.Model(ElementType.Int32, ElementType.Int64, 1, 3, symmetric).Plan().Taps, tap => Assert.Null(tap.Mirror));
        Assert.Contains(
            PlanModels.Model(ElementType.Single, ElementType.Single, 1, 3, symmetric).Plan().Taps,
            tap => tap.Mirror is not null
        );
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1 << 20)]
    public void A_sum_is_above_zero_before_it_is_shifted(int divisor)
    {
        KernelPlan plan = Ints(divisor, -5, 11, -3, 2, 9).Plan();
        Division division = plan.Division!;
        SumRange range = plan.Range!.Value;
        foreach (BigInteger sum in new[] { range.Minimum, range.Minimum + 1, -1, 0, 1, divisor / 2, range.Maximum })
        {
            BigInteger biased = sum + division.Bias;
            Assert.InRange(biased, BigInteger.Zero, long.MaxValue);
            Assert.Equal(
                IntegerMath.FloorDivide((2 * sum) + divisor, 2 * (BigInteger)divisor),
                (biased >> division.Shift) - division.Offset
            );
        }
    }

    /// <summary>
    /// Sums of 32-bit samples are no factors of a wide product; 3, 10 and 7 are sums and differences of two powers of two, 11 is none.
    /// </summary>
    [Fact]
    public void Sums_of_64_bits_are_multiplied_by_shifts_where_two_will_do()
    {
        Assert.Equal(
            [ProductKind.ShiftSum, ProductKind.ShiftSum, ProductKind.ShiftSum],
            Uses(
                PlanModels
                    .Model(ElementType.Int32, ElementType.Int64, 3, 3, PlanModels.Exact(PlanModels.Outer([3, -10, 7], [-1, 5, 2])))
                    .Plan()
            )
        );
        Assert.Contains(
            ProductKind.Product,
            Uses(PlanModels.Model(ElementType.Int32, ElementType.Int64, 3, 3, PlanModels.Exact([-3, 15, 6, -11, 55, 22, 1, 1, 1])).Plan())
        );

        static ProductKind[] Uses(KernelPlan plan) => [.. RowSumProducts.UseKinds(plan, Assert.Single(plan.Sum.RowSums))];
    }

    /// <summary>Shifts and additions have no factors at all, and two samples that are shifted may be added before.</summary>
    [Fact]
    public void Powers_of_two_need_no_products()
    {
        KernelPlan plan = Ints(4, 1, 2, 1).Plan();
        Assert.False(plan.HasWideProducts);
        Assert.Equal(ElementType.Int64, plan.Accumulator);
        Assert.All(plan.Taps, tap => Assert.NotEqual(ProductKind.Product, Products.KindOf(plan, tap)));
        Assert.Contains(Ints(5, 2, 1, 2).Plan().Taps, tap => tap.Mirror is not null);
    }

    [Fact]
    public void A_long_destination_of_64_bit_sums_has_vector_code()
    {
        Assert.Null(PlanModels.Model(ElementType.Int32, ElementType.Int64, 1, 3, PlanModels.Exact([3, 5, 7])).Plan().ScalarReason);
        Assert.Null(PlanModels.Model(ElementType.Byte, ElementType.Int64, 1, 3, PlanModels.Exact([3, 5, 7])).Plan().ScalarReason);
        Assert.NotNull(PlanModels.Model(ElementType.Double, ElementType.Int64, 1, 3, PlanModels.Exact([3, 5, 7])).Plan().ScalarReason);
    }

    private static ConvolutionModel Ints(int divisor, params long[] weights) =>
        PlanModels.Model(
            ElementType.Int32,
            ElementType.Int32,
            1,
            weights.Length,
            [.. weights.Select(weight => new Rational(weight, divisor))]
        );
}
