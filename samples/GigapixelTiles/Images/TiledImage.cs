using System.Buffers;
using BitMiracle.LibTiff.Classic;
using ConvGen;
using Microsoft.Win32.SafeHandles;

namespace GigapixelTiles.Images;

/// <summary>
/// A TIFF file of grey samples of 8 bits in square tiles without compression. LibTiff writes and reads what stands around the samples;
/// these lie at known places of the file, so that many
/// threads, processes and machines read and write tiles of one file at the same time.
/// </summary>
internal sealed class TiledImage : ISampleSource, ISampleSink
{
    /// <summary>How the names of TIFF files end.</summary>
    private static readonly string[] Extensions = [".tif", ".tiff"];

    /// <summary>Bytes up to which the file has places of 32 bits, less room for those places themselves.</summary>
    private const long LargestClassic = 4_000_000_000;

    /// <summary>Parts narrower than this share of a tile are read row by row; of wider ones whole rows of the tile are.</summary>
    private const int NarrowShare = 8;

    private readonly SafeFileHandle file;
    private readonly long[] offsets;
    private readonly int tilesAcross;

    static TiledImage() => Tiff.SetErrorHandler(new SilentTiff());

    private TiledImage(string path, FileAccess access, int width, int height, int tileSide, long[] offsets)
    {
        Path = path;
        Width = width;
        Height = height;
        TileSide = tileSide;
        tilesAcross = (width + tileSide - 1) / tileSide;
        this.offsets = offsets;
        file = File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <summary>Rows and columns of a tile.</summary>
    public int TileSide { get; }

    /// <summary>Tiles of the image.</summary>
    public int TileCount => offsets.Length;

    /// <summary>Whether a file's name is that of a TIFF file.</summary>
    public static bool IsTiff(string path) => Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a black image, replacing what was there. Two of one size have the same bytes.</summary>
    public static void Create(string path, int width, int height, int tileSide)
    {
        long across = ((long)width + tileSide - 1) / tileSide;
        long down = ((long)height + tileSide - 1) / tileSide;
        bool isClassic = across * down * tileSide * tileSide < LargestClassic;
        using Tiff tiff = Tiff.Open(path, isClassic ? "w" : "w8") ?? throw new IOException($"'{path}' cannot be written");
        tiff.SetField(TiffTag.IMAGEWIDTH, width);
        tiff.SetField(TiffTag.IMAGELENGTH, height);
        tiff.SetField(TiffTag.TILEWIDTH, tileSide);
        tiff.SetField(TiffTag.TILELENGTH, tileSide);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.COMPRESSION, Compression.NONE);
        byte[] black = new byte[tileSide * tileSide];
        for (int tile = 0; tile < across * down; tile++)
        {
            if (tiff.WriteRawTile(tile, black, 0, black.Length) != black.Length)
            {
                throw new IOException($"'{path}' cannot be written: tile {tile} of {across * down} failed");
            }
        }
    }

    /// <summary>Opens an image; it may be open elsewhere.</summary>
    /// <exception cref="InvalidDataException">The file is no such image; the message says what is wrong and what makes one.</exception>
    public static TiledImage Open(string path, FileAccess access)
    {
        // Without the c, LibTiff shows an image of one tile as many.
        using Tiff tiff = Tiff.Open(path, "rc") ?? throw new InvalidDataException($"'{path}' is no TIFF image");
        int side = Number(tiff, TiffTag.TILEWIDTH);
        bool isGray =
            Number(tiff, TiffTag.BITSPERSAMPLE) == 8
            && Number(tiff, TiffTag.SAMPLESPERPIXEL) == 1
            && Number(tiff, TiffTag.PHOTOMETRIC) == (int)Photometric.MINISBLACK;
        bool isPlain =
            tiff.IsTiled() && side == Number(tiff, TiffTag.TILELENGTH) && Number(tiff, TiffTag.COMPRESSION) == (int)Compression.NONE;
        return isGray && isPlain
            ? new(
                path,
                access,
                Number(tiff, TiffTag.IMAGEWIDTH),
                Number(tiff, TiffTag.IMAGELENGTH),
                side,
                tiff.GetField(TiffTag.TILEOFFSETS)[0].TolongArray()
            )
            : throw new InvalidDataException(
                $"'{path}' must have grey samples of 8 bits, in square tiles, without compression; 'tiffcp -t -w 1024 -l 1024 -c "
                    + "none' makes such tiles"
            );
    }

