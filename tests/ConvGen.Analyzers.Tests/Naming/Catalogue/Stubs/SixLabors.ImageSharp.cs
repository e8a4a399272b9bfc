namespace SixLabors.ImageSharp
{
    public readonly struct Rectangle { }

    public readonly struct DenseMatrix<T>
        where T : struct
    {
        public DenseMatrix(int length) => throw null!;

        public DenseMatrix(int columns, int rows) => throw null!;

        public DenseMatrix(T[,] data) => throw null!;

        public DenseMatrix(int columns, int rows, System.Span<T> data) => throw null!;

        public static implicit operator DenseMatrix<T>(T[,] data) => throw null!;
    }
}

namespace SixLabors.ImageSharp.Processing
{
    public interface IImageProcessingContext
    {
        IImageProcessingContext ApplyProcessor(Processors.IImageProcessor processor);
    }

    public static class DetectEdgesExtensions
    {
        public static IImageProcessingContext DetectEdges(this IImageProcessingContext source) => throw null!;

        public static IImageProcessingContext DetectEdges(
            this IImageProcessingContext source,
            Processors.Convolution.EdgeDetectorKernel kernel
        ) => throw null!;

        public static IImageProcessingContext DetectEdges(
            this IImageProcessingContext source,
            Processors.Convolution.EdgeDetector2DKernel kernel
        ) => throw null!;
    }
}

namespace SixLabors.ImageSharp.Processing.Extensions.Convolution
{
    using SixLabors.ImageSharp.Processing.Processors.Convolution;

    public static class ConvolutionExtensions
    {
        public static IImageProcessingContext Convolve(this IImageProcessingContext source, DenseMatrix<float> kernelXY) => throw null!;

        public static IImageProcessingContext Convolve(
            this IImageProcessingContext source,
            DenseMatrix<float> kernelXY,
            bool preserveAlpha
        ) => throw null!;

        public static IImageProcessingContext Convolve(
            this IImageProcessingContext source,
            DenseMatrix<float> kernelXY,
            bool preserveAlpha,
            BorderWrappingMode borderWrapModeX,
            BorderWrappingMode borderWrapModeY
        ) => throw null!;

        public static IImageProcessingContext Convolve(
            this IImageProcessingContext source,
            Rectangle rectangle,
            DenseMatrix<float> kernelXY
        ) => throw null!;

        public static IImageProcessingContext Convolve(
            this IImageProcessingContext source,
            Rectangle rectangle,
            DenseMatrix<float> kernelXY,
            bool preserveAlpha
        ) => throw null!;

        public static IImageProcessingContext Convolve(
            this IImageProcessingContext source,
            Rectangle rectangle,
            DenseMatrix<float> kernelXY,
            bool preserveAlpha,
            BorderWrappingMode borderWrapModeX,
            BorderWrappingMode borderWrapModeY
        ) => throw null!;
    }
}

namespace SixLabors.ImageSharp.Processing.Processors
{
    public interface IImageProcessor { }
}

namespace SixLabors.ImageSharp.Processing.Processors.Convolution
{
    public enum BorderWrappingMode : byte
    {
        Repeat = 0,
        Wrap = 1,
        Mirror = 2,
        Bounce = 3,
    }

    public readonly struct EdgeDetectorKernel
    {
        public EdgeDetectorKernel(DenseMatrix<float> kernelXY) => throw null!;
    }

    public readonly struct EdgeDetector2DKernel
    {
        public EdgeDetector2DKernel(DenseMatrix<float> kernelX, DenseMatrix<float> kernelY) => throw null!;
    }

    public class ConvolutionProcessor : IImageProcessor
    {
        public ConvolutionProcessor(
            in DenseMatrix<float> kernelXY,
            bool preserveAlpha,
            BorderWrappingMode borderWrapModeX,
            BorderWrappingMode borderWrapModeY
        ) => throw null!;
    }
}
