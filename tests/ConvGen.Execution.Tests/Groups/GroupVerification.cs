using System.Collections.Concurrent;
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

    /// <summary>Runs declarations on images of some sizes; a rewriting of the generated text makes another processor of this one.</summary>
    private protected void Verify(GroupDeclared[] declared, Func<string, string>? rewrite = null, (int Width, int Height)[]? sizes = null)
    {
        const int BatchSize = 24;
        ConcurrentBag<string> failures = [];
        int images = 0;
        Parallel.ForEach(
            declared.Chunk(BatchSize),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            chunk =>
            {
                using CompiledBatch batch = Batch.OfMembers(
                    chunk.Select((group, index) => group.ToSource(TrialBatch.NameOf(index))),
                    new BatchSettings { Rewrite = rewrite }
                );
                for (int index = 0; index < chunk.Length; index++)
                {
                    GroupTrial trial = GroupTrial.Create(chunk[index], batch, TrialBatch.NameOf(index));
                    foreach ((int width, int height) in sizes ?? Sizes)
                    {
                        Content content = (width + index) % 3 == 0 && chunk[index].Source.IsFloating() ? Content.Special : Content.Ordinary;
                        Interlocked.Increment(ref images);
                        if (trial.Run(width, height, content, (index * 100) + width) is { } objection)
                        {
                            failures.Add($"{chunk[index]}{objection}\n");
                            break;
                        }
                    }
                }
            }
        );
        Tally.Count(output, "images", images);
        Assert.True(failures.IsEmpty, $"{failures.Count} of {declared.Length} groups fail.\n{string.Join('\n', failures.Take(6))}");
        Assert.Equal(declared.Length * (sizes ?? Sizes).Length, images);
    }
}
