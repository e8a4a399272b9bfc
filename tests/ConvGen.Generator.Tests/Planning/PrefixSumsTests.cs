using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Sums along rows as differences of prefix sums.</summary>
public class PrefixSumsTests
{
    [Theory]
    [InlineData("Byte", 31, 1)]
    [InlineData("Byte", 17, 4)]
    [InlineData("UInt16", 9, 1)]
    [InlineData("Int16", 15, 3)]
    public void A_wide_box_takes_two_prefix_sums(string type, int size, int channels)
    {
        KernelPlan plan = (Box(type, size, size) with { PixelChannels = channels }).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        Assert.Equal(ElementType.Int32, separation.Prefixes);
        Assert.Equal(
            [(0, -Rational.One), (size, Rational.One)],
            separation.Horizontal.Taps.Select(tap => (tap.Column, plan.Whole(tap.Weight)))
        );
    }

    [Fact]
    public void Sums_of_16_bits_and_few_columns_are_added_as_they_are()
    {
        Assert.Null(Box("Byte", 15, 15).Plan().Separation!.Prefixes);
        Assert.Null(Box("UInt16", 15, 3).Plan().Separation?.Prefixes);
    }

    [Fact]
    public void Weights_that_differ_from_column_to_column_are_multiplied_as_they_are()
    {
        int[] row = [1, 2, 4, 7, 11, 16, 22, 29, 37, 29, 22, 16, 11, 7, 4, 2, 1];
        Separation separation = Assert.IsType<Separation>(PlanModels.Bytes(17, 17, 65536, PlanModels.Outer(row, row)).Plan().Separation);
        Assert.Null(separation.Prefixes);
    }

    /// <summary>A prefix sum of floats would round what a window does not even hold.</summary>
    [Fact]
    public void Floats_have_none() =>
        Assert.Null(PlanModels.Floats(31, 31, PlanModels.Exact(Enumerable.Repeat(1, 961))).Plan().Separation!.Prefixes);

    [Fact]
    public void Strides_dilations_and_pixels_of_more_channels_than_a_vector_holds_have_none()
    {
        ConvolutionModel box = Box("Byte", 31, 31);
        Assert.Null((box with { Horizontal = box.Horizontal with { Stride = 2 } }).Plan().Separation?.Prefixes);
        Assert.Null((box with { Horizontal = box.Horizontal with { Dilation = 2 } }).Plan().Separation?.Prefixes);
        Assert.Null((box with { PixelChannels = 5 }).Plan().Separation?.Prefixes);
    }

    /// <summary>Products of 64 bits are few processors' own; sums and shifts are everyone's.</summary>
    [Fact]
    public void Sums_of_64_bits_are_added_and_shifted()
    {
        Rational[] Weights(int weight) => PlanModels.Exact(Enumerable.Repeat(weight, 36));
        Assert.Equal(
            ElementType.Int64,
            PlanModels.Model(ElementType.Int16, ElementType.Int64, 3, 12, Weights(1 << 20)).Plan().Separation!.Prefixes
        );
        Assert.Null(PlanModels.Model(ElementType.Int16, ElementType.Int64, 3, 12, Weights((1 << 20) - 1)).Plan().Separation?.Prefixes);
    }

    /// <summary>Stretches of equal weights on random samples.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_sum_of_every_window_is_that_of_the_weights(int seed)
    {
        Random random = new(seed);
        int[] column = [.. Enumerable.Range(0, 7).Select(_ => random.Next(1, 5))];
        int[] row = [.. Enumerable.Range(0, 4).SelectMany(_ => Enumerable.Repeat(random.Next(-9, 10), random.Next(3, 9)))];
        row[0] = 5;
        int[] weights = PlanModels.Outer(column, row);
        KernelPlan plan = PlanModels.Model(ElementType.UInt16, ElementType.Int32, 7, row.Length, PlanModels.Exact(weights)).Plan();
        Assert.NotNull(plan.Separation!.Prefixes);
        for (int trial = 0; trial < 20; trial++)
        {
            int[] samples = [.. weights.Select(_ => random.Next(0, 65536))];
            Rational expected = new(
                weights.Zip(samples, (weight, sample) => (BigInteger)weight * sample).Aggregate(BigInteger.Zero, BigInteger.Add),
                BigInteger.One
            );
            Assert.Equal(expected, PlanEvaluator.Sum(plan, (i, j) => samples[(i * row.Length) + j]));
        }
    }

    private static ConvolutionModel Box(string type, int rows, int columns) =>
        PlanModels.Model(
            Enum.Parse<ElementType>(type),
            Enum.Parse<ElementType>(type),
            rows,
            columns,
            [.. Enumerable.Repeat(Rational.One / (rows * columns), rows * columns)]
        );
}
