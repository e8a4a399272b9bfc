using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.InPlace;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Several kernels in one pass, scaled and masked results that overwrite their source: the bits that a destination gets.</summary>
public sealed class GroupInPlaceTests(ITestOutputHelper output)
{
    private const int BatchSize = 12;

    private static readonly (int Width, int Height)[] Sizes = [(0, 3), (1, 1), (5, 4), (33, 17), (131, 60), (40, 300)];

    /// <summary>Windows that reach differently far before and behind their sample: an image keeps what the farthest of them see.</summary>
    private static readonly string[] Unequal = ["GaussianKernel(1.4)", "Kernel(\"1; 0; -1; 2\")", "Kernel(\"4 1 1 3\", Divisor = 6)"];

    private static GroupDeclared[] Declared() =>
        [
            .. GroupCases
                .Combined()
                .Concat(GroupCases.Scaled())
                .Concat(GroupCases.Masked())
                .Concat(GroupCases.Separated())
                .Where(static declared => declared.MayOverwrite)
                .Where(static (_, index) => index % Effort.Of(2, 1) == 0),
            .. GroupCases.KeptAtStores().Where(static (_, index) => index % Effort.Of(19, 3) == 0),
            .. GroupCases
                .Combined()
                .Where(static declared => declared.MayOverwrite)
                .Where(static (_, index) => index % Effort.Of(3, 1) == 0)
                .Select(static declared => declared with { Kernels = Unequal }),
        ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_group_in_place_gives_the_bits_of_a_destination(bool hasLowBands)
    {
        output.WriteLine(Seed.Text);
        GroupDeclared[] declared = Declared();
        int calls = 0;
        DrawnBatches.VerifyAll(
            declared.Select(static (group, index) => (Group: group, IsParallel: index % 3 == 2)),
            BatchSize,
            static (declared, name) => declared.Group.ToInPlaceSource(name, declared.IsParallel),
            (declared, batch, name, number) =>
            {
                GroupInPlaceTrial trial = GroupInPlaceTrial.Create(declared.Group, batch, name);
                foreach ((int width, int height) in Sizes)
                {
                    Interlocked.Increment(ref calls);
                    int seed = (int)(Seed.Value % 1_000_003) + number + width;
                    if (trial.Run(width, height, (width + (number / 10)) % 3, seed) is { } objection)
                    {
                        return $"{declared.Group.ToInPlaceSource("", declared.IsParallel)}{objection}\n";
                    }
                }

                return null;
            },
            _ => new() { Rewrite = hasLowBands ? InPlaceTests.WithLowBands : null }
        );
        Tally.Count(output, "calls", calls);
        Assert.True(declared.Length >= 60, $"only {declared.Length} groups were tried");
    }

    /// <summary>The weights of one kernel may come at run time; they must not lie in the image.</summary>
    [Fact]
    public void Weights_of_the_call_are_scaled_in_place()
    {
        const string Source = """
            [global::ConvGen.Correlation, global::ConvGen.KernelShape(3)]
            internal static partial void M(System.Span<short> image, System.ReadOnlySpan<short> kernel, float scale, float offset);
            """;
        using CompiledBatch batch = Batch.OfMembers([Source]);
        Scaled filter = batch.Method<Scaled>("M");
        short[] image = [10, 20, 30, 40];
        filter(image, [1, -2, 3], 0.5f, 1);
        Assert.Equal([21, 31, 41, -24], image);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => filter(image, image.AsSpan(0, 3), 1, 0));
        Assert.Equal("image", refused.ParamName);
        Assert.Equal([21, 31, 41, -24], image);
    }

    private delegate void Scaled(Span<short> image, ReadOnlySpan<short> kernel, float scale, float offset);
}
