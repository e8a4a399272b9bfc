using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Tests.Planning;

public class FactorSeparableTests
{
    private static readonly int[] Binomial = [1, 4, 6, 4, 1],
        LongBinomial = [1, 6, 15, 20, 15, 6, 1];

    [Fact]
    public void A_product_of_two_factors_becomes_one_pass_down_and_one_along()
    {
        KernelPlan plan = PlanModels.Floats(7, 7, PlanModels.Exact(PlanModels.Outer(LongBinomial, [1, 2, 3, 5, 7, 4, 2]))).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        KernelPlan vertical = Assert.Single(separation.Vertical);
        Assert.Equal([7, 1], new[] { vertical.Model.Kernel.Rows, vertical.Model.Kernel.Columns });
        Assert.Equal([1, 7], new[] { separation.Horizontal.Model.Kernel.Rows, separation.Horizontal.Model.Kernel.Columns });
        Assert.Equal(ElementType.Single, separation.Intermediate);
        Assert.Contains(plan.Decisions, decision => decision.Contains("14 taps instead of 49", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sum_of_two_products_becomes_two_passes_down()
    {
        int[] weights =
        [
            .. PlanModels
                .Outer([1, 2, 3, 4, 3, 2, 1], [1, 0, 1, 0, 1, 0, 1])
                .Zip(PlanModels.Outer([1, 1, 1, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0]), (a, b) => a + b),
        ];
        Separation separation = Assert.IsType<Separation>(PlanModels.Bytes(7, 7, 1, weights).Plan().Separation);
        Assert.Equal(2, separation.Vertical.Count);
        Assert.Equal(2, separation.Horizontal.Model.Kernel.Rows);
    }

    /// <summary>Twice the image less a blurred one.</summary>
    [Theory]
    [InlineData("Byte")]
    [InlineData("Int16")]
    [InlineData("Single")]
    public void An_unsharp_mask_becomes_a_blur_and_a_tap(string type)
    {
        int[] weights = [.. PlanModels.Outer(Binomial, Binomial).Select(weight => -weight)];
        weights[12] += 512;
        ElementType element = Enum.Parse<ElementType>(type);
        ConvolutionModel model = PlanModels.Model(
            element,
            element == ElementType.Byte ? ElementType.Int16 : element,
            5,
            5,
            PlanModels.Exact(weights)
        );
        KernelPlan plan = model.Plan();
        Assert.Contains(plan.Decisions, decision => decision.Contains("12 taps instead of 25", StringComparison.Ordinal));
        Assert.Single(plan.Separation!.Vertical[1].Taps);
    }

    /// <summary>Where two elements are not those of a product, it takes as many products as the rank says.</summary>
    [Fact]
    public void A_blur_less_two_taps_is_none()
    {
        int[] weights = [.. PlanModels.Outer(Binomial, Binomial)];
        weights[12] -= 512;
        weights[6] -= 100;
        Assert.DoesNotContain(
            PlanModels.Bytes(5, 5, 1, weights).Plan().Decisions,
            decision => decision.Contains(" plus (0 0 1 0 0)", StringComparison.Ordinal)
        );
    }

    /// <summary>The second product takes away nearly all that the first one makes, so that floats would lose what is left.</summary>
    [Fact]
    public void Products_that_cancel_are_not_for_floats()
    {
        int[] first = PlanModels.Outer([1000, 1000, 1000, 1000, 1000, 1000, 1000], [1, 2, 3, 4, 5, 6, 7]);
        int[] second = PlanModels.Outer([1, 2, 3, 4, 5, 6, 7], [1, 1, 2, 1, 1, 3, 1]);
        int[] weights = [.. first.Zip(second, (a, b) => a - (b * 900))];
        weights[0] = first[0] - (second[0] * 900);
        Assert.Null(PlanModels.Floats(7, 7, PlanModels.Exact(weights)).Plan().Separation);
    }

    [Fact]
    public void Strict_sums_are_formed_tap_by_tap()
    {
        ConvolutionModel model = PlanModels.Floats(7, 7, PlanModels.Exact(PlanModels.Outer(LongBinomial, LongBinomial)));
        Assert.NotNull(model.Plan().Separation);
        Assert.Null(model.Strict().Plan().Separation);
    }

    /// <summary>
    /// One pass reads and writes memory while it computes; two do so by turns. It needs its coefficients and the sums that wait for further
    /// rows in registers.
    /// </summary>
    [Fact]
    public void Five_rows_of_floats_share_sums_in_one_pass_where_the_registers_hold_them()
    {
        KernelPlan plan = PlanModels.Floats(5, 5, PlanModels.Exact(PlanModels.Outer(Binomial, Binomial))).Plan();
        Assert.Null(plan.Separation);
        Assert.Single(plan.Sum.RowSums);
        Assert.Equal(ChooseTile.TallRows, plan.Tile.Rows);
        Assert.NotNull(PlanModels.Floats(5, 5, PlanModels.Exact(PlanModels.Outer([1, 3, 7, 4, 2], [2, -3, 5, 1, -4]))).Plan().Separation);
    }

    /// <summary>
    /// Sums of 32 bits, of which a vector holds half as many and which are multiplied slowly, are worth rows of intermediate sums of 16
    /// bits and pairs even for few rows.
    /// </summary>
    [Theory]
    [InlineData("Byte", "Byte", 3)]
    [InlineData("Byte", "Int32", 3)]
    [InlineData("UInt16", "UInt16", 3)]
    [InlineData("Byte", "Byte", 2)]
    [InlineData("Byte", "Byte", 5)]
    public void Large_weights_are_multiplied_down_and_then_along(string source, string destination, int rows)
    {
        int[] column = rows switch
        {
            2 => [43, 170],
            3 => [43, 170, 43],
            _ => [14, 63, 102, 63, 14],
        };
        Rational[] weights =
        [
            .. PlanModels.Outer(column, [43, 170, 43]).Select(weight => new Rational(weight, destination == "Int32" ? 1 : 65536)),
        ];
        KernelPlan plan = PlanModels.Model(Enum.Parse<ElementType>(source), Enum.Parse<ElementType>(destination), rows, 3, weights).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        Assert.Equal(source == "Byte", separation.Horizontal.IsPaired);
    }

    /// <summary>
    /// Sums of 16 bits of few rows stay in one pass, which has neither a way through memory nor as many methods to compile.
    /// </summary>
    [Theory]
    [InlineData("Byte", "Byte", new[] { 1, 2, 1 }, new[] { 1, 2, 1 })]
    [InlineData("Byte", "Byte", new[] { 1, 4, 6, 4, 1 }, new[] { 1, 4, 6, 4, 1 })]
    [InlineData("Byte", "Int16", new[] { -1, 0, 1 }, new[] { 1, 2, 1 })]
    [InlineData("Byte", "Int16", new[] { 1, 2, 1 }, new[] { -1, 0, 1 })]
    [InlineData("Int32", "Int32", new[] { 1, 2, 1 }, new[] { -1, 0, 1 })]
    public void Small_weights_of_few_rows_stay_in_one_pass(string source, string destination, int[] column, int[] row)
    {
        Rational[] weights = PlanModels.Exact(PlanModels.Outer(column, row));
        KernelPlan plan = PlanModels
            .Model(
                Enum.Parse<ElementType>(source),
                Enum.Parse<ElementType>(destination),
                column.Length,
                row.Length,
                [.. weights.Select(weight => destination == "Byte" ? weight / 256 : weight)]
            )
            .Plan();
        Assert.Null(plan.Separation);
        Assert.Single(plan.Sum.RowSums);
    }

    [Fact]
    public void Weights_that_arrive_at_run_time_have_no_factors() =>
        Assert.Null(
            PlanModels.Floats(5, 5, PlanModels.Exact(PlanModels.Outer(Binomial, Binomial))).AtRunTime(ElementType.Single).Plan().Separation
        );

    [Fact]
    public void One_axis_stays_whole() => Assert.Null(PlanModels.Floats(1, 5, PlanModels.Exact(Binomial)).Plan().Separation);

    /// <summary>
    /// With a horizontal stride, every result needs a sum down a column of each phase. Where rows cannot be read in place, passes are worth
    /// that where output rows share no loads, or for long factors; the pass along
    /// the rows finds the phases where copied rows have them.
    /// </summary>
    [Theory]
    [InlineData(5, 1, 2, false)]
    [InlineData(5, 2, 1, true)]
    [InlineData(5, 2, 2, true)]
    [InlineData(7, 1, 2, true)]
    [InlineData(7, 3, 4, true)]
    [InlineData(3, 1, 3, false)]
    public void Strides_of_copied_rows_are_separated_where_that_takes_less(int size, int down, int along, bool isSeparated)
    {
        int[] factor =
            size == 3 ? [1, 2, 1]
            : size == 5 ? Binomial
            : LongBinomial;
        KernelPlan plan = (
            PlanModels.Floats(size, size, PlanModels.Exact(PlanModels.Outer(factor, factor))) with
            {
                Vertical = new AxisGeometry(size, down, 1, size / 2, size / 2),
                Horizontal = new AxisGeometry(size, along, 1, size / 2, size / 2),
                Border = Generator.Model.BorderMode.Wrap,
            }
        ).Plan();
        Assert.Equal(isSeparated, plan.Separation is not null);
        if (plan.Separation is { } separation && along > 1)
        {
            Assert.Equal(plan.Halo with { IsNeeded = false }, separation.Horizontal.Halo);
            Assert.InRange(plan.Halo.Columns, 128, separation.StripElements);
        }
    }

    /// <summary>
    /// Passes read strided rows in place, which one pass does not: those that see a constant outside, or another end of the row, are
    /// copied.
    /// </summary>
    [Theory]
    [InlineData("Reflect101", "Same", 1, true)]
    [InlineData("Symmetric", "Same", 1, true)]
    [InlineData("Replicate", "Same", 32, true)]
    [InlineData("Replicate", "Same", 33, false)]
    [InlineData("Constant", "Same", 1, false)]
    [InlineData("Wrap", "Same", 1, false)]
    [InlineData("Constant", "Valid", 1, true)]
    public void Strided_rows_that_can_be_read_in_place_are_separated(string border, string mode, int channels, bool isSeparated)
    {
        KernelPlan plan = (
            PlanModels.Floats(3, 3, PlanModels.Exact(PlanModels.Outer([1, 2, 1], [1, 2, 1]))) with
            {
                Horizontal = new AxisGeometry(3, 2, 1, 1, 1),
                PixelChannels = channels,
                Border = Enum.Parse<Generator.Model.BorderMode>(border),
                Mode = Enum.Parse<Generator.Model.OutputMode>(mode),
            }
        ).Plan();
        Assert.Equal(isSeparated, plan.ExtendsSums);
        Assert.Equal(isSeparated, plan.Separation is not null);
    }

    /// <summary>Windows of neighbouring output rows share source rows where these are more than they skip.</summary>
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(5, 4)]
    public void Sums_down_strided_columns_share_their_loads(int size, int rows)
    {
        int[] factor = [.. Enumerable.Range(1, size)];
        KernelPlan plan = (
            PlanModels.Floats(size, size, PlanModels.Exact(PlanModels.Outer(factor, factor))) with
            {
                Vertical = new AxisGeometry(size, 2, 1, size / 2, size / 2),
                Horizontal = new AxisGeometry(size, 2, 1, size / 2, size / 2),
                Border = Generator.Model.BorderMode.Reflect101,
            }
        ).Plan();
        Assert.Equal(rows, plan.Separation!.Vertical[0].Tile.Rows);
        Assert.Equal(plan.Separation.WidestStrip, plan.Separation.Horizontal.Halo.Columns);
    }

    /// <summary>A block's sums lie in one strip, in which they have the places of its copied rows.</summary>
    [Fact]
    public void Strided_blocks_of_many_channels_are_narrower()
    {
        KernelPlan plan = Pyramid(16).Plan();
        Assert.Equal(plan.Separation!.StripElements / 16, plan.Halo.Columns);
        Assert.Null(Pyramid(17).Plan().Separation);
        static ConvolutionModel Pyramid(int channels) =>
            PlanModels.Floats(5, 5, PlanModels.Exact(PlanModels.Outer(Binomial, Binomial))) with
            {
                PixelChannels = channels,
                Vertical = new AxisGeometry(5, 2, 1, 2, 2),
                Horizontal = new AxisGeometry(5, 2, 1, 2, 2),
                Border = Generator.Model.BorderMode.Constant,
            };
    }

    /// <summary>
    /// Sums down the columns reach 65,280 here: beyond 16 bits with a sign, within them once 32,768 is taken away, so that pairs can be
    /// multiplied along the rows.
    /// </summary>
    [Fact]
    public void Intermediate_sums_are_biased_where_that_makes_them_fit()
    {
        KernelPlan plan = PlanModels.Bytes(7, 7, 4096, PlanModels.Outer([4, 24, 60, 80, 60, 24, 4], [1, 6, 15, 20, 15, 6, 1])).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        KernelPlan vertical = Assert.Single(separation.Vertical);
        if (plan.Accumulator == ElementType.Int32 && vertical.Range!.Value.Maximum - vertical.Range.Value.Minimum > short.MaxValue)
        {
            Assert.Equal(ElementType.Int16, separation.Intermediate);
            Assert.True(vertical.Range.Value.IsWithin(ElementType.Int16));
        }

        Rational Sample(int row, int column) => ((row * 31) + (column * 17)) % 256;
        Assert.Equal(PlanEvaluator.Sum(ReadTaps.Start(plan.Model), Sample), PlanEvaluator.Sum(plan, Sample));
    }

    /// <summary>
    /// Sums down the columns take 64 bits like those of the whole, and are cheap to multiply along the rows only where shifts do.
    /// </summary>
    [Theory]
    [InlineData(new[] { 1, 1, 1 }, 9, false)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1 }, 49, true)]
    [InlineData(new[] { 1, 4, 6, 4, 1 }, 256, true)]
    [InlineData(new[] { 3, 11, 29, 57, 71, 57, 29, 11, 3 }, 73441, true)]
    [InlineData(new[] { 11, 23 }, 34, false)]
    public void Sums_of_64_bits_are_separated_where_that_takes_less(int[] factor, int divisor, bool isSeparated)
    {
        KernelPlan plan = PlanModels
            .Model(
                ElementType.Int32,
                ElementType.Int32,
                factor.Length,
                factor.Length,
                [.. PlanModels.Outer(factor, factor).Select(weight => new Rational(weight, divisor))]
            )
            .Plan();
        Assert.Equal(ElementType.Int64, plan.Accumulator);
        Assert.Equal(isSeparated, plan.Separation is not null);
        Assert.True(plan.Separation is null || plan.Separation.Intermediate == ElementType.Int64);
        Rational Sample(int row, int column) => ((row * 31_000_007) + (column * 17_000_003)) % int.MaxValue;
        Assert.Equal(PlanEvaluator.Sum(ReadTaps.Start(plan.Model), Sample), PlanEvaluator.Sum(plan, Sample));
    }
}
