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
