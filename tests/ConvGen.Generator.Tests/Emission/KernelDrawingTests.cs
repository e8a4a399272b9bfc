using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Emission;

public class KernelDrawingTests
{
    [Fact]
    public void Integers_are_aligned() => Assert.Equal(["[  0  -1  10 ]"], KernelDrawing.Of(1, 3, Weights(1, 0, -1, 10)));

    [Fact]
    public void Fractions_stand_over_their_common_denominator() =>
        Assert.Equal(
            ["       [ 1  2  1 ]", "1/16 * [ 2  4  2 ]", "       [ 1  2  1 ]"],
            KernelDrawing.Of(3, 3, Weights(16, 1, 2, 1, 2, 4, 2, 1, 2, 1))
        );

    [Fact]
    public void A_denominator_that_is_too_long_makes_decimals()
    {
        EquatableArray<Rational> weights = EquatableArray.Of(new Rational(1, 3), new Rational(-1, 10_000_000_000));

        Assert.Equal(["[    1/3  -1E-10 ]"], KernelDrawing.Of(1, 2, weights));
    }

    [Fact]
    public void A_large_kernel_is_cut()
    {
        IReadOnlyList<string> drawing = KernelDrawing.Of(30, 31, Enumerable.Repeat(Rational.One, 930).ToEquatableArray());

        Assert.Equal(26, drawing.Count);
        Assert.Equal("[ " + string.Join("  ", Enumerable.Repeat("1", 25)) + "  ... ]", drawing[0]);
        Assert.Equal("(the first of 30 rows and 31 columns)", drawing[25]);
    }

    private static EquatableArray<Rational> Weights(int divisor, params int[] weights) =>
        weights.Select(weight => new Rational(weight, divisor)).ToEquatableArray();
}
