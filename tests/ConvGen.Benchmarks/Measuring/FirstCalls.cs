using System.Runtime;
using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Measuring;

/// <summary>What the runtime's compiler takes for a filter, before the filter has run once.</summary>
/// <param name="Milliseconds">Time in the compiler on the calling thread.</param>
/// <param name="Methods">Methods compiled.</param>
internal sealed record FirstCalls(double Milliseconds, long Methods)
{
    // From one sample to images with an inside: together these take every path that the processor has.
    private static readonly (int Width, int Height)[] Shapes = [(1, 1), (2, 2), (7, 5), (20, 9), (33, 17), (70, 40), (150, 40)];

    /// <summary>Calls the row's generated filter for the first time in this process, on images of several sizes.</summary>
    public static FirstCalls Measure(Row row, Arena arena)
    {
        List<Arena> arenas = [.. Shapes.Select(shape => row.CreateArena(shape.Width, row.Kernel.Rows == 1 ? 1 : shape.Height)), arena];
        row.Idle(arena.Width, arena.Height).Run(arena.Current);
        IContestant[] calls = [.. arenas.Select(image => row.Generated(image.Width, image.Height))];
        TimeSpan before = JitInfo.GetCompilationTime(currentThread: true);
        long methods = JitInfo.GetCompiledMethodCount(currentThread: true);
        for (int i = 0; i < calls.Length; i++)
        {
            calls[i].Run(arenas[i].Current);
        }

        FirstCalls result = new(
            (JitInfo.GetCompilationTime(currentThread: true) - before).TotalMilliseconds,
            JitInfo.GetCompiledMethodCount(currentThread: true) - methods
        );
        foreach (Arena image in arenas.Where(image => image != arena))
        {
            image.Dispose();
        }

        return result;
    }
}
