using System.Numerics;
using ConvGen.Generator.Emission.Description;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>When integer sums go through transforms, and what proves that they stay exact.</summary>
public class ChooseExactTransformTests
{
    [Theory]
    [InlineData(nameof(ElementType.Byte), nameof(ElementType.Byte), 31, 31)]
    [InlineData(nameof(ElementType.Byte), nameof(ElementType.Int32), 41, 41)]
    [InlineData(nameof(ElementType.Int16), nameof(ElementType.Int32), 1, 1023)]
    [InlineData(nameof(ElementType.UInt16), nameof(ElementType.UInt16), 31, 31)]
    public void Large_kernels_are_transformed(string source, string destination, int rows, int columns)
    {
        ConvolutionModel model = Irregular(Enum.Parse<ElementType>(source), Enum.Parse<ElementType>(destination), rows, columns);
        KernelPlan plan = model.Plan();
        Assert.NotNull(plan.Exact);
        Assert.Null(plan.Transform);
        Assert.Contains("ns a result through transforms", plan.Decisions[0], StringComparison.Ordinal);
        Assert.Contains("ns as a direct sum", plan.Decisions[0], StringComparison.Ordinal);
        Assert.InRange(plan.Exact.Error, 0, 0.5);

        // Nobody has to ask.
        KernelPlan unasked = (model with { FloatingPoint = Generator.Model.FloatingPointMode.Fast }).Plan();
        Assert.NotNull(unasked.Exact);
        Assert.Equal(plan.Exact.Tiles, unasked.Exact.Tiles);
        Assert.Equal(plan.Decisions, unasked.Decisions);
        Assert.Equal(unasked.Sum, plan.Sum);
        Assert.Equal(unasked.Taps, plan.Taps);
        Assert.Equal(ElementType.Double, plan.Exact.Sums.Accumulator);
        Assert.All(plan.Exact.Sums.Taps, tap => Assert.True(tap.Weight.IsInteger));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(5, 5)]
    [InlineData(11, 11)]
    public void Small_kernels_are_summed_directly(int rows, int columns)
    {
        ConvolutionModel model = Irregular(ElementType.Byte, ElementType.Byte, rows, columns);
        KernelPlan plan = model.Plan();
        Assert.Null(plan.Exact);
        Assert.StartsWith("no transform: ", plan.Decisions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_a_faster_sum_keeps_it()
    {
        int[] column = PlanModels.Irregular(31),
            row = [.. PlanModels.Irregular(31).Reverse()];
        ConvolutionModel separable = PlanModels.Bytes(31, 31, 1 << 20, PlanModels.Outer(column, row)).Allowed();
        Assert.Null(separable.Plan().Exact);
        Assert.NotNull(separable.Plan().Separation);
        Assert.Null(PlanModels.Bytes(41, 41, 1681, [.. Enumerable.Repeat(1, 1681)]).Allowed().Plan().Exact);
        Assert.Null(Irregular(ElementType.Byte, ElementType.Int32, 31, 31).AtRunTime(ElementType.SByte).Plan().Exact);
    }

    /// <summary>Parts, threads, images in place and streams have the same tiles; several kernels in one pass have none.</summary>
    [Fact]
    public void Parts_are_transformed_as_well()
    {
        ConvolutionModel model = Irregular(ElementType.Byte, ElementType.Byte, 31, 31);
        ConvolutionModel line = Irregular(ElementType.Int16, ElementType.Int32, 1, 1023);
        foreach (
            (ConvolutionModel part, ConvolutionModel whole) in new[]
            {
                (model with { Form = model.Form with { HasRegion = true } }, model),
                (model with { Form = model.Form with { IsParallel = true } }, model),
                (model with { Form = model.Form with { IsInPlace = true } }, model),
                (line with { Form = line.Form with { History = line.Form.Source } }, line),
            }
        )
        {
            ExactTransform transform = part.Plan().Exact!;
            Assert.Equal(whole.Plan().Exact!.Tiles, transform.Tiles);
            Assert.False(transform.Finish.Model.ComputesParts);
        }

        KernelPlan group = (model with { IsPartOfGroup = true }).Plan();
        Assert.Null(group.Exact);
        Assert.Equal("no transform: several kernels are computed together from small parts of the source", group.Decisions[0]);
    }

    /// <summary>A stride throws results away that a transform computes and a direct sum does not.</summary>
    [Fact]
    public void A_stride_makes_the_direct_sum_cheaper()
    {
        ConvolutionModel model = Irregular(ElementType.Byte, ElementType.Byte, 31, 31);
        Assert.Null(
            (model with { Vertical = model.Vertical with { Stride = 4 }, Horizontal = model.Horizontal with { Stride = 4 } }).Plan().Exact
        );
    }

    /// <summary>
    /// The bound as it is defined, computed once more in <c>double</c>, for all tiles and for weights around those for which it is one half:
    /// transforms are taken below that only, and a bound with one bit less or more would be on the other side for some of them.
    /// </summary>
    [Fact]
    public void Errors_are_proven_to_be_below_one_half()
    {
        int proven = 0,
            unproven = 0,
            caught = 0;
        for (int largest = 2; largest < 40; largest++)
        {
            ConvolutionModel model = Irregular(ElementType.Int32, ElementType.Int64, 1, 300, largest);
            BigInteger squares = ExactError.Weights(model);
            foreach (LineTransform rows in LineTransform.All)
            {
                TransformPlan tiles = new(rows, rows, HasTwoAxes: false, 1, 1);
                double error = Error(tiles, model);
                Assert.Equal(error, ExactError.Of(tiles, model), error * 1e-9);
                Assert.Equal(error < 0.5, ExactError.IsBelowHalf(tiles, model, squares));
                (proven, unproven) = error < 0.5 ? (proven + 1, unproven) : (proven, unproven + 1);
                caught += error is >= 0.25 and < 1 ? 1 : 0;
            }

            if (model.Plan().Exact is { } exact)
            {
                Assert.InRange(Error(exact.Tiles, model), 0, 0.4999999);
                Assert.Equal(exact.Error, Error(exact.Tiles, model), exact.Error * 1e-9);
            }
        }

        Assert.True(proven > 10 && unproven > 10 && caught > 10, $"{proven} proven, {unproven} not, {caught} within a bit of one half");

        static double Error(TransformPlan tiles, ConvolutionModel model)
        {
            double weights = Math.Sqrt(model.Kernel.Weights!.Value.Sum(weight => Math.Pow(weight.ToDouble(), 2)));
            double samples = Math.ScaleB(Math.Sqrt(2.0 * tiles.Points), 31);
            double roundings = TransformError.Factor(tiles, ElementType.Double) * Math.Log2(tiles.Points);
            return Math.ScaleB(roundings * weights * samples, -53);
        }
    }

    /// <summary>Weights that no tile is proven for.</summary>
    [Fact]
    public void What_is_not_proven_is_summed_directly()
    {
        Rational[] weights = [.. PlanModels.Irregular(600).Select((weight, i) => (Rational)(weight * (i % 2 == 0 ? 100 : -100)))];
        ConvolutionModel model = PlanModels.Model(ElementType.Int32, ElementType.Int64, 1, 600, weights);
        model = model with { Form = model.Form with { Axes = 1 }, Vertical = AxisGeometry.None };
        KernelPlan plan = model.Allowed().Plan();
        Assert.Null(plan.Exact);
        Assert.Equal("no transform: errors could reach one half, so that sums would not be exact", plan.Decisions[0]);
    }

    [Fact]
    public void The_header_says_why_sums_are_exact_and_what_was_compared()
    {
        KernelPlan plan = Irregular(ElementType.Byte, ElementType.Byte, 31, 31).Plan();
        TransformPlan tiles = plan.Exact!.Tiles;
        IReadOnlyList<DescriptionFact> facts = KernelDescription.Of(plan).Facts;
        string transforms = Assert.Single(facts, fact => fact.Title == "Transforms").Text;
        Assert.Contains(
            FormattableString.Invariant($"at most {tiles.ErrorFactor} * 2^-53 * log2({tiles.Points}) * norm(K) * norm(x), which is about "),
            transforms,
            StringComparison.Ordinal
        );
        Assert.Contains("below 1/2: the nearest integer is the sum", transforms, StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($"fewer than {plan.Exact.ResultsOfPair} results"),
            transforms,
            StringComparison.Ordinal
        );
        string words = Assert.Single(facts, fact => fact.Title == "Plan").Text;
        Assert.Matches("about [0-9.]+ ns a result through transforms, [0-9.]+ ns as a direct sum", words);
        Assert.EndsWith("That is the direct sum.", Assert.Single(facts, fact => fact.Title == "Operations").Text, StringComparison.Ordinal);
    }

    /// <summary>Sums are read from the last 52 bits of a number near 3 * 2^51.</summary>
    [Theory]
    [InlineData(0, (1L << 51) - 1, true)]
    [InlineData(-(1L << 51) + 1, 0, true)]
    [InlineData(0, 1L << 51, false)]
    [InlineData(-(1L << 51), 0, false)]
    public void Sums_have_51_bits(long least, long most, bool isHeld) =>
        Assert.Equal(isHeld, ExactError.HoldsSums(new SumRange(least, most)));

    private static ConvolutionModel Irregular(ElementType source, ElementType destination, int rows, int columns, int largest = 101)
    {
        // Both signs, so that sums have no more bits than they need.
        Rational[] weights =
        [
            .. PlanModels.Irregular(rows * columns).Select((weight, i) => (Rational)(((weight - 1) % largest + 1) * (i % 2 == 0 ? 1 : -1))),
        ];
        ConvolutionModel model = PlanModels.Model(source, destination, rows, columns, weights).Allowed();
        return rows > 1 ? model : model with { Form = model.Form with { Axes = 1 }, Vertical = AxisGeometry.None };
    }
}
