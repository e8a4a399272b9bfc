namespace ConvGen.Execution.Tests.Oracle;

/// <summary>Samples in rows. A 1-D signal is a picture of one row.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">Interleaved samples per pixel.</param>
/// <param name="Pitch">Elements from one row to the next.</param>
/// <param name="Samples">The samples; as long as rows at this pitch need, and not longer.</param>
internal sealed record Picture<T>(int Width, int Height, int Channels, int Pitch, T[] Samples)
{
    /// <summary>A picture without gaps between its rows.</summary>
    public static Picture<T> Dense(int width, int height, T[] samples, int channels = 1) =>
        new(width, height, channels, width * channels, samples);

    public T this[int row, int column, int channel] => Samples[(row * Pitch) + (column * Channels) + channel];
}
