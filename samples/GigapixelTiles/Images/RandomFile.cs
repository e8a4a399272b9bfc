using Microsoft.Win32.SafeHandles;

namespace GigapixelTiles.Images;

/// <summary>Reads that give all that was asked for.</summary>
internal static class RandomFile
{
    /// <summary>Fills a buffer from a file.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public static void Read(SafeFileHandle file, Span<byte> destination, long offset)
    {
        // One read may give less than is there: Linux ends it at 2 GB, and network file systems where they like.
        while (!destination.IsEmpty)
        {
            int count = RandomAccess.Read(file, destination, offset);
            if (count == 0)
            {
                throw new EndOfStreamException($"the file ends at byte {offset}, before the samples do");
            }

            destination = destination[count..];
            offset += count;
        }
    }
}
