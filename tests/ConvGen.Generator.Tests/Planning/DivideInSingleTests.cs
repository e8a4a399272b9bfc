using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums of 32 bits that vectors divide in single precision.</summary>
public class DivideInSingleTests
{
    private const int Dividends = 1 << 22;

    /// <summary>The quotients of all dividends, by the first and the last one of each: quotients never fall as dividends grow.</summary>
    [Fact]
    public void Every_dividend_is_divided_exactly()
    {
        int[] divisors =
        [
            .. Enumerable.Range(1, 1000),
            .. Enumerable.Range(1, 300).Select(i => i * i * 41),
            65535,
            65537,
            1048573,
            Dividends - 1,
            Dividends,
        ];
        foreach (int divisor in divisors)
        {
            float reciprocal = Single(DivideInSingle.Reciprocal(divisor));
            for (long first = 0; first < Dividends; first += divisor)
            {
                int last = (int)Math.Min(first + divisor, Dividends) - 1;
                int quotient = (int)(first / divisor);
                if ((int)(first * reciprocal) != quotient || (int)(last * reciprocal) != quotient)
                {
                    Assert.Fail($"{first} to {last} by {divisor}");
                }
            }
        }
    }

    [Fact]
    public void The_reciprocal_is_the_smallest_number_not_below()
    {
        for (int divisor = 1; divisor < 5000; divisor++)
        {
            Rational reciprocal = DivideInSingle.Reciprocal(divisor);
            Rational exact = new(BigInteger.One, divisor);
            Assert.True(reciprocal.CompareTo(exact) >= 0);
            Assert.True(Exact(MathF.BitDecrement(Single(reciprocal))).CompareTo(exact) < 0);
        }
    }

    [Theory]
    [InlineData("Byte", "Byte", 273, true)]
    [InlineData("Byte", "Int16", 100, true)]
    [InlineData("Byte", "Byte", 100, false)]
    [InlineData("Byte", "Byte", 256, false)]
    [InlineData("UInt16", "UInt16", 159, false)]
    public void It_is_for_sums_that_are_small_enough_and_have_no_better_way(string source, string destination, int divisor, bool isSingle)
    {
        Rational[] weights = [.. new[] { -61, 90, 119, 40, 101, -77, 88, 95, 115 }.Select(weight => new Rational(weight, divisor))];
        KernelPlan plan = PlanModels.Model(Enum.Parse<ElementType>(source), Enum.Parse<ElementType>(destination), 3, 3, weights).Plan();
        Assert.Equal(isSingle, plan.Division!.Reciprocal is not null);
        Assert.Equal(isSingle, plan.Decisions.Any(decision => decision.Contains("in float", StringComparison.Ordinal)));
    }

    private static Rational Exact(float value) => new((BigInteger)(value * Math.Pow(2, 60)), BigInteger.One << 60);

    private static float Single(Rational value) => (float)((double)value.Numerator / (double)value.Denominator);
}
