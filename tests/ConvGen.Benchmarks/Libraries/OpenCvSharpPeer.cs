using ConvGen.Benchmarks.Contestants;
using ConvGen.Benchmarks.Images;
using ConvGen.Benchmarks.Rows;
using OpenCvSharp;

namespace ConvGen.Benchmarks.Libraries;

/// <summary>
/// OpenCV as its .NET package brings it. It works on the plain image and makes its own border, Reflect101, as the generated code does;
/// layers
/// are those of its module for networks.
/// </summary>
internal sealed class OpenCvSharpPeer : IPeer
{
    private delegate void Call(Mat source, Mat destination);

    /// <summary>Finds out whether the native library loads.</summary>
    public OpenCvSharpPeer() => Version = "OpenCvSharp " + Cv2.GetVersionString();

    /// <inheritdoc/>
    public string Name => ContestantNames.OpenCvSharp;

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public IEnumerable<IPeerWay> Ways(Row row, Arena arena)
    {
        Cv2.SetNumThreads(row.Threads == ThreadCount.All ? Environment.ProcessorCount : 1);
        if (row.Layer is { } layer)
        {
            return layer is { Depth: 1, Scale: null } && OpenCvNetwork.Way(row, layer) is { } network ? [network] : [];
        }

        MatType? source = TypeOf(row.SourceType, arena.Channels),
            destination = TypeOf(row.DestinationType, arena.Channels);
        return row.Step != 1 || source is null || destination is null
            ? []
            : Calls(row, destination.Value).Select(call => Way(row, arena, source.Value, destination.Value, call.Name, call.Call));
    }

    private static PeerWay Way(Row row, Arena arena, MatType sourceType, MatType destinationType, string name, Call call)
    {
        int[] kept = row.Kept < 0 ? [] : [row.Kept, row.Kept];
        return new PeerWay(
            ContestantNames.OpenCvSharp,
            name,
            interiorOnly: false,
            (in Placement placement) =>
            {
                using Mat source = Mat.FromPixelData(arena.Height, arena.Width, sourceType, placement.Source);
                using Mat destination = Mat.FromPixelData(arena.Height, arena.Width, destinationType, placement.Destination);
                call(source, destination);
                if (kept.Length > 0)
                {
                    Cv2.MixChannels([source], [destination], kept);
                }

                if (destination.Data != placement.Destination)
                {
                    throw new InvalidOperationException($"OpenCV moved the result of {row.Name}.");
                }
            }
        )
        {
            Levels = row.Kind == FilterKind.Blur ? PeerLibrary.LevelsOfBlur : 0,
        };
    }

    private static IEnumerable<(string Name, Call Call)> Calls(Row row, MatType type)
    {
        KernelMatrix kernel = row.Kernel;
        Size size = new(kernel.Columns, kernel.Rows);
        (string, Call) filter = ("filter2D", Filter(row, type));
        switch (row.Kind)
        {
            case FilterKind.Gaussian:
                return [("GaussianBlur", Blur(size, 0)), ("sepFilter2D", Separable(row, type))];
            case FilterKind.Blur:
                return [("GaussianBlur", Blur(size, row.Sigma))];
            case FilterKind.Sobel:
                (string, Call) slope = ("Sobel", (source, destination) => Cv2.Sobel(source, destination, type, 1, 0));
                return [slope, ("sepFilter2D", Separable(row, type)), filter];
            case FilterKind.Laplacian:
                return [("Laplacian", (source, destination) => Cv2.Laplacian(source, destination, type)), filter];
            case FilterKind.Magnitude:
                return [("Sobel, Sobel, magnitude", Magnitude)];
            case FilterKind.Box:
                // On bytes sepFilter2D rounds a fifth to 8 bits, and its results are wrong by one.
                (string, Call) blur = ("blur", (source, destination) => Cv2.Blur(source, destination, size, null, BorderTypes.Reflect101));
                return row.SourceType == typeof(float) ? [blur, ("sepFilter2D", Separable(row, type))] : [blur];
            default:
                return [filter];
        }
    }

    /// <summary>A Gaussian; without a standard deviation it is the one that belongs to the size.</summary>
    private static Call Blur(Size size, double sigma) =>
        (source, destination) => Cv2.GaussianBlur(source, destination, size, sigma, sigma, BorderTypes.Reflect101);

    /// <summary>The way that applies any kernel: through a transform where that has more than about 11 x 11 taps.</summary>
    private static Call Filter(Row row, MatType type)
    {
        Mat kernel = Matrix(row, row.Kernel.Weights, row.Kernel.Rows, row.Kernel.Columns, row.Kernel.Divisor);
        return (source, destination) => Cv2.Filter2D(source, destination, type.Depth, kernel, null, 0, BorderTypes.Reflect101);
    }

    /// <summary>
    /// The way that applies a column and a row. Each is divided by its own sum where there is a divisor to be shared out.
    /// </summary>
    private static Call Separable(Row row, MatType type)
    {
        double[] column = row.Kernel.Column!,
            line = row.Kernel.Row!;
        bool isShared = row.Kernel.Divisor != 1;
        Mat columnMatrix = Matrix(row, column, column.Length, 1, isShared ? column.Sum() : 1);
        Mat lineMatrix = Matrix(row, line, 1, line.Length, isShared ? line.Sum() : 1);
        return (source, destination) =>
            Cv2.SepFilter2D(source, destination, type.Depth, lineMatrix, columnMatrix, null, 0, BorderTypes.Reflect101);
    }

    private static void Magnitude(Mat source, Mat destination)
    {
        using Mat across = new(),
            down = new(),
            magnitude = new();
        Cv2.Sobel(source, across, MatType.CV_32F, 1, 0);
        Cv2.Sobel(source, down, MatType.CV_32F, 0, 1);
        Cv2.Magnitude(across, down, magnitude);
        magnitude.ConvertTo(destination, MatType.CV_8U);
    }

    private static Mat Matrix(Row row, double[] values, int rows, int columns, double divisor)
    {
        bool isDouble = row.SourceType == typeof(double);
        Mat result = new(rows, columns, isDouble ? MatType.CV_64F : MatType.CV_32F);
        for (int i = 0; i < values.Length; i++)
        {
            if (isDouble)
            {
                result.Set(i / columns, i % columns, values[i] / divisor);
            }
            else
            {
                result.Set(i / columns, i % columns, (float)(values[i] / divisor));
            }
        }

        return result;
    }

    private static MatType? TypeOf(Type type, int channels) =>
        type == typeof(byte) ? MatType.CV_8UC(channels)
        : type == typeof(short) ? MatType.CV_16SC(channels)
        : type == typeof(ushort) ? MatType.CV_16UC(channels)
        : type == typeof(float) ? MatType.CV_32FC(channels)
        : type == typeof(double) ? MatType.CV_64FC(channels)
        : null;
}
