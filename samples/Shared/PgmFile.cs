namespace Samples;

/// <summary>Reads portable graymaps: binary <c>P5</c> and plain <c>P2</c>, up to 8 bits a sample.</summary>
public static class PgmFile
{
    /// <summary>Reads an image.</summary>
    /// <exception cref="InvalidDataException">The file is not such an image, or ends early; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static GrayImage Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads an image from a file's content.</summary>
    /// <exception cref="InvalidDataException">The content is not such an image, or ends early; the message says what is wrong.</exception>
    public static GrayImage Parse(ReadOnlySpan<byte> content)
    {
        PgmHeader header = ParseHeader(content);
        long count = (long)header.Width * header.Height;

        // One byte ends the header of a binary file; in a plain one every sample takes a separator and a digit.
        long available = header.IsPlain ? (content.Length - header.Length + 1) / 2 : content.Length - header.Length;
        if (available < count)
        {
            throw new InvalidDataException(
                $"the file is truncated: {header.Width} x {header.Height} pixels need {count} samples, and {Math.Max(available, 0)} "
                    + "are there"
            );
        }

        byte[] pixels = new byte[count];
        if (header.IsPlain)
        {
            Reader reader = new(content) { Position = header.Length - 1 };
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = (byte)reader.Number($"sample {i + 1} of {count}", 0, header.Maximum);
            }
        }
        else
        {
            content.Slice(header.Length, pixels.Length).CopyTo(pixels);
        }

        Stretch(pixels, header.Maximum);
        return new GrayImage(header.Width, header.Height, pixels);
    }

    /// <summary>Reads what stands before the samples.</summary>
    /// <param name="content">The file's content, or its beginning.</param>
    /// <exception cref="InvalidDataException">The content is no such image; the message says what is wrong.</exception>
    public static PgmHeader ParseHeader(ReadOnlySpan<byte> content)
    {
        bool isPlain = content.StartsWith("P2"u8);
        if (!isPlain && !content.StartsWith("P5"u8))
        {
            throw new InvalidDataException("this is not a PGM image: a PGM file starts with P5 or P2");
        }

        Reader reader = new(content) { Position = 2 };
        int width = reader.Number("the width", 1, int.MaxValue);
        int height = reader.Number("the height", 1, int.MaxValue);
        int maximum = reader.Number("the largest sample value", 1, ushort.MaxValue);
        return maximum <= byte.MaxValue
            ? new(isPlain, width, height, maximum, reader.Position + 1)
            : throw new InvalidDataException($"samples reach {maximum}, which takes 16 bits; only 8-bit images are supported");
    }

    /// <summary>Scales samples so that the file's largest value becomes white.</summary>
    private static void Stretch(byte[] pixels, int maximum)
    {
        if (maximum == byte.MaxValue)
        {
            return;
        }

        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] > maximum)
            {
                throw new InvalidDataException($"sample {i + 1} is {pixels[i]}, above the file's largest value {maximum}");
            }

            pixels[i] = (byte)(((pixels[i] * 255) + (maximum / 2)) / maximum);
        }
    }

    /// <summary>Reads decimal numbers between white space and comments.</summary>
    private ref struct Reader(ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> content = content;

        public int Position { get; set; }

        /// <summary>Skips white space and <c>#</c> comments, then reads a number.</summary>
        public int Number(string name, int minimum, int maximum)
        {
            int start = Position;
            SkipSpace();
            if (Position == content.Length)
            {
                throw new InvalidDataException($"the file is truncated: it ends before {name}");
            }

            int first = Position;
            long value = 0;
            while (Position < content.Length && content[Position] is >= (byte)'0' and <= (byte)'9')
            {
                value = Math.Min((value * 10) + (content[Position] - '0'), int.MaxValue + 1L);
                Position++;
            }

            if (first == Position || first == start)
            {
                throw new InvalidDataException($"{name} is not a number");
            }

            return value >= minimum && value <= maximum
                ? (int)value
                : throw new InvalidDataException($"{name} must lie between {minimum} and {maximum}");
        }

        private void SkipSpace()
        {
            bool isComment = false;
            while (Position < content.Length)
            {
                byte current = content[Position];
                if (isComment)
                {
                    isComment = current is not ((byte)'\n' or (byte)'\r');
                }
                else if (current == (byte)'#')
                {
                    isComment = true;
                }
                else if (current is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\v' or (byte)'\f'))
                {
                    return;
                }

                Position++;
            }
        }
    }
}
