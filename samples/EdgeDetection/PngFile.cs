using System.Buffers.Binary;
using System.IO.Compression;

namespace EdgeDetection;

/// <summary>Writes grey 8-bit PNG files (ISO/IEC 15948): the signature, a header chunk, one data chunk and an end chunk.</summary>
internal static class PngFile
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Writes an image to a file, replacing what was there.</summary>
    public static void Save(GrayImage image, string path)
    {
        using FileStream stream = File.Create(path);
        Write(image, stream);
    }

    /// <summary>Writes an image to a stream.</summary>
    public static void Write(GrayImage image, Stream stream)
    {
        stream.Write(Signature);

        // Size, then bit depth 8, colour type 0 (grey), and the only compression, filter and interlace methods that need no name.
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        WriteChunk(stream, "IHDR"u8, header);
        WriteChunk(stream, "IDAT"u8, Compress(image));
        WriteChunk(stream, "IEND"u8, []);
    }

    /// <summary>The image's rows, each as the differences from the row above, which compress better than the samples.</summary>
    private static byte[] Compress(GrayImage image)
    {
        const byte Up = 2;
        byte[] above = new byte[image.Width];
        byte[] row = new byte[image.Width + 1];
        row[0] = Up;

        using MemoryStream compressed = new();
        using (ZLibStream deflate = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < image.Height; y++)
            {
                ReadOnlySpan<byte> pixels = image.Pixels.AsSpan(y * image.Width, image.Width);
                for (int x = 0; x < pixels.Length; x++)
                {
                    row[x + 1] = unchecked((byte)(pixels[x] - above[x]));
                }

                deflate.Write(row);
                pixels.CopyTo(above);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    /// <summary>CRC-32 of each byte, with the reversed polynomial 0xEDB88320 that PNG prescribes.</summary>
    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }

            table[i] = crc;
        }

        return table;
    }
}
