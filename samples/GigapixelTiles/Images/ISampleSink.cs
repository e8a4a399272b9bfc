using ConvGen;

namespace GigapixelTiles.Images;

/// <summary>A grey image that is written a rectangle at a time, in any order.</summary>
internal interface ISampleSink : IDisposable
{
    /// <summary>Writes a rectangle that lies within the image, row by row without gaps.</summary>
    void Write(Region region, ReadOnlySpan<byte> samples);
}
