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

    /// <summary>The results in the order in which they are shown. The gradient is made from two of them by hand, so it has no time.</summary>
    public static (IReadOnlyList<FilterResult> Filters, GrayImage Gradient) Run(GrayImage source)
    {
        int width = source.Width;
        int height = source.Height;
        GrayImage smooth = new(width, height);
        GrayImage sharp = new(width, height);
        short[] slopeX = new short[width * height];
        short[] slopeY = new short[width * height];
        short[] convolved = new short[width * height];
        short[] correlated = new short[width * height];
        float[] unit = source.ToUnitRange();
        float[] laplacian = new float[width * height];

        TimeSpan smoothTime = Timing.Median(() => Filters.Smooth(source.Pixels, width, height, smooth.Pixels));
        TimeSpan sharpenTime = Timing.Median(() => Filters.Sharpen(source.Pixels, width, height, sharp.Pixels));

        // Edges are looked for in the smoothed image, where noise has no slope of its own.
        TimeSpan sobelXTime = Timing.Median(() => Filters.SobelX(smooth.Pixels, width, height, slopeX));
        TimeSpan sobelYTime = Timing.Median(() => Filters.SobelY(smooth.Pixels, width, height, slopeY));
        TimeSpan convolvedTime = Timing.Median(() => Filters.EmbossByConvolution(source.Pixels, width, height, convolved));
        TimeSpan correlatedTime = Timing.Median(() => Filters.EmbossByCorrelation(source.Pixels, width, height, correlated));
        TimeSpan laplacianTime = Timing.Median(() => Filters.LaplacianOfGaussian(unit, width, height, laplacian));

        FilterResult[] results =
        [
            new("Smooth", nameof(Filters.Smooth), "byte to byte", "convolution 5 x 5", "2 multiplications, 16 bits", smoothTime, smooth),
            new("Sharpen", nameof(Filters.Sharpen), "byte to byte", "convolution 3 x 3", "1 multiplication, 16 bits", sharpenTime, sharp),
            new("Sobel X", nameof(Filters.SobelX), "byte to short", "correlation 3 x 3", "0 multiplications, 16 bits", sobelXTime, GrayImage.FromSigned(width, height, slopeX, SobelRange)),
            new("Sobel Y", nameof(Filters.SobelY), "byte to short", "correlation 3 x 3", "1 multiplication, 16 bits", sobelYTime, GrayImage.FromSigned(width, height, slopeY, SobelRange)),
            new("Emboss convolution", nameof(Filters.EmbossByConvolution), "byte to short", "convolution 3 x 3", "0 multiplications, 16 bits", convolvedTime, GrayImage.FromSigned(width, height, convolved, EmbossRange)),
            new("Emboss correlation", nameof(Filters.EmbossByCorrelation), "byte to short", "correlation 3 x 3", "0 multiplications, 16 bits", correlatedTime, GrayImage.FromSigned(width, height, correlated, EmbossRange)),
            new("Laplacian of Gaussian", nameof(Filters.LaplacianOfGaussian), "float to float", "convolution 5 x 5", "8 multiplications, float", laplacianTime, GrayImage.FromSigned(width, height, laplacian, LaplacianRange)),
        ];

        return (results, GrayImage.FromGradient(width, height, slopeX, slopeY, SobelRange));
    }
}
