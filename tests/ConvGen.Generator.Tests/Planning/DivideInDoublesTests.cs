using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Dividing;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums of 64 bits that vectors divide in <c>double</c>.</summary>
public class DivideInDoublesTests
{
    private const double Magic = 1L << 52;

    private const int Seed = 20261127;

    /// <summary>Small and large, odd and even ones, next to powers of two, and two primes.</summary>
    public static TheoryData<long> Divisors =>
        [
            3,
            5,
            6,
            7,
            9,
            10,
            12,
            25,
            49,
            81,
            100,
            121,
            225,
            255,
            256 * 3,
            961,
            1000,
            65535,
            65537,
            1_000_000,
            (1 << 20) + 2,
            99_999_989,
            (1L << 31) - 1,
            (1L << 31) + 2,
            (1L << 32) + 15,
            3L << 33,
            1_000_000_000_039,
            (1L << 50) - 1,
            (1L << 50) + 2,
        ];

    /// <summary>Where quotients begin and end, up to the largest sum for which a division is found at all.</summary>
    [Theory]
    [MemberData(nameof(Divisors))]
    public void Every_sum_is_divided_as_it_is_defined(long divisor)
    {
        Random random = new(Seed);
        BigInteger largest = Largest(divisor);
        Assert.InRange(largest, BigInteger.One << 50, BigInteger.One << 52);
        foreach (BigInteger below in new[] { BigInteger.Zero, 1, divisor / 2, divisor, 1_000_000_007, largest / 2 })
        {
            // Below zero lie as many sums as a multiple of the divisor has room for.
            SumRange range = new(-below / divisor * divisor, largest - (below / divisor * divisor));
            DoubleDivision division = DivideInDoubles.Find(range, divisor)!;
            Assert.Equal(division.Offset * divisor, division.Bias);
            BigInteger quotients = (range.Maximum - range.Minimum) / divisor;
            IEnumerable<BigInteger> numbers = Enumerable
                .Range(0, 40)
                .Select(i => (BigInteger)i)
                .Concat(Enumerable.Range(0, 40).Select(i => quotients - i))
                .Concat(Enumerable.Range(0, 500).Select(_ => (BigInteger)(random.NextDouble() * (double)quotients)))
                .Concat(Enumerable.Range(0, 51).Select(power => BigInteger.One << power));
            foreach (BigInteger number in numbers)
            {
                BigInteger middle = range.Minimum + (number * divisor) + (divisor / 2);
                foreach (
                    BigInteger sum in new[]
                    {
                        middle - 1,
                        middle,
                        middle + 1,
                        middle - (divisor / 2),
                        middle - (divisor / 2) - 1,
                        range.Maximum,
                    }
                )
                {
                    if (sum >= range.Minimum && sum <= range.Maximum)
                    {
                        Assert.Equal(IntegerMath.FloorDivide((2 * sum) + divisor, 2 * (BigInteger)divisor), Quotient(division, sum));
                    }
                }
            }
        }
    }

    [Fact]
    public void Sums_of_random_kernels_are_divided_as_they_are_defined()
    {
        Random random = new(Seed);
        int divided = 0;
        for (int trial = 0; trial < 500; trial++)
        {
            long divisor = random.NextInt64(2, 1L << random.Next(2, 34));
            KernelPlan plan = Ints(
                    divisor,
                    [.. Enumerable.Range(0, 9).Select(_ => random.NextInt64(-1L << random.Next(20), 1L << random.Next(20)))]
                )
                .Plan();
            if (plan.Division?.InDoubles is not { } division)
            {
                continue;
            }

            divided++;
            SumRange range = plan.Range!.Value;
            for (int i = 0; i < 200; i++)
            {
                BigInteger sum =
                    i == 0 ? range.Minimum
                    : i == 1 ? range.Maximum
                    : range.Minimum + (BigInteger)(random.NextDouble() * (double)(range.Maximum - range.Minimum - 1));
                Assert.Equal(IntegerMath.FloorDivide((2 * sum) + plan.Denominator, 2 * plan.Denominator), Quotient(division, sum));
            }
        }

        Assert.InRange(divided, 300, 500);
    }

    /// <summary>The text is read back as the very number, on which the proof rests.</summary>
    [Theory]
    [MemberData(nameof(Divisors))]
    public void Reciprocals_are_printed_without_an_error(long divisor)
    {
        Rational reciprocal = DivideInDoubles.Find(new SumRange(0, divisor), divisor)!.Reciprocal;
        double printed = double.Parse(Literals.Exact(reciprocal).TrimEnd('d'), CultureInfo.InvariantCulture);
        Assert.Equal(reciprocal, Exact(printed));
        Assert.InRange(printed * divisor, 1 - 1e-15, 1 + 1e-15);
    }

    [Fact]
    public void The_header_says_how_vectors_divide()
    {
        KernelPlan plan = Ints(9, 1, 1, 1, 1, 1, 1, 1, 1, 1).Plan();
        Assert.Null(plan.ScalarReason);
        Assert.NotNull(plan.Division!.InDoubles);
        Assert.Contains(
            plan.Decisions,
            decision => decision.StartsWith("vectors divide in double, with a multiplication by the reciprocal", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sums_that_are_too_large_are_divided_with_products_of_their_halves()
    {
        KernelPlan plan = Ints(9, 1, 1, 1, 1, 1 << 24, 1, 1, 1, 1).Plan();
        Assert.Null(plan.ScalarReason);
        Assert.Null(plan.Division!.InDoubles);
        Assert.Contains(
            plan.Decisions,
            decision => decision.StartsWith("vectors divide with four products of 32 bits", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Powers_of_two_and_narrower_sums_are_divided_otherwise()
    {
        Assert.Null(Ints(64, 1, 3, 5).Plan().Division!.InDoubles);
        Assert.Null(PlanModels.Bytes(3, 3, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1).Plan().Division!.InDoubles);
        Assert.Null(PlanModels.Bytes(3, 3, 9, 1000, 1, 1, 1, 1, 1, 1, 1, 1).Plan().Division!.InDoubles);
    }

    /// <summary>What a lane of a vector computes.</summary>
    private static long Quotient(DoubleDivision division, BigInteger sum)
    {
        long bits = BitConverter.DoubleToInt64Bits(Magic);
        double number = BitConverter.Int64BitsToDouble((long)(sum + division.Bias) + bits) - Magic;
        return BitConverter.DoubleToInt64Bits((number * division.Reciprocal.ToDouble()) + Magic) - (bits + (long)division.Offset);
    }

    /// <summary>The largest sum for which there is a division, where none is negative.</summary>
    private static BigInteger Largest(BigInteger divisor)
    {
        BigInteger found = BigInteger.Zero;
        for (BigInteger step = BigInteger.One << 53; !step.IsZero; step >>= 1)
        {
            if (DivideInDoubles.Find(new SumRange(0, found + step), divisor) is not null)
            {
                found += step;
            }
        }

        return found;
    }

    private static Rational Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1075;
        BigInteger significand = (bits & ((1L << 52) - 1)) | (1L << 52);
        return new Rational(significand, BigInteger.One << -exponent);
    }

    private static ConvolutionModel Ints(long divisor, params long[] weights) =>
        PlanModels.Model(
            ElementType.Int32,
            ElementType.Int32,
            3,
            weights.Length / 3,
            [.. weights.Select(weight => new Rational(weight, divisor))]
        );
}
