using Samples;

namespace EdgeDetection;

/// <summary>Runs every filter on an image and measures it.</summary>
internal static class Pipeline
{
    /// <summary>A Sobel response that is shown as black or white; the largest possible is 1020, far above what most edges give.</summary>
    private const int SobelRange = 320;

    /// <summary>A Laplacian response that is shown as black or white, for samples from 0 to 1.</summary>
    private const float LaplacianRange = 0.2f;

    /// <summary>An emboss response that is shown as black or white.</summary>
    private const int EmbossRange = 320;

    /// <summary>The results in the order in which they are shown.</summary>
    /// <param name="source">The image. Colours are smoothed and sharpened; edges are those of the grey image.</param>
    /// <param name="output">Where a terminal shows how far the work is.</param>
    public static IReadOnlyList<FilterResult> Run(Picture source, TextWriter output)
    {
        int width = source.Width;
        int height = source.Height;
        GrayImage gray = ToGray(source);
        GrayImage smooth = gray;
        short[] slopeX = new short[width * height];
        short[] slopeY = new short[width * height];
        short[] convolved = new short[width * height];
        short[] correlated = new short[width * height];
        float[] unit = gray.ToUnitRange();
        float[] laplacian = new float[width * height];

        List<FilterResult> results = [];
        void Measure(string name, string method, string types, string operation, string plan, Action call, Func<Picture> picture) =>
            results.Add(new(name, method, types, operation, plan, Timing.Median(call), picture()));

        Progress.Run(
            output,
            [
                (
                    "Smooth",
                    () =>
                    {
                        FilterResult result = source is ColorImage color
                            ? InColor(
                                color,
                                "Smooth",
                                nameof(Filters.SmoothRgba),
                                "convolution 5 x 5",
                                "2 multiplications, 16 bits",
                                Filters.SmoothRgba
                            )
                            : InGray(
                                gray,
                                "Smooth",
                                nameof(Filters.Smooth),
                                "convolution 5 x 5",
                                "2 multiplications, 16 bits",
                                Filters.Smooth
                            );
                        results.Add(result);

                        // Edges are looked for in the smoothed image, where noise has no slope of its own.
                        smooth = ToGray(result.Picture);
                    }
                ),
                (
                    "Sharpen",
                    () =>
                        results.Add(
                            source is ColorImage color
                                ? InColor(
                                    color,
                                    "Sharpen",
                                    nameof(Filters.SharpenRgba),
                                    "convolution 3 x 3",
                                    "1 multiplication, 16 bits",
                                    Filters.SharpenRgba
                                )
                                : InGray(
                                    gray,
                                    "Sharpen",
                                    nameof(Filters.Sharpen),
                                    "convolution 3 x 3",
                                    "4 multiplications, 16 bits",
                                    Filters.Sharpen
                                )
                        )
                ),
                (
                    "Sobel X",
                    () =>
                        Measure(
                            "Sobel X",
                            nameof(Filters.SobelX),
                            "byte to short",
                            "correlation 3 x 3",
                            "0 multiplications, 16 bits",
                            () => Filters.SobelX(smooth.Pixels, width, height, slopeX),
                            () => GrayImage.FromSigned(width, height, slopeX, SobelRange)
                        )
                ),
                (
                    "Sobel Y",
                    () =>
                        Measure(
                            "Sobel Y",
                            nameof(Filters.SobelY),
                            "byte to short",
                            "correlation 3 x 3",
                            "1 multiplication, 16 bits",
                            () => Filters.SobelY(smooth.Pixels, width, height, slopeY),
                            () => GrayImage.FromSigned(width, height, slopeY, SobelRange)
                        )
                ),
                (
                    "Gradient",
                    () =>
                    {
                        GrayImage gradient = new(width, height);
                        Measure(
                            "Gradient",
                            nameof(Filters.Gradient),
                            "byte to byte",
                            "2 correlations 3 x 3",
                            "in one pass, 16 bits",
                            () => Filters.Gradient(smooth.Pixels, width, height, 255f / SobelRange, gradient.Pixels),
                            () => gradient
                        );
                    }
                ),
                (
                    "Emboss by convolution",
                    () =>
                        Measure(
                            "Emboss convolution",
                            nameof(Filters.EmbossByConvolution),
                            "byte to short",
                            "convolution 3 x 3",
                            "3 multiplications, 16 bits",
                            () => Filters.EmbossByConvolution(gray.Pixels, width, height, convolved),
                            () => GrayImage.FromSigned(width, height, convolved, EmbossRange)
                        )
                ),
                (
                    "Emboss by correlation",
                    () =>
                        Measure(
                            "Emboss correlation",
                            nameof(Filters.EmbossByCorrelation),
                            "byte to short",
                            "correlation 3 x 3",
                            "4 multiplications, 16 bits",
                            () => Filters.EmbossByCorrelation(gray.Pixels, width, height, correlated),
                            () => GrayImage.FromSigned(width, height, correlated, EmbossRange)
                        )
                ),
                (
                    "Laplacian of Gaussian",
                    () =>
                        Measure(
                            "Laplacian of Gaussian",
                            nameof(Filters.LaplacianOfGaussian),
                            "float to float",
                            "convolution 5 x 5",
                            "8 multiplications, float",
                            () => Filters.LaplacianOfGaussian(unit, width, height, laplacian),
                            () => GrayImage.FromSigned(width, height, laplacian, LaplacianRange)
                        )
                ),
            ]
        );

        return results;
    }

    private static GrayImage ToGray(Picture picture)
    {
        if (picture is GrayImage gray)
        {
            return gray;
        }

        gray = new(picture.Width, picture.Height);
        Filters.ToGray(picture.Pixels, gray.Pixels);
        return gray;
    }

    private static FilterResult InGray(GrayImage source, string name, string method, string operation, string plan, BytesToBytes filter)
    {
        GrayImage result = new(source.Width, source.Height);
        TimeSpan time = Timing.Median(() => filter(source.Pixels, source.Width, source.Height, result.Pixels));
        return new(name, method, "byte to byte", operation, plan, time, result);
    }

    private static FilterResult InColor(ColorImage source, string name, string method, string operation, string plan, BytesToBytes filter)
    {
        ColorImage result = new(source.Width, source.Height);
        TimeSpan time = Timing.Median(() => filter(source.Pixels, source.Width, source.Height, result.Pixels));
        return new(name, method, "RGBA to RGBA", operation, plan, time, result);
    }
}
