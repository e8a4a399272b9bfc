namespace ConvGen.Execution.Tests.Layers;

/// <summary>Sources or results with channels, in memory as a layer lays them out.</summary>
/// <param name="Batch">Items.</param>
/// <param name="Channels">Channels of a pixel.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pitch">Elements from row to row.</param>
/// <param name="IsPlanar">Whether each channel has a plane of its own.</param>
/// <param name="Elements">The memory.</param>
internal sealed record Stack<T>(int Batch, int Channels, int Width, int Height, int Pitch, bool IsPlanar, T[] Elements)
{
    /// <summary>Elements of a row, the gap after it left out.</summary>
    public int Row => IsPlanar ? Width : Width * Channels;

    /// <summary>Rows of all planes and items.</summary>
    public int Rows => Batch * Height * (IsPlanar ? Channels : 1);

    /// <summary>Elements from the first to the last.</summary>
    public int Needed => Rows == 0 || Row == 0 ? 0 : ((Rows - 1) * Pitch) + Row;

    public int Index(int item, int channel, int row, int column) =>
        IsPlanar
            ? (((((item * Channels) + channel) * Height) + row) * Pitch) + column
            : (((item * Height) + row) * Pitch) + (column * Channels) + channel;

    public T this[int item, int channel, int row, int column] => Elements[Index(item, channel, row, column)];

    /// <summary>Every position, items outermost, then rows, columns and channels.</summary>
    public IEnumerable<(int Item, int Channel, int Row, int Column)> Positions =>
        from item in Enumerable.Range(0, Batch)
        from row in Enumerable.Range(0, Height)
        from column in Enumerable.Range(0, Width)
        from channel in Enumerable.Range(0, Channels)
        select (item, channel, row, column);
}
