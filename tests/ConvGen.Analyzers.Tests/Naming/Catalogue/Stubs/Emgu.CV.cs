using System;
using System.Drawing;

namespace Emgu.CV
{
    public interface IInputArray { }

    public interface IOutputArray { }

    public interface IInputOutputArray : IInputArray, IOutputArray { }

    public class Mat : IInputOutputArray
    {
        public Mat() => throw null!;
    }

    public class Matrix<TDepth> : IInputOutputArray
        where TDepth : new()
    {
        public Matrix(TDepth[] data) => throw null!;

        public Matrix(TDepth[,] data) => throw null!;
    }

    public class ConvolutionKernelF : Matrix<float>
    {
        public ConvolutionKernelF(float[,] kernel)
            : base(kernel) => throw null!;

        public ConvolutionKernelF(float[,] kernel, Point center)
            : base(kernel) => throw null!;

        public ConvolutionKernelF Flip(CvEnum.FlipType flipType) => throw null!;

        public Point Center { get; set; }
    }

    public static class CvInvoke
    {
        public static void Filter2D(
            IInputArray src,
            IOutputArray dst,
            IInputArray kernel,
            Point anchor,
            double delta = 0,
            CvEnum.BorderType borderType = CvEnum.BorderType.Default
        ) => throw null!;

        public static void SepFilter2D(
            IInputArray source,
            IOutputArray dest,
            CvEnum.DepthType ddepth,
            IInputArray kernelX,
            IInputArray kernelY,
            Point anchor,
            double delta = 0,
            CvEnum.BorderType borderType = CvEnum.BorderType.Default
        ) => throw null!;

        public static void MatchTemplate(
            IInputArray image,
            IInputArray templ,
            IOutputArray result,
            CvEnum.TemplateMatchingType method,
            IInputArray? mask = null
        ) => throw null!;

        public static void Flip(IInputArray src, IOutputArray dst, CvEnum.FlipType flipType) => throw null!;

        public static Mat GetGaussianKernel(int ksize, double sigma, CvEnum.DepthType ktype = CvEnum.DepthType.Cv64F) => throw null!;
    }
}

namespace Emgu.CV.CvEnum
{
    public enum BorderType
    {
        NegativeOne = -1,
        Constant = 0,
        Replicate = 1,
        Reflect = 2,
        Wrap = 3,
        Reflect101 = 4,
        Default = 4,
        Transparent = 5,
        Isolated = 16,
    }

    public enum DepthType
    {
        Default = -1,
        Cv8U = 0,
        Cv32F = 5,
        Cv64F = 6,
    }

    [Flags]
    public enum FlipType
    {
        None = 0,
        Horizontal = 1,
        Vertical = 2,
        Both = 3,
    }

    public enum TemplateMatchingType
    {
        Sqdiff = 0,
        SqdiffNormed = 1,
        Ccorr = 2,
        CcorrNormed = 3,
        Ccoeff = 4,
        CcoeffNormed = 5,
    }
}

namespace Emgu.CV.Cuda
{
    public class Stream { }

    public class CudaConvolution
    {
        public CudaConvolution(Size userBlockSize) => throw null!;

        public void Convolve(IInputArray image, IInputArray templ, IOutputArray result, bool ccorr = false, Stream? stream = null) =>
            throw null!;
    }
}
