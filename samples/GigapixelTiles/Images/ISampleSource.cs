using ConvGen;

namespace GigapixelTiles.Images;

/// <summary>A grey image that is read a rectangle at a time, because it need not fit into memory.</summary>
internal interface ISampleSource : IDisposable
{
    /// <summary>Samples per row.</summary>
    int Width { get; }

    /// <summary>Rows.</summary>
    int Height { get; }

    /// <summary>Reads a rectangle that lies within the image, row by row without gaps.</summary>
    void Read(Region region, Span<byte> destination);
}
