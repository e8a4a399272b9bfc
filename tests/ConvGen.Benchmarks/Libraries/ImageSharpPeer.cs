using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Convolution;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>
/// ImageSharp on bytes: its blurs, and its edge detectors, which apply any kernel. Its edges are repeated, so that only the interior agrees
/// with the others.
/// </summary>
internal sealed class ImageSharpPeer : IPeer
{
    /// <inheritdoc/>
    public string Name => ContestantNames.ImageSharp;

    /// <inheritdoc/>
    public string Version { get; } = "ImageSharp " + Peers.VersionOf(typeof(Image));

    /// <inheritdoc/>
    public IEnumerable<IPeerWay> Ways(Row row, Arena arena)
    {
        // A channel of alpha is filtered with the others, unless it is the same everywhere.
        bool isPlain = row.Layer is null && row.Kept < 0 && (arena.Channels != 4 || row.Opaque == 3);
        bool isBytes = row.SourceType == typeof(byte) && row.DestinationType == typeof(byte);
        return !isPlain || !isBytes || Operation(row) is not { } operation
            ? []
            : arena.Channels switch
            {
                1 => [Way<L8>(row, arena, operation.Name, operation.Call)],
                3 => [Way<Rgb24>(row, arena, operation.Name, operation.Call)],
                4 => [Way<Bgra32>(row, arena, operation.Name, operation.Call)],
                _ => [],
            };
    }

    private static unsafe PeerWay Way<TPixel>(Row row, Arena arena, string name, Action<IImageProcessingContext> operation)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        Configuration configuration = Configuration.Default.Clone();
        configuration.MaxDegreeOfParallelism = row.Threads == ThreadCount.All ? Environment.ProcessorCount : 1;
        PlacedMemory<TPixel> memory = new(arena.Width * arena.Height);
        return new PeerWay(
            ContestantNames.ImageSharp,
            name,
            interiorOnly: true,
            (in Placement placement) =>
            {
                memory.Place(placement.Source);
                using Image<TPixel> source = Image.WrapMemory(configuration, memory.Memory, arena.Width, arena.Height);
                using Image<TPixel> result = source.Clone(configuration, operation);
                result.CopyPixelDataTo(new Span<byte>((void*)placement.Destination, arena.DestinationBytes));
            }
        )
        {
            // Each of the two passes of a blur is rounded.
            Levels = row.Kind is FilterKind.Box or FilterKind.Blur ? 1 : 0,
        };
    }

    private static (string Name, Action<IImageProcessingContext> Call)? Operation(Row row)
    {
        KernelMatrix kernel = row.Kernel;
        switch (row.Kind)
        {
            case FilterKind.Blur:
                return ("GaussianBlur", context => context.GaussianBlur((float)row.Sigma));
            case FilterKind.Box:
                return ("BoxBlur", context => context.BoxBlur(kernel.Rows / 2));
            case FilterKind.Magnitude:
                EdgeDetector2DKernel slopes = new(Matrix(kernel), Matrix(row.Other!));
                return ("DetectEdges", context => context.DetectEdges(slopes, grayscale: false));
            case FilterKind.General or FilterKind.Gaussian:
                EdgeDetectorKernel any = new(Matrix(kernel));
                return ("DetectEdges", context => context.DetectEdges(any, grayscale: false));
            default:
                return null;
        }
    }

    private static DenseMatrix<float> Matrix(KernelMatrix kernel)
    {
        DenseMatrix<float> matrix = new(kernel.Columns, kernel.Rows);
        for (int row = 0; row < kernel.Rows; row++)
        {
            for (int column = 0; column < kernel.Columns; column++)
            {
                matrix[row, column] = (float)(kernel.At(row, column) / kernel.Divisor);
            }
        }

        return matrix;
    }
}
