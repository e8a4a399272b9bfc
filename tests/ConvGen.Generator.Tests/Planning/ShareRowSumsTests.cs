using System.Text.RegularExpressions;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Emission;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums along source rows that rows of a kernel share.</summary>
public partial class ShareRowSumsTests
{
    /// <summary>A sharpening filter: each row is a box's but for the middle.</summary>
    [Theory]
    [InlineData(new[] { -1, -1, -1, -1, 9, -1, -1, -1, -1 }, 10)]
    [InlineData(new[] { -1, -1, -1, -1, 8, -1, -1, -1, -1 }, 9)]
    [InlineData(new[] { 1, 2, 1, 2, 12, 2, 1, 2, 1 }, 8)]
    public void A_row_that_is_a_multiple_but_for_a_tap_shares_and_has_the_tap_besides(int[] weights, int besides)
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, 1, weights).Plan();
        RowSum sum = Assert.Single(plan.Sum.RowSums);
        Assert.Equal([0, 1, 2], sum.Uses.Select(use => use.Row));
        Tap tap = Assert.Single(plan.Taps);
        Assert.Equal((1, 1, (Rational)besides), (tap.Row, tap.Column, tap.Weight));
        Assert.Contains(
            plan.Decisions,
            decision =>
                decision.Contains(
                    FormattableString.Invariant($"row 1 adds {besides} times the sample of column 1"),
                    StringComparison.Ordinal
                )
        );
        AssertSameSum(plan);
    }

    [Fact]
    public void Floats_do_not_add_what_they_take_away_again() =>
        Assert.DoesNotContain(
            PlanModels.Floats(3, 3, PlanModels.Exact([-1, -1, -1, -1, 9, -1, -1, -1, -1])).Plan().Sum.RowSums,
            sum => sum.Uses.Any(use => use.Row == 1)
        );

    /// <summary>A millionfold of the first row has a number in its middle that 32 bits do not hold.</summary>
    [Fact]
    public void A_multiple_beyond_the_accumulator_is_not_shared()
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, 1, 1, 1_000_000, 1, 1_000_000, 7, 1_000_000, 1, 1_000_000, 1).Plan();
        Assert.Equal(ElementType.Int32, plan.Accumulator);
        Assert.DoesNotContain(plan.Sum.RowSums, sum => sum.Uses.Any(use => use.Row == 1));
        AssertSameSum(plan);
    }

    /// <summary>The rows of a taller kernel leave no registers.</summary>
    [Fact]
    public void Tall_kernels_are_not_split()
    {
        int[] weights = [.. PlanModels.Outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]).Select(weight => -weight)];
        weights[12] += 512;
        Assert.Empty(PlanModels.Model(ElementType.Int16, ElementType.Int16, 5, 5, PlanModels.Exact(weights)).Plan().Sum.RowSums);
    }

    [Fact]
    public void A_shared_sum_of_integers_is_not_negative_throughout()
    {
        RowSum sum = Assert.Single(
            PlanModels
                .Model(ElementType.Int32, ElementType.Int32, 3, 3, PlanModels.Exact([-1, -2, -1, 0, 0, 0, 1, 2, 1]))
                .Plan()
                .Sum.RowSums
        );
        Assert.All(sum.Taps, tap => Assert.Equal(1, tap.Weight.Numerator.Sign));
        Assert.Equal([-1, 1], sum.Uses.Select(use => use.Factor));
    }

    /// <summary>
    /// Bytes that are multiplied in pairs need no conversion; of three columns that is more than what brings results of 16 bits together
    /// again.
    /// </summary>
    [Theory]
    [InlineData(new[] { -1, -2, -1, 0, 0, 0, 1, 2, 1 }, true)]
    [InlineData(new[] { -1, -1, -1, 0, 0, 0, 1, 1, 1 }, true)]
    [InlineData(new[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 }, true)]
    [InlineData(new[] { -1, 0, 1, -2, 0, 2, -1, 0, 1 }, false)]
    public void Bytes_to_16_bits_share_sums_of_pairs_from_three_columns_on(int[] weights, bool hasPairs)
    {
        KernelPlan plan = PlanModels.Model(ElementType.Byte, ElementType.Int16, 3, 3, PlanModels.Exact(weights)).Plan();
        Assert.Null(plan.Separation);
        Assert.Single(plan.Sum.RowSums);
        Assert.Equal(hasPairs, plan.IsPaired);
        AssertSameSum(plan);
    }

    /// <summary>No instruction negates a vector: what is to be subtracted first is added, and subtracted from what comes next.</summary>
    [Theory]
    [InlineData("-1 -1 -1; -1 9 -1; -1 -1 -1", "byte", "byte")]
    [InlineData("0 -1 0; -1 5 -1; 0 -1 0", "byte", "byte")]
    [InlineData("-1 -2 -1; 0 0 0; 1 2 1", "byte", "short")]
    [InlineData("-1 -2 -1; 0 0 0; 1 2 1", "int", "int")]
    [InlineData("-3 -5 7; -2 4 6; 9 -7 5", "short", "int")]
    public void Vectors_of_integers_are_not_negated_where_a_term_is_positive(string kernel, string source, string destination)
    {
        string text = GeneratedCode
            .Of(
                $$"""
                using System;
                using ConvGen;
                static partial class Filters
                {
                    [Correlation]
                    [Kernel("{{kernel}}")]
                    public static partial void Filter(ReadOnlySpan<{{source}}> source, int width, int height, Span<{{destination}}> destination);
                }
                """
            )
            .Clean()
            .Text;
        Assert.DoesNotMatch(NegatedTerm(), text);
        Assert.DoesNotMatch(NegatedSum(), text);
    }

    [Fact]
    public void A_sum_of_negative_terms_only_is_negated_once()
    {
        string text = GeneratedCode
            .Of(
                """
                using System;
                using ConvGen;
                static partial class Filters
                {
                    [Correlation]
                    [Kernel("-3 -5 -7; -2 -4 -6; -9 -1 -8")]
                    public static partial void Filter(ReadOnlySpan<int> source, int width, int height, Span<int> destination);
                }
                """
            )
            .Clean()
            .Text;
        Assert.DoesNotMatch(NegatedTerm(), text);
        Assert.Matches(NegatedSum(), text);
    }

    [GeneratedRegex(@"Vector\d+<\w+> \w+ = -")]
    private static partial Regex NegatedTerm();

    [GeneratedRegex(@"\by\d+(_\d)? = -\(?y")]
    private static partial Regex NegatedSum();

    private static void AssertSameSum(KernelPlan plan)
    {
        Rational Sample(int row, int column) => ((row * 31) + (column * 17)) % 256;
        Assert.Equal(PlanEvaluator.Sum(ReadTaps.Start(plan.Model), Sample), PlanEvaluator.Sum(plan, Sample));
    }
}
