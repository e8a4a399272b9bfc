using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Arithmetic;
using ConvGen.Generator.Kernels.Designs.Smoothing;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Kernels that printing has made a little more than a column times a row.</summary>
public class NearlySeparableTests
{
    /// <summary>Decimals of so many significant digits are within the bound of floats, as those of <c>numpy.savetxt</c> are.</summary>
    [Theory]
    [InlineData(7, 7)]
    [InlineData(9, 7)]
    [InlineData(13, 7)]
    [InlineData(13, 6)]
    [InlineData(9, 10)]
    [InlineData(9, 18)]
    [InlineData(31, 18)]
    public void Floats_are_split_within_their_bound(int size, int digits)
    {
        Rational[] weights = Printed(Gaussian(size), digits);
        KernelPlan plan = PlanModels.Floats(size, size, weights).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        Assert.Single(separation.Vertical);
        Assert.Contains(plan.Decisions, decision => decision.StartsWith("nearly separable: ", StringComparison.Ordinal));
        AssertWithin(weights, size, separation, new Rational(BigInteger.One, BigInteger.One << 24));
    }

    /// <summary>Half of the digits of a double are outside of its bound, and all of them within.</summary>
    [Theory]
    [InlineData(9, 7, false)]
    [InlineData(9, 18, true)]
    public void Doubles_have_a_bound_of_their_own(int size, int digits, bool isSplit)
    {
        Rational[] weights = Printed(Gaussian(size), digits);
        KernelPlan plan = PlanModels.Model(ElementType.Double, ElementType.Double, size, size, weights).Plan();
        Assert.Equal(isSplit, plan.Separation is not null);
        if (isSplit)
        {
            AssertWithin(weights, size, plan.Separation!, new Rational(BigInteger.One, BigInteger.One << 53));
        }
    }

    /// <summary>
    /// With a fixed number of decimals the smallest weights have hardly a digit: what they are written as is what is computed. A hint
    /// tells.
    /// </summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Few_decimals_are_not(int decimals)
    {
        Rational unit = new(BigInteger.One, BigInteger.Pow(10, decimals));
        Rational[] weights =
        [
            .. Gaussian(9).Select(weight => new Rational(((weight / unit) + new Rational(1, 2)).Floor(), BigInteger.One) * unit),
        ];
        Assert.DoesNotContain(
            PlanModels.Floats(9, 9, weights).Plan().Decisions,
            decision => decision.StartsWith("nearly", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Neither_are_strict_sums_nor_integers_nor_weights_that_differ()
    {
        Rational[] weights = Printed(Gaussian(9), 10);
        Assert.Null(PlanModels.Floats(9, 9, weights).Strict().Plan().Separation);
        Assert.Null(PlanModels.Model(ElementType.Byte, ElementType.Byte, 9, 9, weights).Plan().Separation);
        foreach (int index in new[] { 3, 14, 29, 58 })
        {
            weights[index] = weights[index] * 1001 / 1000;
        }

        Assert.Null(PlanModels.Floats(9, 9, weights).Plan().Separation);
    }

    /// <summary>A sum of two products with weights of one sign, of which doubles leave nothing but their last digits.</summary>
    [Fact]
    public void Two_products_are_found_as_well()
    {
        Rational[] narrow = [.. GaussianWeights.Exact(1, 6, 0)],
            wide = [.. GaussianWeights.Exact(3, 6, 0)];
        Rational[] weights = Printed(
            [.. narrow.SelectMany(_ => narrow, (a, b) => a * b).Zip(wide.SelectMany(_ => wide, (a, b) => a * b), (a, b) => a + b)],
            18
        );
        KernelPlan plan = PlanModels.Floats(13, 13, weights).Plan();
        Separation separation = Assert.IsType<Separation>(plan.Separation);
        Assert.Equal(2, separation.Vertical.Count);
        AssertWithin(weights, 13, separation, new Rational(BigInteger.One, BigInteger.One << 24));
    }

    /// <summary>Random products, printed: what is split is within the bound, and nearly all of those with digits enough is.</summary>
    [Fact]
    public void What_is_split_is_proven()
    {
        Random random = new(5);
        int split = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            int size = random.Next(7, 14);
            Rational[] column =
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(_ => new Rational(random.Next(1, 100000) * (random.Next(2) == 0 ? 1 : -1), random.Next(1, 1000))),
            ];
            Rational[] row = [.. Enumerable.Range(0, size).Select(_ => new Rational(random.Next(0, 100000), random.Next(1, 1000)))];
            Rational[] weights = Printed([.. column.SelectMany(_ => row, (a, b) => a * b)], random.Next(5, 19));
            if (PlanModels.Floats(size, size, weights).Plan().Separation is { } separation)
            {
                split++;
                AssertWithin(weights, size, separation, new Rational(BigInteger.One, BigInteger.One << 24));
            }
        }

        Assert.InRange(split, 40, 60);
    }

    /// <summary>The weights of the passes, and every rounding on the way, against the bound tap by tap.</summary>
    private static void AssertWithin(Rational[] weights, int size, Separation separation, Rational unit)
    {
        int taps = weights.Count(weight => !weight.IsZero);
        int roundings = separation.Vertical.Max(pass => NonZero(pass.Model.Kernel)) + NonZero(separation.Horizontal.Model.Kernel) + 2;
        for (int index = 0; index < weights.Length; index++)
        {
            Rational used = Rational.Zero,
                sizes = Rational.Zero;
            for (int term = 0; term < separation.Vertical.Count; term++)
            {
                Rational product =
                    separation.Vertical[term].Model.Kernel.Weights!.Value[index / size]
                    * separation.Horizontal.Model.Kernel.Weights!.Value[(term * size) + (index % size)];
                used += product;
                sizes += Rational.Abs(product);
            }

            Rational error = Rational.Abs(used - weights[index]) + (sizes * roundings * unit);
            Assert.True(error.CompareTo(Rational.Abs(weights[index]) * (taps + 2) * unit) <= 0, $"weight {index} of {size}");
        }
    }

    private static int NonZero(KernelMatrix kernel) => kernel.Weights!.Value.Count(weight => !weight.IsZero);

    private static Rational[] Gaussian(int size)
    {
        Rational[] line = [.. GaussianWeights.Exact(new Rational(size, 6), size / 2, 0)];
        return [.. line.SelectMany(_ => line, (a, b) => a * b)];
    }

    /// <summary>As a program prints them, with so many significant digits.</summary>
    private static Rational[] Printed(IReadOnlyList<Rational> weights, int digits) =>
        [
            .. weights.Select(weight =>
                KernelNumber.Read(ShortestDecimal.Rounded(digits > 17 ? Binary.Exact(weight.ToDouble()) : weight, digits).ToString()).Value
            ),
        ];
}
