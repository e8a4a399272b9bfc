using System.Buffers;

namespace ConvGen.Benchmarks.Images;

/// <summary>Memory over a place of an <see cref="Arena"/>, for methods that take no span.</summary>
internal sealed unsafe class PlacedMemory<T>(int length) : MemoryManager<T>
    where T : unmanaged
{
    private T* first;

    /// <summary>Moves the memory; what was handed out before looks at the new place, too.</summary>
    public void Place(nint address) => first = (T*)address;

    /// <inheritdoc/>
    public override Span<T> GetSpan() => new(first, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(first + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
        // Native memory does not move.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The arena owns it.
    }
}
