using System.Numerics;
using System.Runtime.CompilerServices;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>A buffer that can be placed at a guard, with poison on its other side.</summary>
/// <param name="content">What it holds at first.</param>
internal sealed class Guarded<T>(T[] content) : IDisposable
    where T : unmanaged, INumber<T>
{
    /// <summary>Elements on the side without a guard that hold poison.</summary>
    private const int Margin = 160;

    /// <summary>Asking the system for pages takes longer than most of the calls that run on them.</summary>
    private static readonly Stack<GuardedMemory> Free = [];

    private readonly T[] content = [.. content];
    private readonly GuardedMemory memory = Take((content.Length + Margin) * Unsafe.SizeOf<T>());

    /// <summary>The buffer, with its first content.</summary>
    public Span<T> At(GuardSide side)
    {
        memory.Touching<T>(side, content.Length + Margin).Fill(Samples.Poison<T>());
        Span<T> placed = memory.Touching<T>(side, content.Length);
        content.CopyTo(placed);
        return placed;
    }

    /// <summary>What was overwritten beside the buffer, or null.</summary>
    public string? TouchedMargin(GuardSide side)
    {
        ReadOnlySpan<T> around = memory.Touching<T>(side, content.Length + Margin);
        ReadOnlySpan<T> margin = side == GuardSide.Behind ? around[..Margin] : around[^Margin..];
        T poison = Samples.Poison<T>();
        for (int i = 0; i < Margin; i++)
        {
            if (!margin[i].Equals(poison))
            {
                return $"an element outside the destination, {(side == GuardSide.Behind ? Margin - i : i + 1)} beside it, was overwritten with {margin[i]}";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Free.Push(memory);

    private static GuardedMemory Take(int bytes)
    {
        while (Free.TryPop(out GuardedMemory? memory))
        {
            if (memory.Bytes >= bytes)
            {
                return memory;
            }

            memory.Dispose();
        }

        return new GuardedMemory(bytes);
    }
}
