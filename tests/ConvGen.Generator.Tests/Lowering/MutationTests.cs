using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Planning.Plan;
using Xunit.Abstractions;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>The comparison of <see cref="LoweringTests"/> catches faults: each is put into programs of many kinds.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261130,
        Declarations = 150,
        Fewest = 5;

    /// <summary>Times that other samples are drawn: some hide a fault, such as zeros.</summary>
    private const int Samples = 3;

    private static readonly Lazy<IReadOnlyList<(Trial[] Trials, VectorWidth? Width, int Rows, PassProgram Program)>> Programs = new(() =>
        [
            .. DrawnPlans
                .Passes(Seed, Declarations)
                .Concat(DrawnPlans.Keeping(Seed, Declarations / 3))
                .Where(plan => plan.Taps.Count < 40 || (plan.Unrolling != Unrolling.Everywhere && plan.Taps.Count < 400))
                .Select(
                    (plan, i) => Enumerable.Range(0, Samples).Select(sample => new Trial(plan, Seed + (Samples * i) + sample)).ToArray()
                )
                .SelectMany(trials =>
                    LoweringTests
                        .WidthsOf(trials[0])
                        .Where(item => item.Width is not { Bits: > 128 })
                        .Select(item => (trials, item.Width, item.Rows, trials[0].Lower(item.Width, item.Rows)))
                ),
        ]
    );

    public static TheoryData<string> Names => [.. Mutations.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_in_a_program_is_caught(string name)
    {
        Mutation mutation = Mutations.All.Single(mutation => mutation.Name == name);
        Random random = new(Seed);
        int put = 0;
        List<string> missed = [];
        foreach ((Trial[] trials, VectorWidth? width, int rows, PassProgram program) in Programs.Value)
        {
            int places = mutation.Places(program);
            if (places == 0)
            {
                continue;
            }

            put++;
            PassProgram faulty = mutation.Apply(program, random.Next(places));
            if (!trials.Any(trial => IsCaught(trial, width, rows, faulty)))
            {
                missed.Add($"{DrawnPlans.KindOf(trials[0].Plan, width, rows)}, {width?.Bits ?? 0} bits, {rows} rows");
            }
        }

        output.WriteLine($"{name}: {put} programs, {missed.Count} missed: {string.Join("; ", missed.Take(20))}");
        Assert.InRange(put, Fewest, int.MaxValue);

        // Where the fault changes nothing: a weight of zero, or one beside another of its size.
        Assert.InRange(missed.Count, 0, Math.Max(3, put / 10));
    }

    /// <summary>Whether a comparison fails, or the program reads what there is not.</summary>
    private static bool IsCaught(Trial trial, VectorWidth? width, int rows, PassProgram faulty)
    {
        try
        {
            return trial.Fault(faulty, width, rows) is not null;
        }
        catch (Exception exception) when (exception is KeyNotFoundException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return true;
        }
    }
}
