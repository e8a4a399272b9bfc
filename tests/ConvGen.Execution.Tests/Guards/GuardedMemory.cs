using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConvGen.Execution.Tests.Guards;

/// <summary>Whole pages of memory with a page on either side that nobody can read or write.</summary>
internal sealed class GuardedMemory : IDisposable
{
    private readonly nint start;
    private readonly int page = Environment.SystemPageSize;

    /// <param name="bytes">How many must fit; rounded up to whole pages.</param>
    public GuardedMemory(int bytes)
    {
        Bytes = (Math.Max(bytes, 1) + page - 1) / page * page;
        start = Pages.Reserve((nuint)Bytes + (2 * (nuint)page));
        Pages.Protect(start, (nuint)page);
        Pages.Protect(start + page + Bytes, (nuint)page);
    }

    /// <summary>Bytes between the guards.</summary>
    public int Bytes { get; }

    /// <summary>Everything between the guards.</summary>
    public Span<T> All<T>()
        where T : unmanaged => At<T>(start + page, Bytes / Unsafe.SizeOf<T>());

    /// <summary>So many elements that end at the guard behind them, or begin at the one in front of them.</summary>
    public Span<T> Touching<T>(GuardSide side, int count)
        where T : unmanaged =>
        side == GuardSide.Behind ? At<T>(start + page + Bytes - (count * Unsafe.SizeOf<T>()), count) : At<T>(start + page, count);

    /// <inheritdoc/>
    public void Dispose() => Pages.Release(start, (nuint)Bytes + (2 * (nuint)page));

    private static Span<T> At<T>(nint address, int count)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), address), count);
}
