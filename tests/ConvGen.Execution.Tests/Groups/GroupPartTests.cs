using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>
/// Several kernels in one pass, scaled and masked results, computed by several threads and rectangle by rectangle: the bits of one whole
/// call.
/// </summary>
public sealed class GroupPartTests(ITestOutputHelper output)
{
    private const int BatchSize = 12;

    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (5, 4), (33, 17), (131, 60), (300, 200)];

    /// <summary>Kernels of several sizes, the smaller of which see less than a rectangle needs.</summary>
    private static readonly string[] Unequal = ["GaussianKernel(1.4)", "Kernel(\"1 0 -1\")", "Kernel(\"1; 2; 3; 4\")"];

    private static GroupDeclared[] Declared()
    {
        IEnumerable<GroupDeclared> all = GroupCases
            .Combined()
            .Where(static (_, index) => index % Effort.Of(23, 2) == 0)
            .Concat(GroupCases.Scaled().Where(static (_, index) => index % Effort.Of(11, 2) == 0))
            .Concat(GroupCases.Masked().Where(static (_, index) => index % Effort.Of(5, 1) == 0))
            .Concat(GroupCases.KeptAtStores().Where(static (_, index) => index % Effort.Of(19, 3) == 7))
            .Concat(GroupCases.Separated().Where(static (declared, index) => !declared.HasOutputs && index % Effort.Of(3, 1) == 0))
            .Concat(
                GroupCases
                    .Combined()
                    .Where(static (_, index) => index % Effort.Of(41, 5) == 3)
                    .Select(static declared => declared with { Kernels = Unequal, Options = Same(declared.Options) })
            );
        return [.. all.Select(static declared => declared with { HasPitches = false })];
    }

    /// <summary>In every other mode the results of unequal kernels would have unequal sizes.</summary>
    private static string Same(string options) =>
        options.Contains("OutputMode", StringComparison.Ordinal) ? "Border = global::ConvGen.BorderMode.Reflect101" : options;

    [Fact]
    public void Threads_and_rectangles_give_the_bits_of_the_whole_call()
    {
        output.WriteLine(Seed.Text);
        GroupDeclared[] declared = Declared();
        int rectangles = 0,
            calls = 0;
        DrawnBatches.VerifyAll(
            declared,
            BatchSize,
            static (group, name) => group.ToPartSource(name),
            (group, batch, name, number) =>
            {
                GroupPartTrial trial = GroupPartTrial.Create(group, batch, name);
                foreach ((int width, int height) in Sizes)
                {
                    Interlocked.Increment(ref calls);
                    if (trial.Run(width, height, (int)(Seed.Value % 1_000_003) + number + width) is { } objection)
                    {
                        return $"{group.ToPartSource("")}{objection}\n";
                    }
                }

                Interlocked.Add(ref rectangles, trial.Count);
                return null;
            },
            static number => new() { Rewrite = number % 3 == 2 ? null : BandTests.WithLowBands }
        );
        Tally.Count(output, "calls", calls);
        Tally.Count(output, "rectangles", rectangles);
        Assert.True(declared.Length >= 60, $"only {declared.Length} groups were tried");
        Assert.True(rectangles > 5000, $"only {rectangles} rectangles were computed");
    }

    [Fact]
    public void A_source_that_holds_what_the_smaller_kernel_sees_is_refused()
    {
        const string Source = """
            [global::ConvGen.Correlation(Border = global::ConvGen.BorderMode.Replicate, Combine = global::ConvGen.Combine.Maximum), global::ConvGen.Kernel("1 0 -1"), global::ConvGen.BoxKernel(2)]
            internal static partial void M(byte[] source, int width, int height, global::ConvGen.Region held, global::ConvGen.Region region, byte[] destination);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Action<byte[], int, int, Region, Region, byte[]> filter = batch.Method<Action<byte[], int, int, Region, Region, byte[]>>("M");
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            filter(new byte[15], 20, 20, new Region(4, 5, 5, 3), new Region(5, 6, 3, 1), new byte[3])
        );
        Assert.Equal("held", refused.ParamName);
        Assert.Contains("needs (3, 4, 7, 5)", refused.Message, StringComparison.Ordinal);
        filter(new byte[35], 20, 20, new Region(3, 4, 7, 5), new Region(5, 6, 3, 1), new byte[3]);
    }
}
