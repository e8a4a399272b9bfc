using System.Globalization;
using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

public class PairProductsTests
{
    /// <summary>
    /// 255 times both weights of a pair must stay below 32,768, or the instruction saturates: 128 is the most that they may add up to.
    /// </summary>
    [Theory]
    [InlineData(100, 28, true)]
    [InlineData(100, 29, false)]
    [InlineData(-100, -28, true)]
    [InlineData(-100, -29, false)]
    [InlineData(127, -127, true)]
    [InlineData(128, -1, false)]
    [InlineData(-128, 1, true)]
    public void Bytes_are_paired_where_a_pair_cannot_saturate(int first, int second, bool isPaired)
    {
        // The sum of all is kept within 16 bits by one row only.
        KernelPlan plan = PlanModels.Model(ElementType.Byte, ElementType.UInt16, 1, 4, PlanModels.Exact([first, second, 1, -1])).Plan();
        Assert.True(plan.Accumulator is ElementType.Int16 or ElementType.UInt16);
        Assert.Equal(isPaired, plan.IsPaired);
    }

    /// <summary>
    /// Kernels that were timed both ways with 256 bits: what is chosen took 0.60, 0.66, 0.85, 0.54 and 0.95 of the time of the other way.
    /// </summary>
    [Theory]
    [InlineData(ElementType.Int16, ElementType.Int16, "-1 0; -1 0", 1, 2, true)]
    [InlineData(ElementType.UInt16, ElementType.UInt16, "-1 -1 -1 0 1 1", 1, 8, true)]
    [InlineData(ElementType.Byte, ElementType.UInt16, "0 0 -9; 2 3 0; -2 9 -8; -1 0 0; -8 0 -2; -7 8 7; 1 1 -1; -9 0 0", 1, 128, true)]
    [InlineData(
        ElementType.UInt16,
        ElementType.Byte,
        "2 4 -1 4 3 0 -4 -4 2; 2 4 -1 4 3 0 -4 -4 2; 2 4 -1 4 3 0 -4 -4 2; 1 3 -2 3 3 1 -3 -3 3; 0 2 -3 2 3 2 -2 -2 4; 0 2 -3 2 3 2 -2 -2 4",
        1,
        256,
        true
    )]
    [InlineData(ElementType.Byte, ElementType.Int32, "-1 -1 -1 -1 0 1 1 1 1", 3, 8, false)]
    public void Pairs_are_taken_where_their_program_takes_less(
        object source,
        object destination,
        string kernel,
        int channels,
        int divisor,
        bool isPaired
    )
    {
        int[][] rows =
        [
            .. kernel
                .Split(';')
                .Select(static row =>
                    row.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(static number => int.Parse(number, CultureInfo.InvariantCulture))
                        .ToArray()
                ),
        ];
        ConvolutionModel model = PlanModels.Model(
            (ElementType)source,
            (ElementType)destination,
            rows.Length,
            rows[0].Length,
            [.. rows.SelectMany(row => row).Select(weight => new Rational(weight, divisor))]
        ) with
        {
            PixelChannels = channels,
        };
        Assert.Equal(isPaired, model.Plan().IsPaired);
    }

    /// <summary>What is taken from the samples is given back to the sum.</summary>
    [Fact]
    public void Unsigned_samples_of_16_bits_are_paired_less_half_their_range()
    {
        int[] weights = [3, 5, 7, 2, 9, 4, 1, 6, 8];
        KernelPlan plan = PlanModels.Model(ElementType.UInt16, ElementType.Int32, 3, 3, PlanModels.Exact(weights)).Plan();
        Assert.Equal((16, short.MaxValue + 1), (plan.Paired.Bits, (int)plan.Paired.Bias));
        Assert.Equal(weights.Sum() * (short.MaxValue + 1), plan.Sum.TakenBySampleBias);
        Assert.True(
            PlanModels.Model(ElementType.Int16, ElementType.Int32, 3, 3, PlanModels.Exact(weights)).Plan()
                is { Sum: PairedSum { Bias.IsZero: true } }
        );
    }

