using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Generator.Planning.Cost;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;
using ConvGen.Generator.Tests.Lowering;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>
/// The planner compares ways to form a floating-point sum by estimates, as it has no programs yet. They are the operations of the programs
/// that these ways become.
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

    /// <summary>Rows of two kinds, each the multiple of one.</summary>
    private static int[] Repeated(Random random, int rows, int columns)
    {
        int[][] kinds = [Numbers(random, columns), Numbers(random, columns)];
        int[] factors = Numbers(random, rows);
        return [.. Enumerable.Range(0, rows).SelectMany(row => kinds[row % 2].Select(number => number * factors[row]))];
    }

    private static int[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2, 12))];
}
