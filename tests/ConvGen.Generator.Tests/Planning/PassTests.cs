using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Tests.Emission;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>A pass never changes the value of an output sample.</summary>
public class PassTests
{
    private const int Seed = 20261122;

    public static TheoryData<string> PassNames => [.. Planner.Passes().Select(pass => pass.Name)];

    [Theory]
    [MemberData(nameof(PassNames))]
    public void Plans_before_and_after_agree_on_random_samples(string name)
    {
        Random random = new(Seed);
        for (int trial = 0; trial < 200; trial++)
        {
            KernelPlan plan = ReadTaps.Start(RandomModel(random));
            foreach (Pass pass in Planner.Passes().TakeWhile(pass => pass.Name != name))
            {
                plan = pass.Apply(plan);
            }

            KernelPlan after = Planner.Passes().Single(pass => pass.Name == name).Apply(plan);
            Dictionary<(int, int), Rational> samples = [];
            Rational Sample(int row, int column) =>
                samples.TryGetValue((row, column), out Rational value) ? value : samples[(row, column)] = random.Next(256);
            Assert.Equal(PlanEvaluator.Sum(plan, Sample), PlanEvaluator.Sum(after, Sample));
        }
    }

    [Fact]
    public void Taps_of_a_convolution_are_the_kernel_rotated_by_half_a_turn()
    {
        ConvolutionModel model = Models.Smooth with { Kernel = Models.Kernel(2, 3, 1, 1, 2, 3, 4, 5, 6) };
        Assert.Equal([6, 5, 4, 3, 2, 1], Weights(model with { Operation = OperationKind.Convolution }));
        Assert.Equal([1, 2, 3, 4, 5, 6], Weights(model with { Operation = OperationKind.Correlation }));

        static int[] Weights(ConvolutionModel model) => [.. ReadTaps.Start(model).Taps.Select(tap => (int)tap.Weight.Numerator)];
    }

    [Fact]
    public void Every_pass_says_why_it_stands_where_it_stands()
    {
        Assert.All(Planner.Passes(), pass => Assert.NotEmpty(pass.Because));
        Assert.Equal(Planner.Passes().Count(), Planner.Passes().Select(pass => pass.Name).Distinct().Count());
    }