    [Fact]
    public void An_odd_row_leaves_its_first_tap_alone()
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, 16, 3, 5, 7, 2, 9, 4, 1, 6, 8).Plan();
        Assert.Equal([(0, 1), (0, 1), (0, 1)], plan.Pairs.GroupBy(pair => pair.Row).Select(row => (row.First().Column, row.Last().Column)));
        Assert.All(plan.Pairs.Where(pair => pair.Column == 0), pair => Assert.True(pair.Second.IsZero));
    }

    /// <summary>
    /// A pair's second sample lies beside its first, so that it must not begin at the last column: that would read past the window.
    /// </summary>
    [Fact]
    public void No_pair_reads_past_the_last_column()
    {
        Random random = new(7);
        int paired = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            int rows = random.Next(1, 5),
                columns = random.Next(2, 8);
            int[] weights = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(3) == 0 ? 0 : random.Next(-12, 13))];
            KernelPlan plan = PlanModels.Bytes(rows, columns, 1, weights).Plan();
            paired += plan.IsPaired ? 1 : 0;
            Assert.All(plan.Pairs, pair => Assert.InRange(pair.Column, 0, columns - 2));
            if (plan.IsPaired)
            {
                Assert.Equal(
                    weights.Select(weight => (BigInteger)weight),
                    Enumerable.Range(0, weights.Length).Select(i => Weight(plan, i / columns, i % columns))
                );
            }
        }

        Assert.InRange(paired, 50, 300);
    }

    [Fact]
    public void Samples_of_16_bits_are_paired_into_sums_of_32()
    {
        ConvolutionModel model = PlanModels.Model(
            ElementType.Int16,
            ElementType.Int16,
            3,
            3,
            PlanModels.Exact([300, -20, 7, 5, 1000, 9, 11, 13, -17])
        );
        Assert.Equal(ElementType.Int16, model.Plan().Loaded);
        Assert.True(model.Plan().IsPaired);
    }

    /// <summary>A loop needs neither registers nor text for each pair; rows that are all alike have pairs in the same columns.</summary>
    [Theory]
    [InlineData(1, 64, nameof(Unrolling.Everywhere))]
    [InlineData(1, 65, nameof(Unrolling.Nowhere))]
    [InlineData(1, 255, nameof(Unrolling.Nowhere))]
    [InlineData(3, 26, nameof(Unrolling.Columns))]
    [InlineData(3, 27, nameof(Unrolling.Nowhere))]
    public void Pairs_of_long_rows_run_in_a_loop(int rows, int columns, string unrolling)
    {
        KernelPlan plan = PlanModels
            .Model(ElementType.Int16, ElementType.Int16, rows, columns, PlanModels.Exact(PlanModels.Irregular(rows * columns)))
            .Plan();
        Assert.Equal(unrolling, plan.Unrolling.ToString());
        Assert.Equal(rows * ((columns + 1) / 2), plan.Pairs.Count);
        Assert.Null(plan.LoopReason);
        int[] columnsOfPairs = [.. plan.Pairs.Select(pair => pair.Column).Distinct()];
        Assert.Equal(
            columns % 2 == 0
                ? [.. Enumerable.Range(0, columns / 2).Select(i => 2 * i)]
                : [0, .. Enumerable.Range(0, columns / 2).Select(i => (2 * i) + 1)],
            columnsOfPairs
        );
    }

    /// <summary>Two loads instead of one take more text.</summary>
    [Theory]
    [InlineData(7, 8, nameof(Unrolling.Everywhere))]
    [InlineData(4, 20, nameof(Unrolling.Columns))]
    [InlineData(4, 21, nameof(Unrolling.Nowhere))]
    public void Pairs_that_are_unpacked_run_in_loops_sooner(int rows, int columns, string unrolling)
    {
        ConvolutionModel model = PlanModels.Model(
            ElementType.Int16,
            ElementType.Int16,
            rows,
            columns,
            PlanModels.Exact(PlanModels.Irregular(rows * columns))
        ) with
        {
            PixelChannels = 3,
        };
        Assert.True(model.Plan().Paired.Unpacks);
        Assert.Equal(unrolling, model.Plan().Unrolling.ToString());
    }

    /// <summary>
    /// A zero at the end of a row leaves it other pairs where all are written out than where they stand in the columns of a loop.
    /// </summary>
    [Fact]
    public void Pairs_of_a_loop_do_not_saturate()
    {
        int[] weights =
        [
            .. Enumerable
                .Range(0, 77)
                .Select(i =>
                    i * i * i % 7 > 3 ? -1
                    : i % 5 % 2 == 0 ? 2
                    : 1
                ),
        ];
        (weights[7], weights[8], weights[9], weights[10]) = (65, 64, 1, 0);
        KernelPlan plan = PlanModels.Model(ElementType.Byte, ElementType.UInt16, 7, 11, PlanModels.Exact(weights)).Plan();
        Assert.All(
            plan.Pairs.Where(_ => plan.Paired.Bits == 8),
            pair => Assert.InRange(255 * (int)(pair.First + pair.Second), 0, short.MaxValue)
        );
        weights[7] = 64;
        Assert.Equal(8, PlanModels.Model(ElementType.Byte, ElementType.UInt16, 7, 11, PlanModels.Exact(weights)).Plan().Paired.Bits);
    }

    [Fact]
    public void Samples_that_lie_apart_are_unpacked()
    {
        ConvolutionModel model = PlanModels.Bytes(3, 3, 16, 3, 5, 7, 2, 9, 4, 1, 6, 8);
        Assert.True(model.Plan() is { Sum: PairedSum { Unpacks: false } });
        Assert.True((model with { PixelChannels = 3 }).Plan() is { Sum: PairedSum { Unpacks: true } });
        Assert.True((model with { Horizontal = new AxisGeometry(3, 1, 2, 1, 1) }).Plan() is { Sum: PairedSum { Unpacks: true } });
        Assert.True((model with { Horizontal = new AxisGeometry(3, 2, 1, 1, 1) }).Plan() is { Sum: PairedSum { Unpacks: true } });
        Assert.False(model.AtRunTime(ElementType.SByte).Plan().IsPaired);
    }

    /// <summary>
    /// Sums of 16 bits that a stride of two leaves side by side are multiplied in pairs of even and odd columns, into 32 bits.
    /// </summary>
    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(2, 4, true)]
    [InlineData(2, 5, false)]
    [InlineData(3, 1, false)]
    public void Strided_sums_are_multiplied_in_pairs(int stride, int channels, bool isPaired)
    {
        KernelPlan horizontal = (
            PlanModels.Bytes(5, 5, 256, PlanModels.Outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1])) with
            {
                Vertical = new AxisGeometry(5, stride, 1, 2, 2),
                Horizontal = new AxisGeometry(5, stride, 1, 2, 2),
                PixelChannels = channels,
                Border = Generator.Model.BorderMode.Reflect101,
            }
        )
            .Plan()
            .Separation!.Horizontal;
        Assert.Equal(isPaired, horizontal.Sum is PairedSum { IsByStride: true });
        if (isPaired)
        {
            Assert.Equal(ElementType.Int32, horizontal.Accumulator);
            Assert.Equal(
                [(0, 1, 4), (2, 6, 4), (4, 1, 0)],
                horizontal.Pairs.Select(pair => (pair.Column, (int)pair.First, (int)pair.Second))
            );
        }
    }

    /// <summary>What 16 bits divide by a multiplication stays in 16 bits.</summary>
    [Fact]
    public void Strided_sums_that_16_bits_divide_are_not_paired()
    {
        KernelPlan plan = (
            PlanModels.Bytes(3, 3, 9, [.. Enumerable.Repeat(1, 9)]) with
            {
                Horizontal = new AxisGeometry(3, 2, 1, 1, 1),
                Border = Generator.Model.BorderMode.Reflect101,
            }
        ).Plan();
        Assert.True(
            plan.Separation!.Horizontal
                is { ReadsExtendedSums: true, Sum: not PairedSum { IsByStride: true }, Accumulator: ElementType.UInt16 }
        );
    }

    /// <summary>Pairs lie two columns apart, which are evenly spaced among copies sorted by two phases, but not by three.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Loops_of_pairs_take_two_phases(int stride, bool hasPairs)
    {
        ConvolutionModel model = PlanModels.Model(
            ElementType.Int16,
            ElementType.Int32,
            1,
            99,
            PlanModels.Exact([.. Enumerable.Range(1, 99)])
        );
        Assert.Equal(hasPairs, (model with { Horizontal = new AxisGeometry(99, stride, 1, 49, 49) }).Plan().IsPaired);
    }

    private static BigInteger Weight(KernelPlan plan, int row, int column) =>
        plan
            .Pairs.Where(pair => pair.Row == row)
            .Aggregate(
                BigInteger.Zero,
                (sum, pair) =>
                    sum
                    + (pair.Column == column ? pair.First : BigInteger.Zero)
                    + (pair.Column + 1 == column ? pair.Second : BigInteger.Zero)
            );
}
