using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;
using ConvGen.Generator.Tests.Lowering;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>
/// The planner compares ways to form a floating-point sum by estimates, which are the operations of the programs that these ways become,
/// and ways to form an integer sum by these programs themselves.
/// </summary>
public class CostTests
{
    private const int Seed = 20261130;

    [Fact]
    public void Estimates_of_floating_point_sums_are_the_operations_of_their_programs()
    {
        Random random = new(Seed);
        Dictionary<string, int> compared = [];
        int dense = 0;
        for (int trial = 0; trial < 600; trial++)
        {
            ConvolutionModel model = Draw(random);
            if (PlanOf(model) is { ScalarReason: null } plan && KindOf(plan) is { } kind)
            {
                compared[kind] = compared.GetValueOrDefault(kind) + 1;
                string what = $"{kind}, {model.Kernel.Rows} x {model.Kernel.Columns} taps, {plan.Accumulator}, {model.FloatingPoint}";
                double counted = Math.Round(VectorOperations.Of(plan), 6),
                    estimated = Math.Round(Estimate(plan) + Firsts(plan), 6);
                if (plan.Sum.RowSums.Count > 0)
                {
                    // Estimated too low, as each sum begins with a product in each row of the source, and rows that wait for others do so
                    // in sums of their own.
                    Assert.InRange(counted / estimated, 1, 1.5);
                }
                else if (IsDense(plan))
                {
                    dense++;
                    Assert.Equal((what, counted), (what, estimated));
                }
                else
                {
                    // Rows and columns in which the kernel is zero are counted as if they were loaded.
                    Assert.True(counted <= estimated, $"{what}: {estimated} are estimated, and {counted} counted");
                }
            }
        }

        Assert.InRange(dense, 300, 600);
        Assert.InRange(compared.GetValueOrDefault("direct"), 100, 600);
        Assert.InRange(compared.GetValueOrDefault("row sums"), 20, 600);
        Assert.InRange(compared.GetValueOrDefault("separated"), 50, 600);
    }

    /// <summary>
    /// Integer sums are compared by the times of their programs: those of the very plans that come of them, but for sums that slide, which
    /// take less.
    /// </summary>
    [Fact]
    public void Times_of_integer_sums_are_those_of_the_programs_that_they_become()
    {
        Random random = new(Seed);
        Dictionary<string, int> kinds = [];
        int separated = 0;
        for (int trial = 0; trial < 700; trial++)
        {
            ConvolutionModel model = DrawIntegers(random);
            KernelPlan compared = Passes(before: nameof(PairProducts)).Aggregate(ReadTaps.Start(model), Apply);
            if (compared.ScalarReason is not null || compared.Taps.Count + compared.Sum.RowSums.Count == 0)
            {
                continue;
            }

            KernelPlan planned = Planner
                .Passes()
                .SkipWhile(static pass => pass.Name != nameof(PairProducts))
                .Where(static pass => pass.Name != nameof(SumBox))
                .Aggregate(compared, Apply);
            separated += planned.Separation is null ? 0 : 1;
            double estimated = compared.Separation is { } passes ? VectorTime.Passes(passes) : VectorTime.OnePass(compared),
                become = planned.Separation is { } formed ? VectorTime.FormedPasses(formed) : VectorTime.OfFormed(planned);
            string what = $"trial {trial}: {model.Kernel.Rows} x {model.Kernel.Columns} taps, {planned.Accumulator}";
            Assert.Equal((what, Math.Round(become, 9)), (what, Math.Round(estimated, 9)));
            IEnumerable<KernelPlan> all = planned.Separation is { } two ? two.Vertical.Append(two.Horizontal) : [planned];
            foreach (KernelPlan pass in all)
            {
                string kind = DrawnPlans.KindOf(pass, VectorWidth.All[1], pass.Tile.Rows);
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                AssertSameAtAllWidths(pass, what);
            }
        }

        Assert.InRange(separated, 100, 700);
        Assert.All(
            new[] { "pairs", "unpacked pairs", "groups of pairs", "biased pairs", "rows of pairs", "pairs summed in turn" },
            kind => Assert.InRange(kinds.GetValueOrDefault(kind), 3, 10_000)
        );
        Assert.All(
            new[] { "written, integers", "row sums", "wide products", "groups of taps", "loop over pairs" },
            kind => Assert.InRange(kinds.GetValueOrDefault(kind), 3, 10_000)
        );
    }

    /// <summary>What a vector of 256 bits takes is what each takes: tiles that differ share loads with more or with fewer others.</summary>
    private static void AssertSameAtAllWidths(KernelPlan pass, string what)
    {
        double at256 = ProgramTime.Of(pass);
        foreach (
            VectorWidth width in VectorWidth.All.Where(width =>
                TapLoop.IsUnrolled(pass, width, pass.Tile.Rows) || pass.Unrolling == Unrolling.Nowhere
            )
        )
        {
            double time = ProgramTime.Of(pass, width) * width.Bits / 256;
            bool isSameTile = pass.Tile.Vectors(width.Bits) == pass.Tile.Vectors256;
            Assert.True(
                isSameTile ? Math.Round(time, 9) == Math.Round(at256, 9) : time <= 1.5 * at256 && at256 <= 1.5 * time,
                $"{what}: {time} at {width.Bits} bits, {at256} at 256"
            );
        }
    }

