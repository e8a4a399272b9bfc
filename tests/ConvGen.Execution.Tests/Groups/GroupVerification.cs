using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.LongRuns;
using Xunit.Abstractions;

namespace ConvGen.Execution.Tests.Groups;

/// <summary>Compares groups with separate calls and a loop over their results, bit by bit.</summary>
public abstract class GroupVerification(ITestOutputHelper output)
{
    private static readonly (int Width, int Height)[] Sizes =
    [
        (1, 1),
        (2, 1),
        (1, 7),
        (5, 4),
        (17, 9),
        (33, 3),
        (64, 7),
        (131, 40),
        (700, 90),
    ];

    /// <summary>Runs declarations on images of some sizes.</summary>
    /// <param name="declared">The declarations.</param>
    /// <param name="widest">The widest vectors that code may use, if not those of this machine: batches with code for all widths are
    /// rewritten as if it had no wider ones, and the others have no code for them.</param>
    /// <param name="sizes">The images, if not the usual ones.</param>
    private protected void Verify(
        GroupDeclared[] declared,
        VectorWidths widest = VectorWidths.None,
        (int Width, int Height)[]? sizes = null
    )
    {
        const int BatchSize = 24;
        int images = 0;
        DrawnBatches.VerifyAll(
            declared,
            BatchSize,
            static (group, name) => group.ToSource(name),
            (group, batch, name, number) =>
            {
                GroupTrial trial = GroupTrial.Create(group, batch, name);
                int index = number / 10 % 100;
                foreach ((int width, int height) in sizes ?? Sizes)
                {
                    Content content = (width + index) % 3 == 0 && group.Source.IsFloating() ? Content.Special : Content.Ordinary;
                    Interlocked.Increment(ref images);
                    if (trial.Run(width, height, content, (index * 100) + width) is { } objection)
                    {
                        return $"{group}{objection}\n";
                    }
                }

                return null;
            },
            index =>
                widest == VectorWidths.None ? new()
                : BatchWidths.HasAll(index) ? new() { Rewrite = text => WithoutWider(text, widest) }
                : new() { Widths = widest }
        );
        Tally.Count(output, "images", images);
        Assert.Equal(declared.Length * (sizes ?? Sizes).Length, images);
    }

    /// <summary>The generated text as if the processor had no vectors that are wider.</summary>
    private static string WithoutWider(string text, VectorWidths widest) =>
        new[] { VectorWidths.Bits512, VectorWidths.Bits256 }
            .Where(width => width > widest)
            .Aggregate(
                text,
                static (narrowed, width) => narrowed.Replace($"Vector{(int)width}.IsHardwareAccelerated", "false", StringComparison.Ordinal)
            );
}