    /// <summary>The rectangle of a tile, as far as it lies within the image.</summary>
    public Region TileAt(int tile)
    {
        int left = tile % tilesAcross * TileSide;
        int top = tile / tilesAcross * TileSide;
        return new(left, top, Math.Min(TileSide, Width - left), Math.Min(TileSide, Height - top));
    }

    /// <inheritdoc/>
    public void Read(Region region, Span<byte> destination)
    {
        byte[] rows = ArrayPool<byte>.Shared.Rent(TileSide * Math.Min(TileSide, region.Height));
        foreach ((Region part, long offset) in PartsOf(region))
        {
            int first = ((part.Top - region.Top) * region.Width) + part.Left - region.Left;
            if (part.Width * NarrowShare < TileSide)
            {
                for (int row = 0; row < part.Height; row++)
                {
                    RandomFile.Read(file, destination.Slice(first + (row * region.Width), part.Width), offset + ((long)row * TileSide));
                }

                continue;
            }

            // To the last sample that is needed: what follows may be the end of the file.
            Span<byte> span = rows.AsSpan(0, ((part.Height - 1) * TileSide) + part.Width);
            RandomFile.Read(file, span, offset);
            for (int row = 0; row < part.Height; row++)
            {
                span.Slice(row * TileSide, part.Width).CopyTo(destination[(first + (row * region.Width))..]);
            }
        }

        ArrayPool<byte>.Shared.Return(rows);
    }

    /// <inheritdoc/>
    public void Write(Region region, ReadOnlySpan<byte> samples)
    {
        byte[] rows = ArrayPool<byte>.Shared.Rent(TileSide * Math.Min(TileSide, region.Height));
        foreach ((Region part, long offset) in PartsOf(region))
        {
            int first = ((part.Top - region.Top) * region.Width) + part.Left - region.Left;
            bool hasWholeRows = part.Left % TileSide == 0 && (part.Width == TileSide || part.Left + part.Width == Width);
            for (int row = 0; row < part.Height; row++)
            {
                ReadOnlySpan<byte> line = samples.Slice(first + (row * region.Width), part.Width);
                if (hasWholeRows)
                {
                    // Nothing but black lies between the image's last column and the tile's.
                    line.CopyTo(rows.AsSpan(row * TileSide));
                    rows.AsSpan((row * TileSide) + part.Width, TileSide - part.Width).Clear();
                }
                else
                {
                    RandomAccess.Write(file, line, offset + ((long)row * TileSide));
                }
            }

            if (hasWholeRows)
            {
                RandomAccess.Write(file, rows.AsSpan(0, part.Height * TileSide), offset);
            }
        }

        ArrayPool<byte>.Shared.Return(rows);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static int Number(Tiff tiff, TiffTag tag) => tiff.GetFieldDefaulted(tag) is [FieldValue value, ..] ? value.ToInt() : 0;

    /// <summary>The parts of a rectangle that lie in one tile each, with the place of their first sample in the file.</summary>
    private IEnumerable<(Region Part, long Offset)> PartsOf(Region region)
    {
        for (int top = region.Top; top < region.Top + region.Height; top += TileSide - (top % TileSide))
        {
            int height = Math.Min(TileSide - (top % TileSide), region.Top + region.Height - top);
            for (int left = region.Left; left < region.Left + region.Width; left += TileSide - (left % TileSide))
            {
                int width = Math.Min(TileSide - (left % TileSide), region.Left + region.Width - left);
                long start = offsets[(top / TileSide * tilesAcross) + (left / TileSide)];
                yield return (new(left, top, width, height), start + ((long)(top % TileSide) * TileSide) + (left % TileSide));
            }
        }
    }

    /// <summary>Says nothing: what is wrong with a file is said by an exception.</summary>
    private sealed class SilentTiff : TiffErrorHandler
    {
        /// <inheritdoc/>
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args) { }

        /// <inheritdoc/>
        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }

        /// <inheritdoc/>
        public override void WarningHandler(Tiff tif, string method, string format, params object[] args) { }

        /// <inheritdoc/>
        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }
    }
}
