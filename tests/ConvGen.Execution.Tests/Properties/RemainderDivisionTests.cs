using System.Globalization;
using System.Numerics;
using ConvGen.Execution.Tests.Compilation;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>Sums that fill 64 bits so far that the half which rounds cannot be added are divided exactly all the same.</summary>
public sealed class RemainderDivisionTests
{
    private static readonly string[] Divisors =
    [
        "2",
        "3",
        "4",
        "7",
        "10",
        "1000000007",
        "1000000000000",
        "4611686018427387904",
        "9223372036854775807",
        "9223372036854775808",
        "9223372036854775809",
        "18446744073709551614",
        "18446744073709551615",
        "18446744073709551616",
        "18446744073709551617",
        "30000000000000000000000",
    ];

    [Fact]
    public void Of_long_samples()
    {
        using CompiledBatch batch = Batch.OfMembers(
            Divisors.Select(
                (divisor, i) =>
                    $"[global::ConvGen.Correlation, global::ConvGen.Kernel(\"1/{divisor}\")] internal static partial void M{i}(global::System.ReadOnlySpan<long> source, global::System.Span<long> destination);"
            )
        );
        for (int i = 0; i < Divisors.Length; i++)
        {
            BigInteger divisor = BigInteger.Parse(Divisors[i], CultureInfo.InvariantCulture);
            long[] samples =
            [
                .. Around(divisor).Where(value => value >= long.MinValue && value <= long.MaxValue).Select(value => (long)value),
            ];
            long[] results = new long[samples.Length];
            batch.Method<Line<long, long>>("M" + i.ToString(CultureInfo.InvariantCulture))(samples, results);
            Assert.Equal(samples.Select(sample => (long)Rounded(sample, divisor)), results);
        }
    }

    /// <summary>
    /// Weights that fill the range with samples of 32 bits, in a convolution of three taps and in one whose sums are negative.
    /// </summary>
    [Theory]
    [InlineData("1; -2147483648; 1000000007", "1000000000000")]
    [InlineData("4294967295; 0; -1", "2")]
    [InlineData("-4294967295; 1; 0", "3")]
    [InlineData("4294967295; -1; 0", "-3")]
    [InlineData("-4294967294; 0; 1", "-1000000000000000000")]
    [InlineData("2147483647; -2147483647; 1", "-10")]
    public void Of_int_samples(string kernel, string divisor)
    {
        using CompiledBatch batch = Batch.OfMembers([
            $"[global::ConvGen.Correlation, global::ConvGen.Kernel(\"{kernel}\", Divisor = {divisor})] internal static partial void M(global::System.ReadOnlySpan<int> source, int width, int height, global::System.Span<long> destination);",
        ]);
        BigInteger[] weights = [.. kernel.Split(';').Select(weight => BigInteger.Parse(weight, CultureInfo.InvariantCulture))];
        BigInteger by = BigInteger.Parse(divisor, CultureInfo.InvariantCulture);
        const int Width = 40,
            Height = 30;
        Random random = new(3);
        int[] ends = [int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue];
        int[] samples =
        [
            .. Enumerable
                .Range(0, Width * Height)
                .Select(i => i % 3 == 0 ? random.Next(int.MinValue, int.MaxValue) : ends[random.Next(ends.Length)]),
        ];
        long[] results = new long[samples.Length];
        batch.Method<Plane<int, long>>("M")(samples, Width, Height, results);
        for (int i = 0; i < samples.Length; i++)
        {
            BigInteger At(int row) => row is < 0 or >= Height ? 0 : samples[(row * Width) + (i % Width)];
            BigInteger sum = Enumerable
                .Range(0, 3)
                .Aggregate(BigInteger.Zero, (total, tap) => total + (weights[tap] * At((i / Width) + tap - 1)));
            Assert.Equal(Rounded(sum * by.Sign, BigInteger.Abs(by)), results[i]);
        }
    }

    private static IEnumerable<BigInteger> Around(BigInteger divisor)
    {
        BigInteger half = divisor / 2;
        BigInteger[] centres =
        [
            long.MinValue,
            long.MaxValue,
            0,
            half,
            -half,
            divisor,
            -divisor,
            3 * half,
            -3 * half,
            long.MaxValue / divisor * divisor,
            long.MinValue / divisor * divisor,
            (long.MaxValue / divisor * divisor) - half,
        ];
        return from centre in centres from distance in Enumerable.Range(-3, 7) select centre + distance;
    }

    /// <summary><c>floor(sum / divisor + 1/2)</c>.</summary>
    private static BigInteger Rounded(BigInteger sum, BigInteger divisor)
    {
        BigInteger twice = (2 * sum) + divisor;
        BigInteger quotient = BigInteger.DivRem(twice, 2 * divisor, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
