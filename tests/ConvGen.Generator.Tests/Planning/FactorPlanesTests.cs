using System.Globalization;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Separating;
using Xunit.Abstractions;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Kernels of three axes that are a product along planes and within them.</summary>
public sealed class FactorPlanesTests(ITestOutputHelper output)
{
    private const int Seed = 20261130;

    private static readonly ElementType[] Integers =
    [
        ElementType.Byte,
        ElementType.SByte,
        ElementType.Int16,
        ElementType.UInt16,
        ElementType.Int32,
        ElementType.Int64,
    ];

    /// <summary>After each pass, a volume's plan has the value that the taps as written have; many are of three passes.</summary>
    [Fact]
    public void Plans_of_volumes_keep_their_value()
    {
        Random random = new(Seed);
        int along = 0,
            three = 0,
            trials = 0;
        for (; trials < 400; trials++)
        {
            ConvolutionModel model = Draw(random);
            KernelPlan plan = ReadTaps.Start(model);
            Dictionary<(int, int), Rational> samples = [];
            Rational Sample(int row, int column) =>
                samples.TryGetValue((row, column), out Rational value) ? value : samples[(row, column)] = random.Next(-128, 128);
            Rational expected = PlanEvaluator.Sum(plan, Sample);
            foreach (Pass pass in Planner.Passes())
            {
                plan = pass.Apply(plan);
                Assert.True(expected.Equals(PlanEvaluator.Sum(plan, Sample)), $"{pass.Name}: {string.Join("; ", plan.Decisions)}");
            }

            along += plan.PlaneSums is null ? 0 : 1;
            three += plan.PlaneSums is { Within.Separation: not null } ? 1 : 0;
        }

        output.WriteLine($"{trials} plans, {along} along planes, {three} of three passes");
        Assert.InRange(along, 100, trials);
        Assert.InRange(three, 50, along);
    }

    /// <summary>Intermediate sums of integers lie in their proven ranges, whatever the samples.</summary>
    [Fact]
    public void Sums_along_planes_stay_in_their_range()
    {
        const int Trials = 400;
        Random random = new(Seed);
        int checkedPlans = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            ConvolutionModel model = Draw(random);
            if (model.Plan() is not { PlaneSums: { Across.Range: { } range } sums } plan)
            {
                continue;
            }

            checkedPlans++;
            ElementType source = model.Form.Source.Element;
            Assert.True(range.IsWithin(sums.Intermediate));
            Assert.Equal(range, sums.Within.Samples);
            foreach (bool isLargest in new[] { false, true })
            {
                Rational sum = PlanEvaluator.Sum(
                    sums.Across,
                    (row, _) =>
                        new Rational(
                            sums.Across.Model.Kernel.Weights!.Value[row].Numerator.Sign > 0 == isLargest
                                ? source.Maximum()
                                : source.Minimum(),
                            1
                        )
                );
                Assert.Equal(new Rational(isLargest ? range.Maximum : range.Minimum, 1), sum);
            }
        }

