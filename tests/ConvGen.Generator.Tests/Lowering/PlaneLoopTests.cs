using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Planning;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Kernels of planes with too many taps to write out: planes in a loop, in which the columns of their rows are.</summary>
public sealed class PlaneLoopTests
{
    [Theory]
    [InlineData(5, 5, 5, false, false, 1)]
    [InlineData(5, 5, 5, true, false, 1)]
    [InlineData(5, 5, 5, false, true, 1)]
    [InlineData(7, 3, 7, false, false, 1)]
    [InlineData(3, 4, 11, false, false, 1)]
    [InlineData(2, 9, 9, false, true, 1)]
    [InlineData(5, 5, 5, false, false, 2)]
    public void Programs_store_the_sums_of_their_plans(int planes, int rows, int columns, bool isStrict, bool isRunTime, int dilation)
    {
        int taps = planes * rows * columns;
        ConvolutionModel model = PlanModels.Floats(planes * rows, columns, PlanModels.Exact(PlanModels.Irregular(taps)));
        model = model with
        {
            Kernel = model.Kernel with { Planes = planes },
            Form = model.Form with { Axes = 3 },
            Vertical = new AxisGeometry(rows, 1, dilation, rows / 2, 0),
            Depth = new AxisGeometry(planes, 1, 1, planes / 2, 0),
        };
        model = isStrict ? model.Strict() : model;
        model = isRunTime ? model.AtRunTime(ElementType.Single) : model;
        KernelPlan plan = model.Plan();
        Assert.Equal(Unrolling.Columns, plan.Unrolling);
        Assert.Null(plan.LoopReason);
        Trial trial = new(plan, taps);
        foreach ((VectorWidth? width, int tileRows) in LoweringTests.WidthsOf(trial))
        {
            string? fault = trial.Fault(trial.Lower(width, tileRows), width, tileRows);
            Assert.True(fault is null, $"{width?.Bits ?? 0} bits, {tileRows} rows: {fault}");
        }
    }

    /// <summary>A few are written out, and rows of one or two in a plane have nothing in common.</summary>
    [Theory]
    [InlineData(4, 5, 5)]
    [InlineData(30, 2, 5)]
    public void Other_kernels_have_no_such_loop(int planes, int rows, int columns)
    {
        Rational[] weights = PlanModels.Exact(PlanModels.Irregular(planes * rows * columns));
        ConvolutionModel model = PlanModels.Floats(planes * rows, columns, weights);
        model = model with
        {
            Kernel = model.Kernel with { Planes = planes },
            Form = model.Form with { Axes = 3 },
            Vertical = new AxisGeometry(rows, 1, 1, rows / 2, 0),
            Depth = new AxisGeometry(planes, 1, 1, planes / 2, 0),
        };
        Assert.NotEqual(Unrolling.Columns, model.Plan().Unrolling);
    }
}
