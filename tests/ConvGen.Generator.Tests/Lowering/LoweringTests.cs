using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using Xunit.Abstractions;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>Programs compute what their plans say, at every width and one sample at a time.</summary>
public sealed class LoweringTests(ITestOutputHelper output)
{
    private const int Seed = 20261129,
        Declarations = 400;

    /// <summary>Programs of each kind that a run evaluates at least.</summary>
    private static readonly Dictionary<string, int> Fewest = new()
    {
        ["scalar"] = 100,
        ["scalar loop"] = 20,
        ["written, floating"] = 50,
        ["written, integers"] = 50,
        ["row sums"] = 20,
        ["groups of taps"] = 5,
        ["wide products"] = 50,
        ["sliding"] = 5,
        ["loop over taps"] = 20,
        ["rows of taps"] = 10,
        ["blocks"] = 3,
        ["blocks of weights at run time"] = 15,
        ["pairs"] = 50,
        ["biased pairs"] = 20,
        ["unpacked pairs"] = 50,
        ["groups of pairs"] = 10,
        ["rows of pairs"] = 10,
        ["loop over pairs"] = 5,
        ["pairs summed in turn"] = 5,
    };

    [Fact]
    public void Programs_store_the_sums_of_their_plans()
    {
        Dictionary<string, int> trials = [];
        int seed = Seed;
        foreach (KernelPlan plan in DrawnPlans.Passes(Seed, Declarations))
        {
            Trial trial = new(plan, seed++);
            foreach ((VectorWidth? width, int rows) in WidthsOf(trial))
            {
                string kind = DrawnPlans.KindOf(plan, width, rows);
                trials[kind] = trials.GetValueOrDefault(kind) + 1;
                string? fault = trial.Fault(trial.Lower(width, rows), width, rows);
                Assert.True(fault is null, $"{kind}, {width?.Bits ?? 0} bits, {rows} rows: {fault}. {string.Join("; ", plan.Decisions)}");
            }
        }

        foreach ((string kind, int count) in trials)
        {
            output.WriteLine($"{kind}: {count}");
        }

        Assert.All(Fewest, kind => Assert.InRange(trials.GetValueOrDefault(kind.Key), kind.Value, int.MaxValue));
    }

    /// <summary>
    /// Stores that take channels from the source find them under their results, with a mask that begins with the right channel.
    /// </summary>
    [Fact]
    public void Stores_keep_the_samples_under_their_results()
    {
        Dictionary<string, int> trials = [];
        int seed = Seed;
        int constants = 0,
            phases = 0;
        foreach (KernelPlan plan in DrawnPlans.Keeping(Seed, Declarations))
        {
            Trial trial = new(plan, seed++);
            foreach ((VectorWidth? width, int rows) in WidthsOf(trial))
            {
                string kind = DrawnPlans.KindOf(plan, width, rows);
                trials[kind] = trials.GetValueOrDefault(kind) + 1;
                PassProgram program = trial.Lower(width, rows);
                string? fault = trial.Fault(program, width, rows);
                Assert.True(fault is null, $"{kind}, {width?.Bits ?? 0} bits, {rows} rows: {fault}. {string.Join("; ", plan.Decisions)}");
                Statement.Store[] stores = [.. program.Body.OfType<Statement.Store>()];
                constants += stores.Count(static store => store.Mask is null);
                phases += stores.Count(static store => store.Mask is not null);
            }
        }

        output.WriteLine($"{constants} constants, {phases} masks: {string.Join(", ", trials)}");
        Assert.InRange(trials.Count, 12, int.MaxValue);
        Assert.InRange(constants, 200, int.MaxValue);
        Assert.InRange(phases, 500, int.MaxValue);
    }

    /// <summary>A floating-point sum is the same expression wherever it is computed, so that its bits are.</summary>
    [Fact]
    public void Floating_sums_have_the_same_bits_at_every_width()
    {
        int compared = 0;
        int seed = Seed;
        foreach (KernelPlan plan in DrawnPlans.Passes(Seed, Declarations).Where(plan => plan.Accumulator.IsFloating()))
        {
            Trial trial = new(plan, seed++);
            Lane[] first = [.. WidthsOf(trial).Select(item => trial.Results(trial.Lower(item.Width, item.Rows), item.Width)[(0, 0)])];
            Assert.All(first, sum => Assert.Equal(BitConverter.DoubleToInt64Bits(first[0].Real), BitConverter.DoubleToInt64Bits(sum.Real)));
            compared++;
        }

        output.WriteLine($"{compared} plans");
        Assert.InRange(compared, 60, int.MaxValue);
    }

    internal static IEnumerable<(VectorWidth? Width, int Rows)> WidthsOf(Trial trial) =>
        VectorWidth.All.SelectMany(width => trial.Rows(width).Select(rows => ((VectorWidth?)width, rows))).Append((null, 1));
}
