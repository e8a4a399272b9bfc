using System.Collections.Concurrent;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Trials;

/// <summary>Declarations that are drawn, or given, compiled together, and put to the test side by side.</summary>
internal static class DrawnBatches
{
    private const int Size = 20;

    /// <summary>Fails with the objections of declarations that have one.</summary>
    /// <param name="any">Draws a declaration.</param>
    /// <param name="batches">How many batches are drawn.</param>
    /// <param name="toSource">A declaration as C#, with a name for its methods.</param>
    /// <param name="objection">Puts one to the test: the declaration, where it is compiled, its name, and what to draw from.</param>
    /// <param name="settings">How a batch is compiled, by its number; null where all are as usual. Widths that it does not name are
    /// those of <see cref="BatchWidths"/>.</param>
    public static void Verify<T>(
        Gen<T> any,
        int batches,
        Func<T, string, string> toSource,
        Func<T, CompiledBatch, string, int, string?> objection,
        Func<int, BatchSettings>? settings = null
    ) => Verify(batches, index => [.. any.Sample(Size, Seed.OfBatch(index), 50)], toSource, objection, settings);

    /// <summary>The same of declarations that are given.</summary>
    /// <param name="declared">The declarations.</param>
    /// <param name="size">How many are compiled together.</param>
    /// <param name="toSource">A declaration as C#, with a name for its methods.</param>
    /// <param name="objection">Puts one to the test.</param>
    /// <param name="settings">How a batch is compiled, by its number; null where all are as usual. Widths that it does not name are
    /// those of <see cref="BatchWidths"/>.</param>
    public static void VerifyAll<T>(
        IEnumerable<T> declared,
        int size,
        Func<T, string, string> toSource,
        Func<T, CompiledBatch, string, int, string?> objection,
        Func<int, BatchSettings>? settings = null
    )
    {
        T[][] batches = [.. declared.Chunk(size)];
        Verify(batches.Length, index => batches[index], toSource, objection, settings);
    }

    private static void Verify<T>(
        int batches,
        Func<int, T[]> declarationsOf,
        Func<T, string, string> toSource,
        Func<T, CompiledBatch, string, int, string?> objection,
        Func<int, BatchSettings>? settings
    )
    {
        ConcurrentBag<string> failures = [];
        Parallel.For(
            0,
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            index =>
            {
                T[] declarations = declarationsOf(index);
                using CompiledBatch batch = Batch.OfMembers(
                    declarations.Select((declared, i) => toSource(declared, TrialBatch.NameOf(i))),
                    WithWidths(settings?.Invoke(index) ?? new BatchSettings(), index)
                );
                for (int i = 0; i < declarations.Length; i++)
                {
                    if (objection(declarations[i], batch, TrialBatch.NameOf(i), (index * 1000) + (i * 10)) is { } text)
                    {
                        failures.Add(text);
                    }
                }
            }
        );
        Assert.True(failures.IsEmpty, $"{failures.Count} declarations fail. {Seed.Text}\n{string.Join('\n', failures.Take(8))}");
    }

    private static BatchSettings WithWidths(BatchSettings settings, int index) =>
        settings.Widths == VectorWidths.None ? settings with { Widths = BatchWidths.Of(index) } : settings;
}