    private static IEnumerable<Pass> Passes(string before) => Planner.Passes().TakeWhile(pass => pass.Name != before);

    private static KernelPlan Apply(KernelPlan plan, Pass pass) => pass.Apply(plan);

    /// <summary>Products that are added to nothing yet, of which all estimates say that they take no operation.</summary>
    private static int Firsts(KernelPlan plan) => plan.Separation?.Vertical.Count ?? 1;

    private static bool IsDense(KernelPlan plan) =>
        plan.Separation is { } separation
            ? separation.Vertical.Append(separation.Horizontal).All(IsDense)
            : plan.Taps.Count == plan.Model.Kernel.Count;

    private static double Estimate(KernelPlan plan) =>
        plan.Separation is { } separation ? OperationCost.Separated(separation)
        : plan.Sum.RowSums.Count > 0 ? OperationCost.WithRowSums(plan)
        : OperationCost.Direct(plan);

    /// <summary>The plan whose taps are one by one, as they are compared: what is added before it is multiplied is found later.</summary>
    private static KernelPlan PlanOf(ConvolutionModel model) =>
        Planner
            .Passes()
            .Where(static pass => pass.Name is not (nameof(FoldSymmetry) or nameof(GroupEqualTaps)))
            .Aggregate(ReadTaps.Start(model), static (plan, pass) => pass.Apply(plan));

    /// <summary>The way in which a sum is formed; null for what no estimate compares.</summary>
    private static string? KindOf(KernelPlan plan) =>
        plan.Separation is { } separation
            ? separation is { Prefixes: null, Partial: null } && separation.Vertical.Append(separation.Horizontal).All(IsWritten)
                ? "separated"
                : null
            : !IsWritten(plan)
                ? null
                : plan.Sum.RowSums.Count > 0
                    ? "row sums"
                    : "direct";

    private static bool IsWritten(KernelPlan pass) => pass is { Sum: DirectSum or SharedSum, Unrolling: Unrolling.Everywhere };

    /// <summary>Weights other than one, with which a sum begins without a product.</summary>
    private static ConvolutionModel Draw(Random random)
    {
        (int rows, int columns) = (random.Next(1, 8), random.Next(1, 8));
        int[] weights = random.Next(4) switch
        {
            0 => [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(2, 61))],
            1 => [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(2, 61) * random.Next(-1, 2))],
            2 => PlanModels.Outer(Numbers(random, rows), Numbers(random, columns)),
            _ => Repeated(random, rows, columns),
        };
        ElementType type = random.Next(3) == 0 ? ElementType.Double : ElementType.Single;
        ConvolutionModel model = PlanModels.Model(type, type, rows, columns, PlanModels.Exact(weights));
        return random.Next(4) == 0 && !weights.Contains(0) ? model.Strict() : model;
    }

    /// <summary>Kernels of integers: general, with zeros, of equal weights, separable, and of rows that are multiples.</summary>
    private static ConvolutionModel DrawIntegers(Random random)
    {
        ElementType[] types = [ElementType.Byte, ElementType.Byte, ElementType.Int16, ElementType.UInt16, ElementType.Int32];
        ElementType source = types[random.Next(types.Length)],
            destination = random.Next(2) == 0 ? source : types[random.Next(types.Length)];
        (int rows, int columns) = random.Next(8) == 0 ? (1, random.Next(30, 90)) : (random.Next(1, 10), random.Next(1, 10));
        int most = random.Next(3) == 0 ? 4 : 90;
        int[] weights = random.Next(6) switch
        {
            0 => [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(-most, most + 1))],
            1 => [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(1, 4) * random.Next(0, 2))],
            2 or 3 => PlanModels.Outer(Numbers(random, rows), Numbers(random, columns)),
            4 => [.. Enumerable.Range(0, rows * columns).Select(place => 3 + (place % 2))],
            _ => Repeated(random, rows, columns),
        };
        int divisor = destination.Size() < 4 ? Math.Max(1, weights.Sum(Math.Abs)) : 1;
        ConvolutionModel model = PlanModels.Model(
            source,
            destination,
            rows,
            columns,
            [.. weights.Select(weight => new Rational(weight, divisor))]
        );
        return random.Next(4) == 0 ? model with { PixelChannels = 3 } : model;
    }

    /// <summary>Rows of two kinds, each the multiple of one.</summary>
    private static int[] Repeated(Random random, int rows, int columns)
    {
        int[][] kinds = [Numbers(random, columns), Numbers(random, columns)];
        int[] factors = Numbers(random, rows);
        return [.. Enumerable.Range(0, rows).SelectMany(row => kinds[row % 2].Select(number => number * factors[row]))];
    }

    private static int[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2, 12))];
}
