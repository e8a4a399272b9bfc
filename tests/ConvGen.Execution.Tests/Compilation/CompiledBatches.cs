namespace ConvGen.Execution.Tests.Compilation;

/// <summary>
/// Many members, some of them in each assembly: compilers then work side by side, and each holds little that the collector has to walk
/// through.
/// </summary>
internal sealed class CompiledBatches : IDisposable
{
    private const int Size = 25;

    private readonly CompiledBatch[] batches;

    /// <summary>Compiles members.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="toSource">A member as C#, by its number.</param>
    /// <param name="settings">How all are compiled, or null for the widths of <see cref="BatchWidths"/>.</param>
    public CompiledBatches(int count, Func<int, string> toSource, BatchSettings? settings)
    {
        batches = new CompiledBatch[(count + Size - 1) / Size];
        Parallel.For(
            0,
            batches.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            batch =>
                batches[batch] = Batch.OfMembers(
                    Enumerable.Range(batch * Size, Math.Min(Size, count - (batch * Size))).Select(toSource),
                    settings ?? new BatchSettings { Widths = BatchWidths.Of(batch) }
                )
        );
    }

    /// <summary>The assembly that holds a member.</summary>
    public CompiledBatch Of(int index) => batches[index / Size];

    public void Dispose()
    {
        foreach (CompiledBatch batch in batches)
        {
            batch.Dispose();
        }
    }
}
