using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Transforms;
using ConvGen.Generator.Tests.Emission;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>When results are computed through transforms, and what the plan says about it.</summary>
public class ChooseTransformTests
{
    [Theory]
    [InlineData(1, 600)]
    [InlineData(1, 5000)]
    [InlineData(25, 25)]
    [InlineData(63, 31)]
    public void Large_kernels_are_transformed_where_that_is_allowed(int rows, int columns)
    {
        ConvolutionModel model = Irregular(rows, columns);
        KernelPlan plan = model.Allowed().Plan();
        Assert.NotNull(plan.Transform);
        Assert.Contains("ns a result through transforms", string.Join("; ", plan.Decisions), StringComparison.Ordinal);
        Assert.NotNull(model.AtRunTime(ElementType.Single).Allowed().Plan().Transform);
        Assert.Null(model.Plan().Transform);
        Assert.Null(model.Strict().Plan().Transform);
    }

    /// <summary>Otherwise the plan is that of the fast mode, and says why.</summary>
    [Theory]
    [InlineData(1, 9, "no transform: about ")]
    [InlineData(5, 5, "no transform: about ")]
    [InlineData(1, 1, "no transform: there is one tap")]
    [InlineData(300, 200, "no transform: no tile holds a window of 300 x 200 samples")]
    public void Others_are_summed_directly(int rows, int columns, string reason)
    {
        ConvolutionModel model = Irregular(rows, columns);
        KernelPlan plan = model.Allowed().Plan();
        Assert.Null(plan.Transform);
        Assert.StartsWith(reason, plan.Decisions[0], StringComparison.Ordinal);
        Assert.Equal(model.Plan(), plan with { AsksTransform = false, Decisions = plan.Decisions.Skip(1).ToEquatableArray() });
    }

    [Fact]
    public void A_separable_kernel_stays_separated()
    {
        int[] column = PlanModels.Irregular(13),
            row = [.. PlanModels.Irregular(13).Reverse()];
        KernelPlan plan = PlanModels.Floats(13, 13, PlanModels.Exact(PlanModels.Outer(column, row))).Allowed().Plan();
        Assert.Null(plan.Transform);
        Assert.NotNull(plan.Separation);
    }

    /// <summary>Parts lie on the tiles of a whole call. A stream's blocks begin anywhere, and bands in place would each need a spectrum.</summary>
    [Fact]
    public void Parts_are_transformed_and_streams_are_not()
    {
        ConvolutionModel model = Irregular(25, 25).Allowed(),
            line = Irregular(1, 600).Allowed(),
            atRunTime = model.AtRunTime(ElementType.Single);
        TransformPlan tiles = model.Plan().Transform!;
        Assert.Equal(tiles, (model with { Form = model.Form with { HasRegion = true, HasHeld = true } }).Plan().Transform);
        Assert.Equal(tiles, (model with { Form = model.Form with { IsParallel = true } }).Plan().Transform);
        Assert.Equal(tiles, (model with { Form = model.Form with { IsInPlace = true } }).Plan().Transform);
        foreach (
            (ConvolutionModel direct, string reason) in new[]
            {
                (line with { Form = line.Form with { History = line.Form.Source } }, "where blocks begin must not change"),
                (model with { IsPartOfGroup = true }, "several kernels are computed together"),
                (atRunTime with { Form = atRunTime.Form with { IsInPlace = true } }, "a PreparedKernel keeps it"),
            }
        )
        {
            KernelPlan plan = direct.Plan();
            Assert.Null(plan.Transform);
            Assert.StartsWith("no transform: ", plan.Decisions[0], StringComparison.Ordinal);
            Assert.Contains(reason, plan.Decisions[0], StringComparison.Ordinal);
        }

        SignatureForm prepared = atRunTime.Form with
        {
            IsInPlace = true,
            Kernel = atRunTime.Form.Kernel! with { Carrier = Carrier.Prepared },
        };
        Assert.NotNull((atRunTime with { Form = prepared }).Plan().Transform);
    }

