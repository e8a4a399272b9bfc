using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Tests.Kernels;

public class RationalTests
{
    /// <summary>Decimals at the places where rounding goes wrong: ties, subnormal numbers, the ends of the formats.</summary>
    public static TheoryData<string> EdgeDecimals =>
        [
            "0",
            "1",
            "0.1",
            "0.2",
            "0.3",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740994.99999",
            "4.9406564584124654e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e400",
            "1e-400",
            "7.038531e-26",
            "1.1754944e-38",
            "1.1754943e-38",
            "1.4e-45",
            "7.0064923216240854e-46",
            "7.0064923216240862e-46",
            "3.4028235e38",
            "3.40282346638528859811704183484516925440e38",
            "3.4028235677973366e38",
            "3.4028235677973367e38",
            "16777217",
            "16777219",
            "8388609.5",
            "65504",
            "65519.999",
            "65520",
            "2049",
            "2051",
            "5.9604645e-8",
            "2.98023223876953125e-8",
            "2.98023223876953126e-8",
            "6.1035156e-5",
            "6.1005e-5",
            "0.333251953125",
            "1.00048828125",
            "1.000488281250000000000000001",
        ];

    [Theory]
    [MemberData(nameof(EdgeDecimals))]
    public void Rounds_edges_as_the_runtime_parses_them(string text)
    {
        AssertRoundsAsParsed(text);
        AssertRoundsAsParsed("-" + text);
    }

    [Fact]
    public void Rounds_many_decimals_as_the_runtime_parses_them()
    {
        Random random = new(20260101);
        for (int trial = 0; trial < 3000; trial++)
        {
            string digits = string.Concat(
                Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture))
            );
            int exponent =
                trial % 3 == 0 ? random.Next(-360, 330)
                : trial % 3 == 1 ? random.Next(-70, 40)
                : random.Next(-32, 6);
            AssertRoundsAsParsed(digits + "e" + exponent.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Rounds_ties_between_neighbours_to_even()
    {
        Random random = new(7);
        for (int trial = 0; trial < 1000; trial++)
        {
            float below = BitConverter.Int32BitsToSingle(random.Next(1, 0x7F000000));
            float above = MathF.BitIncrement(below);
            Rational middle = (Exact(below) + Exact(above)) / 2;
            float even = (BitConverter.SingleToInt32Bits(below) & 1) == 0 ? below : above;
            Assert.Equal(even, middle.ToSingle());
            Assert.Equal(-even, (-middle).ToSingle());

            // Rounding to double first and to float after would lose this difference and land on the tie.
            Rational hair = new(1, BigInteger.Pow(2, 400));
            Assert.Equal(above, (middle + hair).ToSingle());
            Assert.Equal(below, (middle - hair).ToSingle());
        }
    }

    [Fact]
    public void Reads_every_half_back()
    {
        for (int bits = 0; bits < 0x7C00; bits++)
        {
            float value = (float)BitConverter.Int16BitsToHalf((short)bits);
            Assert.Equal(value, Exact(value).ToHalf());
        }
    }

    [Fact]
    public void A_negative_number_that_underflows_is_positive_zero()
    {
        double zero = new Rational(-1, BigInteger.Pow(10, 400)).ToDouble();
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(zero));
    }

    [Fact]
    public void The_shortest_decimal_round_trips_and_is_no_longer_than_that_of_the_runtime()
    {
        Random random = new(42);
        for (int trial = 0; trial < 5000; trial++)
        {
            double value =
                trial % 2 == 0
                    ? BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FEFFFFFFFFFFFFF))
                    : random.Next(1, 1_000_000) / Math.Pow(10, random.Next(0, 9));
            AssertShortest(value);
            AssertShortest(-value);
        }
    }

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(2.2250738585072014E-308)]
    [InlineData(5.6843418860808015E-14)]
    [InlineData(9007199254740992.0)]
    [InlineData(9007199254740991.0)]
    [InlineData(1e23)]
    [InlineData(1e22)]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    public void The_shortest_decimal_of_edges_round_trips(double value) => AssertShortest(value);

    [Fact]
    public void The_shortest_decimal_of_powers_of_two_round_trips()
    {
        for (int exponent = -1074; exponent <= 1023; exponent++)
        {
            AssertShortest(Math.ScaleB(1.0, exponent));
        }
    }

    [Theory]
    [InlineData(0.1, 1, 10)]
    [InlineData(-0.0, 0, 1)]
    [InlineData(-2.5, -5, 2)]
    [InlineData(1e3, 1000, 1)]
    [InlineData(0.0625, 1, 16)]
    public void A_constant_is_the_decimal_that_was_written(double value, int numerator, int denominator) =>
        Assert.Equal(new Rational(numerator, denominator), Rational.FromDouble(value));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(300.0, "300")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1E+21")]
    [InlineData(1.5e-10, "1.5E-10")]
    [InlineData(0.0001, "0.0001")]
    public void A_shortest_decimal_prints_alike_on_every_host(double value, string expected) =>
        Assert.Equal(expected, ShortestDecimal.Of(value).ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_has_no_decimal(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(value));

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(-6, 2, -3, -3)]
    [InlineData(0, 1, 0, 0)]
    public void Floor_and_ceiling(int numerator, int denominator, int floor, int ceiling)
    {
        Rational value = new(numerator, denominator);
        Assert.Equal(floor, value.Floor());
        Assert.Equal(ceiling, value.Ceiling());
    }

    private static void AssertRoundsAsParsed(string text)
    {
        KernelNumber number = KernelNumber.Read(text);
        Assert.Null(number.Error);
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number.Value.ToDouble());
        Assert.Equal(float.Parse(text, CultureInfo.InvariantCulture), number.Value.ToSingle());
        Assert.Equal((float)Half.Parse(text, CultureInfo.InvariantCulture), number.Value.ToHalf());
    }

    private static void AssertShortest(double value)
    {
        ShortestDecimal shortest = ShortestDecimal.Of(value);
        Assert.Equal(value, double.Parse(shortest.ToString(), CultureInfo.InvariantCulture));
        Assert.Equal(value, shortest.ToRational().ToDouble());

        // The runtime's own shortest text of a few powers of two is that of their neighbour.
        string runtime = value.ToString("R", CultureInfo.InvariantCulture);
        int runtimeDigits = double.Parse(runtime, CultureInfo.InvariantCulture) == value ? CountDigits(runtime) : 17;
        int ourDigits = BigInteger.Abs(shortest.Digits).ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length;
        Assert.True(ourDigits <= runtimeDigits, $"{shortest} has {ourDigits} digits, the runtime needs {runtimeDigits}");
    }

    private static int CountDigits(string text) => text.Split('E')[0].Replace(".", "", StringComparison.Ordinal).Trim('-').Trim('0').Length;

    private static Rational Exact(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        int biased = (bits >> 23) & 0xFF;
        BigInteger significand = (bits & 0x7FFFFF) | (biased == 0 ? 0 : 0x800000);
        int exponent = Math.Max(biased, 1) - 150;
        return new Rational(significand << Math.Max(exponent, 0), BigInteger.One << Math.Max(-exponent, 0));
    }
}
