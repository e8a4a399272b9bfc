using System.Numerics;
using System.Runtime.InteropServices;
using ConvGen.Benchmarks.Rows;

namespace ConvGen.Benchmarks.Images;

/// <summary>The memory that all contestants of a row share: a source, the same source with its border around it, and a result.</summary>
/// <remarks>
/// <para>
/// Where images lie changes the time of a filter by up to half: a store whose address equals that of a later load in its last
/// 12 bits delays the load, and vectors that cross cache lines count twice. No program chooses its
/// addresses, so no contestant may profit from its luck with them. Everyone runs on the same addresses, and the addresses change: a run
/// has several placements, the first with both images on page boundaries half a page apart, the others at random multiples of 16 bytes
/// inside a page, which is how the runtime's allocator places arrays. The minimum is then the best placement
/// for each contestant, and the median the usual one.
/// </para>
/// <para>Native memory, because it neither moves nor is collected, and the peers take addresses.</para>
/// </remarks>
internal sealed unsafe class Arena : IDisposable
{
    private const int Page = 4096;

    private readonly byte[] source;
    private readonly byte[] padded;
    private readonly int paddedStart;
    private readonly void* sourceBlock;
    private readonly void* paddedBlock;
    private readonly void* destinationBlock;

    private Arena(
        int width,
        int height,
        int channels,
        long samples,
        int pitch,
        int paddedStart,
        byte[] source,
        byte[] padded,
        int destinationBytes
    )
    {
        (Width, Height, Channels, Samples, PaddedPitch, DestinationBytes) = (width, height, channels, samples, pitch, destinationBytes);
        (this.source, this.padded, this.paddedStart) = (source, padded, paddedStart);
        sourceBlock = Allocate(source.Length);
        paddedBlock = Allocate(padded.Length);
        destinationBlock = Allocate(destinationBytes);
        Place(0, 0, Page / 2);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Interleaved channels, which a layer does not count as such.</summary>
    public int Channels { get; }

    /// <summary>Samples in a row.</summary>
    public int RowSamples => Width * Channels;

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Samples from row to row of the padded image.</summary>
    public int PaddedPitch { get; }

    /// <summary>The result's size.</summary>
    public int DestinationBytes { get; }

    /// <summary>The source's size.</summary>
    public int SourceBytes => source.Length;

    /// <summary>Samples of the result.</summary>
    public long Samples { get; }

    /// <summary>Where the images lie now.</summary>
    public Placement Current { get; private set; }

    /// <summary>Makes the memory for an image and fills the source with numbers that are the same in every run.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="above">Rows of border above and below.</param>
    /// <param name="beside">Pixels of border on either side.</param>
    /// <param name="channels">Interleaved channels of a pixel.</param>
    /// <param name="opaque">The channel that holds the largest sample everywhere, or -1.</param>
    public static Arena Create<TSource, TDestination>(int width, int height, int above, int beside, int channels = 1, int opaque = -1)
        where TSource : unmanaged, INumber<TSource>
        where TDestination : unmanaged
    {
        int samples = width * channels;
        TSource[] plain = new TSource[samples * height];
        Random random = new(1);
        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = i % channels == opaque ? TSource.CreateSaturating(byte.MaxValue) : Sample<TSource>(random);
        }

        // Rows begin at a multiple of 64 bytes before their border, so that no contestant pays for a crooked pitch of ours.
        int pitch = (((width + (2 * beside)) * channels) + 63) / 64 * 64;
        TSource[] bordered = new TSource[pitch * (height + (2 * above))];
        for (int row = 0; row < height + (2 * above); row++)
        {
            ReadOnlySpan<TSource> from = plain.AsSpan(Reflection.Inside(row - above, height) * samples, samples);
            Span<TSource> to = bordered.AsSpan(row * pitch, pitch);
            for (int column = 0; column < width + (2 * beside); column++)
            {
                from.Slice(Reflection.Inside(column - beside, width) * channels, channels).CopyTo(to[(column * channels)..]);
            }
        }

        return new Arena(
            width,
            height,
            channels,
            (long)samples * height,
            pitch,
            ((above * pitch) + (beside * channels)) * sizeof(TSource),
            MemoryMarshal.AsBytes(plain.AsSpan()).ToArray(),
            MemoryMarshal.AsBytes(bordered.AsSpan()).ToArray(),
            samples * height * sizeof(TDestination)
        );
    }

    /// <summary>Makes the memory for a layer: small whole numbers, whose sums every contestant forms without rounding.</summary>
    /// <param name="width">Pixels in a row of the source.</param>
    /// <param name="height">Rows of the source.</param>
    /// <param name="shape">The layer.</param>
    public static Arena Create<TSource, TDestination>(int width, int height, LayerShape shape)
        where TSource : unmanaged, INumber<TSource>
        where TDestination : unmanaged
    {
        TSource[] samples = new TSource[width * height * shape.Depth * shape.Inputs];
        Random random = new(1);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = typeof(TSource) == typeof(byte) ? Sample<TSource>(random) : TSource.CreateChecked(random.Next(-3, 4));
        }

        int results = shape.Output(width) * shape.Output(height) * shape.OutputDepth * shape.Outputs;
        return new Arena(
            width,
            height,
            1,
            results,
            0,
            0,
            MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(),
            [],
            results * sizeof(TDestination)
        );
    }

    /// <summary>Moves the images to the place of a number; 0 is the aligned one.</summary>
    public void Place(int number)
    {
        Random random = new(number);
        int first = number == 0 ? 0 : random.Next(Page / 16) * 16;
        int second = number == 0 ? Page / 2 : random.Next(Page / 16) * 16;
        Place(first, first, second);
    }

    /// <summary>Fills the result with what no contestant writes.</summary>
    public void ClearDestination() => new Span<byte>((void*)Current.Destination, DestinationBytes).Fill(0xA5);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(sourceBlock);
        NativeMemory.AlignedFree(paddedBlock);
        NativeMemory.AlignedFree(destinationBlock);
    }

    /// <summary>A sample: any of a small type, from 0 to 65,535 of a large one, and between 0 and 1 of a floating one.</summary>
    private static T Sample<T>(Random random)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(random.NextSingle())
        : typeof(T) == typeof(double) ? T.CreateTruncating(random.NextDouble())
        : T.CreateTruncating(random.Next() & ushort.MaxValue);

    private static void* Allocate(int bytes) => NativeMemory.AlignedAlloc((nuint)bytes + (2 * Page), Page);

    private void Place(int sourceOffset, int paddedOffset, int destinationOffset)
    {
        byte* plain = (byte*)sourceBlock + sourceOffset;
        byte* bordered = (byte*)paddedBlock + paddedOffset;
        source.CopyTo(new Span<byte>(plain, source.Length));
        padded.CopyTo(new Span<byte>(bordered, padded.Length));
        Current = new Placement((nint)plain, (nint)(bordered + paddedStart), (nint)((byte*)destinationBlock + destinationOffset));
        ClearDestination();
    }
}
