using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Reference;

/// <summary>The oracle alone against the reference results: who judges must be right.</summary>
public sealed class OracleTests
{
    public static TheoryData<string> Names => [.. GoldenCase.All.Keys];

    [Fact]
    public void Every_single_channel_case_is_loaded() => Assert.Equal(10 + 114 + 216 + 26 + 150 + 48, GoldenCase.All.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Exact_sums_agree_with_the_reference(string name)
    {
        GoldenCase golden = GoldenCase.All[name];
        Picture<Fraction> source = Picture<Fraction>.Dense(golden.Width, golden.Height, golden.Input);
        ExactSums sums = ExactSums.Of(golden.Declared, golden.Weights, golden.BorderValue, source);

        Assert.Equal((golden.OutputWidth, golden.OutputHeight), (sums.Width, sums.Height));
        for (int i = 0; i < golden.Output.Length; i++)
        {
            if (Arithmetic.IsExact(golden.Declared))
            {
                Assert.Equal(golden.Output[i].Numerator, sums.Rounded(i, golden.Declared.Destination));
                continue;
            }

            // The reference computed in double, its products and sums rounded, and printed a rounded decimal.
            Fraction difference = golden.Output[i] - sums.Value(i);
            double error = Math.Abs((double)difference.Numerator / (double)difference.Denominator);
            Assert.True(error <= Judge.SumError(golden.Declared, sums, i), $"sample {i}: {golden.Output[i]} instead of {sums.Value(i)}");
        }
    }

    /// <summary>Rounding in 64 bits is that of numbers of any size, at ties and at the ends of types as well.</summary>
    [Fact]
    public void Rounding_in_64_bits_is_that_of_any_size()
    {
        Element[] types = [.. Enum.GetValues<Element>().Where(static type => !type.IsFloating())];
        int compared = 0,
            beyond = 0;
        foreach (string divisor in new[] { "1", "2", "3", "16", "1000003", "1152921504606846975", "1152921504606846976" })
        {
            ExactSums sums = Quotients(divisor);
            for (int i = 0; i < sums.Sums.Length; i++)
            {
                foreach (Element type in types)
                {
                    BigInteger exact = sums.RoundedAtAnySize(i, type);
                    long? rounded = sums.RoundedInLong(i, type);
                    compared += rounded is null ? 0 : 1;
                    beyond += rounded is null ? 1 : 0;
                    Assert.Equal((sums.Value(i), type, exact), (sums.Value(i), type, rounded ?? exact));
                    Assert.Equal(exact, sums.Rounded(i, type));
                }
            }
        }

        Assert.True(compared > 5000 && beyond > 1000, $"{compared} of 64 bits, {beyond} beyond");
    }

    /// <summary>What is accepted without exact numbers, these accept.</summary>
    [Fact]
    public void Intervals_of_doubles_lie_within_the_exact_ones()
    {
        Random random = new(20261130);
        int sure = 0,
            outside = 0;
        foreach (string divisor in new[] { "1", "2", "3", "10", "1024", "1000003" })
        {
            ExactSums sums = Quotients(divisor);
            for (int i = 0; i < sums.Sums.Length; i++)
            {
                foreach (double error in new[] { 0, 1e-9, 1e-3, 0.5, 1.5, random.NextDouble() })
                {
                    (BigInteger low, BigInteger high) = Judge.Interval(sums, i, Element.Int64, error);
                    foreach (BigInteger actual in new[] { low - 1, low, high, high + 1 })
                    {
                        bool isWithin = actual >= low && actual <= high;
                        bool isSure = Judge.IsSurelyWithin(sums, i, actual, error);
                        Assert.True(isWithin || !isSure, $"{actual} is not in {low}..{high}");
                        sure += isSure ? 1 : 0;
                        outside += isWithin ? 0 : 1;
                    }
                }
            }
        }

        Assert.True(sure > 1000 && outside > 1000, $"{sure} were sure, {outside} outside");
    }

    /// <summary>Numbers of all sizes, and those beside them, over a divisor.</summary>
    private static ExactSums Quotients(string divisor)
    {
        Random random = new(20261130);
        long[] samples =
        [
            .. Enumerable
                .Range(0, 63)
                .SelectMany(shift => new[] { long.MaxValue >> shift, random.NextInt64() >> shift })
                .SelectMany(static size => new[] { size, -size, size - 1, 1 - size }),
        ];
        Declared declared = new(1, 1, 1, ["1"])
        {
            Divisor = divisor,
            Source = Element.Int64,
            Destination = Element.Int64,
        };
        return ExactSums.Of(declared, declared.ExactWeights(), Fraction.Zero, Picture<long>.Dense(samples.Length, 1, samples));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strict_sums_agree_with_the_exact_ones(string name)
    {
        GoldenCase golden = GoldenCase.All[name];
        double[] samples = [.. golden.Input.Select(Binary.ToDouble)];
        Picture<double> source = Picture<double>.Dense(golden.Width, golden.Height, samples);
        ExactSums exact = ExactSums.Of(
            golden.Declared,
            golden.Weights,
            golden.BorderValue,
            Picture<Fraction>.Dense(golden.Width, golden.Height, golden.Input)
        );
        double[] strict = StrictSums.Of(
            golden.Declared,
            [.. golden.Weights.Select(Binary.ToDouble)],
            Binary.ToDouble(golden.BorderValue),
            source
        );

        Assert.Equal(exact.Sums.Length, strict.Length);
        for (int i = 0; i < strict.Length; i++)
        {
            double value = (double)exact.Sums[i] / (double)exact.Denominator;
            Assert.InRange(
                strict[i],
                value - (2 * Judge.SumError(golden.Declared, exact, i)) - 1e-300,
                value + (2 * Judge.SumError(golden.Declared, exact, i)) + 1e-300
            );
        }
    }
}