    /// <summary>The planned division is the definition's <c>floor(sum / D + 1/2)</c> over the whole range of the sum.</summary>
    [Fact]
    public void Divisions_are_exact_at_the_ends_and_at_random_sums()
    {
        Random random = new(Seed);
        int divided = 0;
        for (int trial = 0; trial < 2000; trial++)
        {
            KernelPlan plan = Models.Plan(RandomModel(random)).Plan!;
            if (plan.Division is not { } division)
            {
                continue;
            }

            divided++;
            SumRange range = plan.Range!.Value;
            IEnumerable<BigInteger> sums = Enumerable
                .Range(0, 50)
                .SelectMany(i => new[] { range.Minimum + i, range.Maximum - i })
                .Concat(Enumerable.Range(0, 50).Select(_ => range.Minimum + Between(random, range.Maximum - range.Minimum)));
            foreach (BigInteger sum in sums.Where(sum => sum >= range.Minimum && sum <= range.Maximum))
            {
                BigInteger expected = IntegerMath.FloorDivide((2 * sum) + plan.Denominator, 2 * plan.Denominator);
                BigInteger dividend = sum + division.Bias;
                Assert.Equal(expected, PlanEvaluator.Quotient(division, sum));
                Assert.InRange(dividend, plan.Accumulator.Minimum(), plan.Accumulator.Maximum());
                if (!division.NeedsDoubleWidth)
                {
                    Assert.InRange(dividend * division.Multiplier, plan.Accumulator.Minimum(), plan.Accumulator.Maximum());
                }
            }
        }

        Assert.InRange(divided, 1000, 2000);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 }, 16, "Int16")]
    [InlineData(new[] { -1, 0, 1, -2, 0, 2, -1, 0, 1 }, 1, "Int16")]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 9, "UInt16")]
    [InlineData(new[] { 60, 60, -30, 20, 10, -20, 5, -40, 8 }, 64, "UInt16")]
    [InlineData(new[] { 160, 60, -30, 20, 10, -20, 5, -40, 8 }, 64, "Int32")]
    [InlineData(new[] { 100, 200, 300, 400, 500, 400, 300, 200, 100 }, 1, "Int32")]
    [InlineData(new[] { 100_000_000, 0, 0, 0, 0, 0, 0, 0, 1 }, 1, "Int64")]
    public void The_accumulator_is_the_narrowest_that_holds_every_sum(int[] weights, int divisor, string accumulator)
    {
        KernelPlan plan = Models.Plan(Models.Smooth with { Kernel = Models.Kernel(3, 3, divisor, weights) }).Plan!;
        Assert.Equal(Enum.Parse<ElementType>(accumulator), plan.Accumulator);
        Assert.Equal(
            weights.Where(weight => weight > 0).Sum(weight => (long)weight) * 255,
            plan.Range!.Value.Maximum * divisor / plan.Denominator
        );
    }

    /// <summary>Elimination of this kernel of rank two needs sixths, which integer passes cannot multiply by.</summary>
    [Fact]
    public void Whole_weights_whose_factors_are_fractions_stay_in_one_pass()
    {
        int[] weights =
        [
            2,
            3,
            -1,
            6,
            -1,
            3,
            2,
            3,
            4,
            1,
            8,
            1,
            4,
            3,
            4,
            5,
            3,
            10,
            3,
            5,
            4,
            5,
            6,
            5,
            12,
            5,
            6,
            5,
            4,
            5,
            3,
            10,
            3,
            5,
            4,
            3,
            4,
            1,
            8,
            1,
            4,
            3,
            2,
            3,
            -1,
            6,
            -1,
            3,
            2,
        ];
        ConvolutionModel model = Models.Smooth with
        {
            Kernel = Models.Kernel(7, 7, 100, weights),
            Vertical = new AxisGeometry(7, 1, 1, 3, 0),
            Horizontal = new AxisGeometry(7, 1, 1, 3, 0),
        };
        Assert.Null(Models.Plan(model).Plan!.Separation);
    }

    [Fact]
    public void Zero_taps_are_dropped_unless_strict()
    {
        ConvolutionModel model = Models.Smooth with { Kernel = Models.Kernel(3, 3, 1, 0, 1, 0, 1, -4, 1, 0, 1, 0) };
        Assert.Equal(5, Models.Plan(model).Plan!.Taps.Count);
        ConvolutionModel floating = model with
        {
            Form = model.Form with
            {
                Source = model.Form.Source with { Element = ElementType.Single },
                Destination = model.Form.Destination with { Element = ElementType.Single },
            },
        };
        Assert.Equal(5, Models.Plan(floating).Plan!.Taps.Count);
        Assert.Equal(9, Models.Plan(floating with { FloatingPoint = Generator.Model.FloatingPointMode.Strict }).Plan!.Taps.Count);
    }

    [Fact]
    public void Large_kernels_of_few_rows_run_in_a_loop_and_say_why()
    {
        KernelPlan plan = PlanModels.Floats(3, 75, PlanModels.Exact(PlanModels.Irregular(225))).Plan();
        Assert.Contains("225 taps", plan.LoopReason, StringComparison.Ordinal);
        Assert.Equal(CoefficientSource.Table, plan.Coefficients);
    }

    private static ConvolutionModel RandomModel(Random random)
    {
        int rows = random.Next(1, 6),
            columns = random.Next(1, 6);
        int[] weights = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(4) == 0 ? 0 : random.Next(-40, 41))];
        if (random.Next(2) == 0)
        {
            // Of rank one or two, often symmetric.
            int[] Factor(int count) =>
                random.Next(3) switch
                {
                    0 => [.. Enumerable.Range(0, count).Select(i => Math.Min(i, count - 1 - i) + 1)],
                    1 => [.. Enumerable.Range(0, count).Select(i => Math.Sign(i - (count / 2)) * 3)],
                    _ => [.. Enumerable.Range(0, count).Select(_ => random.Next(-9, 10))],
                };
            int[] a = Factor(rows),
                b = Factor(columns),
                c = Factor(rows),
                d = Factor(columns);
            int second = random.Next(2);
            weights =
            [
                .. Enumerable
                    .Range(0, rows * columns)
                    .Select(i => (a[i / columns] * b[i % columns]) + (second * c[i / columns] * d[i % columns])),
            ];
        }

        int[] divisors = [1, 2, 3, 7, 9, 16, 25, 100, 255, 256, 1000, 65536];
        ElementType[] types = [ElementType.Byte, ElementType.SByte, ElementType.Int16, ElementType.UInt16, ElementType.Int32];
        ConvolutionModel model = Models.Smooth;
        return model with
        {
            Operation = random.Next(2) == 0 ? OperationKind.Convolution : OperationKind.Correlation,
            Kernel = Models.Kernel(rows, columns, divisors[random.Next(divisors.Length)], weights),
            Form = model.Form with
            {
                Source = model.Form.Source with { Element = types[random.Next(types.Length)] },
                Destination = model.Form.Destination with { Element = types[random.Next(types.Length)] },
            },
            Vertical = new AxisGeometry(rows, 1, 1, rows / 2, 0),
            Horizontal = new AxisGeometry(columns, random.Next(1, 3), random.Next(1, 3), columns / 2, 0),
        };
    }

    private static BigInteger Between(Random random, BigInteger width)
    {
        byte[] bytes = new byte[9];
        random.NextBytes(bytes);
        bytes[8] = 0;
        return new BigInteger(bytes) % (width + 1);
    }
}
