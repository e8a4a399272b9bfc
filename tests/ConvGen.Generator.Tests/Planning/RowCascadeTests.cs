using System.Globalization;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Tests.Planning;

public class RowCascadeTests
{
    [Theory]
    [InlineData("1 2 1", 1, "1 1")]
    [InlineData("1 3 3 1", 2, "1 1")]
    [InlineData("1 4 6 4 1", 3, "1 1")]
    [InlineData("2 5 5 2", 1, "2 3 2")]
    [InlineData("1 2 2 1", 1, "1 1 1")]
    [InlineData("-1 -2 0 2 1", 0, "")]
    public void Neighbours_are_added_where_that_takes_fewer_operations(string factors, int levels, string left)
    {
        RowCascade? cascade = RowCascade.Of(Uses(factors));
        Assert.Equal(levels, cascade?.Levels ?? 0);
        Assert.Equal(left, string.Join(' ', (cascade?.Uses ?? []).Select(use => use.Factor)));
    }

    [Theory]
    [InlineData("1 1")]
    [InlineData("-1 0 1")]
    [InlineData("1 1 1")]
    [InlineData("1 3 1")]
    [InlineData("5")]
    public void Factors_that_take_as_few_as_they_are_stay(string factors) => Assert.Null(RowCascade.Of(Uses(factors)));

    /// <summary>A row that takes nothing up has no sum, so that none of its neighbours could be added to it.</summary>
    [Fact]
    public void Rows_with_a_gap_have_none() =>
        Assert.Null(RowCascade.Of(EquatableArray.Of(new RowUse(0, 1), new RowUse(1, 2), new RowUse(3, 2), new RowUse(4, 1))));

    [Fact]
    public void Integers_add_neighbours_and_floating_point_rounds_as_its_bound_says()
    {
        Rational[] weights = PlanModels.Exact(PlanModels.Outer([1, 2, 1], [-1, 0, 1]));
        Assert.Equal(1, Assert.Single(PlanModels.Model(ElementType.Byte, ElementType.Int16, 3, 3, weights).Plan().Sum.RowSums).Levels);
        Assert.Equal(0, Assert.Single(PlanModels.Floats(3, 3, weights).Plan().Sum.RowSums).Levels);
    }

    [Fact]
    public void Bytes_multiply_neighbours_along_a_row_in_pairs()
    {
        KernelPlan plan = PlanModels.Bytes(3, 3, 16, PlanModels.Outer([1, 2, 1], [1, 2, 1])).Plan();
        Assert.Equal([new ProductPair(0, 0, 1, 0), new ProductPair(0, 1, 2, 1)], plan.Pairs);
        Assert.Equal(ChooseTile.TallRows, plan.Tile.Rows);
    }

    [Fact]
    public void Neighbours_that_lie_apart_are_unpacked_from_two_loads()
    {
        ConvolutionModel gray = PlanModels.Bytes(3, 3, 16, PlanModels.Outer([1, 2, 1], [1, 2, 1]));
        Assert.False(gray.Plan().Paired.Unpacks);
        Assert.True((gray with { PixelChannels = 3 }).Plan().Paired.Unpacks);
        Assert.True((gray with { Horizontal = new AxisGeometry(3, 1, 2, 2, 2) }).Plan().Paired.Unpacks);
        Assert.False((gray with { Horizontal = new AxisGeometry(3, 2, 1, 1, 1) }).Plan().IsPaired);
    }

    /// <summary>Weights that 8 bits do not hold, and sums of so many rows that the registers do not hold those that wait.</summary>
    [Fact]
    public void Rows_that_pairs_do_not_suit_have_none()
    {
        Assert.Null(PairProducts.AlongRows(PlanModels.Bytes(3, 3, 600, PlanModels.Outer([1, 2, 1], [1, 130, 1])).Plan()));
        Assert.NotNull(PlanModels.Bytes(5, 5, 81, PlanModels.Outer([1, 2, 3, 2, 1], [1, 2, 3, 2, 1])).Plan().Separation);
    }

    private static EquatableArray<RowUse> Uses(string factors) =>
        factors
            .Split(' ')
            .Select((factor, row) => new RowUse(row, int.Parse(factor, CultureInfo.InvariantCulture)))
            .Where(use => !use.Factor.IsZero)
            .ToEquatableArray();
}