    /// <summary>A stride throws results away that a transform computes and a direct sum does not.</summary>
    [Fact]
    public void A_stride_makes_the_direct_sum_cheaper()
    {
        ConvolutionModel model = Irregular(17, 17).Allowed();
        Assert.NotNull(model.Plan().Transform);
        Assert.Null(
            (model with { Vertical = model.Vertical with { Stride = 8 }, Horizontal = model.Horizontal with { Stride = 8 } })
                .Plan()
                .Transform
        );
    }

    [Fact]
    public void Places_after_the_passes_hold_the_frequencies_that_the_passes_sort_there()
    {
        foreach (LineTransform line in LineTransform.All)
        {
            int[] expected = Sorted([.. Enumerable.Range(0, line.Points)], [.. line.Radices]);
            Assert.Equal(expected, line.Order);
            Assert.Equal(line.Points, line.Radices.Aggregate(1, (product, radix) => product * radix));
            Assert.Equal(line.Radices.Count - 1, line.Divisions.Count());
        }

        // A pass over r points sends frequencies of one remainder by r to one block.
        static int[] Sorted(int[] frequencies, int[] radices) =>
            radices.Length == 0
                ? frequencies
                :
                [
                    .. Enumerable
                        .Range(0, radices[0])
                        .SelectMany(digit => Sorted([.. frequencies.Where((_, i) => i % radices[0] == digit)], radices[1..])),
                ];
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(64, 1)]
    [InlineData(4096, 64)]
    [InlineData(65536, 1)]
    public void Roots_of_unity_are_rounded_once(int order, int step)
    {
        IReadOnlyList<(Rational Re, Rational Im)> roots = RootsOfUnity.Powers(order, step, order / step / 4 + 1);
        Assert.Equal((Rational.One, Rational.Zero), roots[0]);
        Assert.Equal((Rational.Zero, -Rational.One), roots[^1]);
        Assert.Equal(roots[(roots.Count - 1) / 2].Re, -roots[(roots.Count - 1) / 2].Im);
        for (int power = 0; power < roots.Count; power++)
        {
            (double re, double im) = (roots[power].Re.ToDouble(), roots[power].Im.ToDouble());
            double angle = -2 * Math.PI * step * power / order;
            Assert.Equal(Math.Cos(angle), re, 3e-16);
            Assert.Equal(Math.Sin(angle), im, 3e-16);
        }
    }

    /// <summary>The bound counts what is rounded: more passes, more of it; a factor for each level stays within what is printed.</summary>
    [Fact]
    public void The_error_factor_is_a_small_number()
    {
        foreach (LineTransform rows in LineTransform.All)
        {
            foreach (LineTransform columns in LineTransform.All)
            {
                TransformPlan line = new(rows, columns, false, 1, 1),
                    plane = line with { HasTwoAxes = true };
                Assert.InRange(TransformError.Factor(line, ElementType.Single), TransformError.Factor(plane, ElementType.Single), 8);
                Assert.InRange(TransformError.Factor(line, ElementType.Double), TransformError.Factor(line, ElementType.Single), 16);
            }
        }
    }

    private static ConvolutionModel Irregular(int rows, int columns)
    {
        ConvolutionModel model = PlanModels.Floats(rows, columns, PlanModels.Exact(PlanModels.Irregular(rows * columns)));
        return rows > 1 ? model : model with { Form = model.Form with { Axes = 1 }, Vertical = new AxisGeometry(1, 1, 1, 0, 0) };
    }
}

/// <summary>Models for which transforms are allowed.</summary>
internal static class TransformModels
{
    public static ConvolutionModel Allowed(this ConvolutionModel model) =>
        model with
        {
            FloatingPoint = Generator.Model.FloatingPointMode.Transform,
        };
}