        Assert.InRange(checkedPlans, 60, Trials);
    }

    /// <summary>Within planes, sums along rows that rows share are as few as those of two passes where taps are few.</summary>
    [Theory]
    [InlineData("1 4 6 4 1", false)]
    [InlineData("1 8 28 56 70 56 28 8 1", true)]
    [InlineData("0.0276305 0.0662822 0.123831 0.180174 0.204164 0.180174 0.123831 0.0662822 0.0276305", true)]
    public void Products_of_three_axes_are_computed_along_planes_first(string factor, bool isSeparated)
    {
        Rational[] row = [.. factor.Split(' ').Select(Number)];
        ConvolutionModel model = Volume(PlanModels.Floats(row.Length * row.Length, row.Length, Outer(row, row, row)), row.Length);
        KernelPlan plan = model.Plan();
        Assert.Equal(isSeparated, plan.PlaneSums!.Within.Separation is not null);
        Assert.Contains(plan.Decisions, static decision => decision.StartsWith("separable along planes", StringComparison.Ordinal));
        Assert.Null(model.Strict().Plan().PlaneSums);
        Assert.Null(model.AtRunTime(ElementType.Single).Plan().PlaneSums);
    }

    /// <summary>A product printed with seven digits is none any more; where the bound is proven it is taken for one.</summary>
    [Fact]
    public void Printed_products_are_nearly_separable()
    {
        Rational[] row = [.. Enumerable.Range(-4, 9).Select(i => Printed(Math.Exp(-i * i / 8.0) / 5.0133, 9))];
        KernelPlan Plan(int digits) =>
            Volume(PlanModels.Floats(81, 9, [.. Outer(row, row, row).Select(weight => Printed(weight.ToDouble(), digits))]), 9).Plan();
        KernelPlan seven = Plan(7);
        Assert.NotNull(seven.PlaneSums?.Within.Separation);
        Assert.Contains(seven.Decisions, static decision => decision.StartsWith("nearly separable along planes", StringComparison.Ordinal));
        Assert.Null(Plan(3).PlaneSums);
    }

    /// <summary>What is a product along planes alone still has its planes summed first; what is none is not.</summary>
    [Fact]
    public void Kernels_within_planes_need_no_factors()
    {
        Rational[] planes = PlanModels.Exact([1, 4, 6, 4, 1]),
            rest = PlanModels.Exact(PlanModels.Irregular(25));
        Rational[] weights = [.. planes.SelectMany(a => rest.Select(b => a * b))];
        KernelPlan plan = Volume(PlanModels.Floats(25, 5, weights), 5).Plan();
        Assert.True(plan.PlaneSums is { Within: { Separation: null, Taps.Count: 25 } });
        weights[7] += 1;
        Assert.Null(Volume(PlanModels.Floats(25, 5, weights), 5).Plan().PlaneSums);
    }

    /// <summary>Windows that would need images beyond all caches are summed as before.</summary>
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(40, 1, false)]
    [InlineData(1, 300, false)]
    public void Wide_windows_keep_to_one_way(int vertical, int horizontal, bool isAlong)
    {
        ConvolutionModel model = Volume(PlanModels.Floats(25, 5, Outer(Binomial, Binomial, Binomial)), 5);
        model = model with
        {
            Vertical = model.Vertical with { Dilation = vertical },
            Horizontal = model.Horizontal with { Dilation = horizontal },
        };
        Assert.Equal(isAlong, model.Plan().PlaneSums is not null);
    }

    private static Rational[] Binomial => PlanModels.Exact([1, 4, 6, 4, 1]);

    private static Rational Number(string text) => Rational.FromDouble(double.Parse(text, CultureInfo.InvariantCulture));

    private static Rational Printed(double value, int digits) =>
        Rational.FromDouble(double.Parse(value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static Rational[] Outer(Rational[] planes, Rational[] rows, Rational[] columns) =>
        [.. planes.SelectMany(a => rows.SelectMany(b => columns.Select(c => a * b * c)))];

    private static ConvolutionModel Volume(ConvolutionModel model, int planes)
    {
        int rows = model.Kernel.Rows / planes;
        return model with
        {
            Kernel = model.Kernel with { Planes = planes },
            Form = model.Form with { Axes = 3 },
            Vertical = new AxisGeometry(rows, 1, 1, rows / 2, 0),
            Depth = new AxisGeometry(planes, 1, 1, planes / 2, 0),
        };
    }

    private static ConvolutionModel Draw(Random random)
    {
        int planes = random.Next(2, 6),
            rows = random.Next(1, 6),
            columns = random.Next(1, 8);
        int[] Factor(int count) =>
            random.Next(4) switch
            {
                0 => [.. Enumerable.Range(0, count).Select(i => Math.Min(i, count - 1 - i) + 1)],
                1 => [.. Enumerable.Range(0, count).Select(i => i - (count / 2))],
                2 => [.. Enumerable.Repeat(1, count)],
                _ => [.. Enumerable.Range(0, count).Select(_ => random.Next(-5, 6))],
            };
        Rational divisor = new(1, new[] { 1, 1, 2, 9, 16, 100 }[random.Next(6)]);
        Rational[] within =
            random.Next(4) == 0
                ? PlanModels.Exact(Enumerable.Range(0, rows * columns).Select(_ => random.Next(-9, 10)))
                : PlanModels.Exact(PlanModels.Outer(Factor(rows), Factor(columns)));
        Rational[] weights = [.. PlanModels.Exact(Factor(planes)).SelectMany(a => within.Select(b => a * b * divisor))];
        if (random.Next(6) == 0)
        {
            weights[random.Next(weights.Length)] += 1;
        }

        bool isFloating = random.Next(3) == 0;
        ElementType source = isFloating ? ElementType.Single : Integers[random.Next(Integers.Length)];
        ElementType destination = isFloating || random.Next(2) == 0 ? source : Integers[random.Next(Integers.Length)];
        ConvolutionModel model = Volume(PlanModels.Model(source, destination, planes * rows, columns, weights), planes);
        return model with
        {
            Operation = random.Next(2) == 0 ? OperationKind.Convolution : OperationKind.Correlation,
            Horizontal = model.Horizontal with { Stride = random.Next(4) == 0 ? 2 : 1, Dilation = random.Next(4) == 0 ? 2 : 1 },
            Vertical = model.Vertical with { Stride = random.Next(4) == 0 ? 2 : 1, Dilation = random.Next(4) == 0 ? 2 : 1 },
            Depth = model.Depth with { Stride = random.Next(4) == 0 ? 2 : 1, Dilation = random.Next(4) == 0 ? 2 : 1 },
        };
    }
}
