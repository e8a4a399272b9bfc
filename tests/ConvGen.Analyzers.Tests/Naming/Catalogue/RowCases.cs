using static ConvGen.Analyzers.Tests.Naming.Catalogue.KernelForm;

namespace ConvGen.Analyzers.Tests.Naming.Catalogue;

/// <summary>A call for every row of the catalogue, in the order of the rows, and what is reported about it.</summary>
internal static class RowCases
{
    /// <summary>All of them.</summary>
    public static IEnumerable<RowCase> All =>
        [.. OpenCvSharpRows, .. EmguRows, .. ImageRows, .. LearningRows, .. SignalRows, .. AccordRows, .. OtherRows];

    private static RowCase[] OpenCvSharpRows =>
        [
            new(
                "M:OpenCvSharp.Cv2.Filter2D",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                FloatPlane,
                "OpenCvSharp.Cv2.Filter2D(source, result, 0, OpenCvSharp.Mat.FromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:OpenCvSharp.Mat.Filter2D",
                "",
                "OpenCvSharp.Mat source",
                FlatPlane,
                "source.Filter2D(0, OpenCvSharp.Mat.FromPixelData(3, 3, OpenCvSharp.MatType.CV_32FC1, kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.SepFilter2D",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                Floats,
                "OpenCvSharp.Cv2.SepFilter2D(source, result, 0, OpenCvSharp.InputArray.Create(kernel), OpenCvSharp.InputArray.Create(new float[] { 1, 2, 1 }))",
                "CONV102",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=SqDiff",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.SqDiff)",
                "CONV106",
                "CONV106"
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=SqDiffNormed",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.SqDiffNormed)",
                "CONV106",
                "CONV106"
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=CCorr",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.CCorr)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=CCoeff",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.CCoeff)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=CCorrNormed",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.CCorrNormed)",
                "CONV107",
                "CONV111"
            ),
            new(
                "M:OpenCvSharp.Cv2.MatchTemplate",
                "method=CCoeffNormed",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray pattern",
                None,
                "OpenCvSharp.Cv2.MatchTemplate(source, pattern, result, OpenCvSharp.TemplateMatchModes.CCoeffNormed)",
                "CONV107",
                "CONV111"
            ),
            new(
                "M:OpenCvSharp.Cv2.MulSpectrums",
                "conjB=false",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray other",
                None,
                "OpenCvSharp.Cv2.MulSpectrums(source, other, result, OpenCvSharp.DftFlags.None)",
                "",
                "CONV111"
            ),
            new(
                "M:OpenCvSharp.Cv2.MulSpectrums",
                "conjB=true",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result, OpenCvSharp.InputArray other",
                None,
                "OpenCvSharp.Cv2.MulSpectrums(source, other, result, OpenCvSharp.DftFlags.None, conjB: true)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Sobel",
                "xorder=1;yorder=0",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Sobel(source, result, 0, 1, 0)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Sobel",
                "xorder=0;yorder=1",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Sobel(source, result, 0, 0, 1)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Sobel",
                "xorder=1;yorder=1",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Sobel(source, result, 0, 1, 1)",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Sobel",
                "xorder=2;yorder=0",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Sobel(source, result, 0, 2, 0)",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Sobel",
                "xorder=0;yorder=2",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Sobel(source, result, 0, 0, 2)",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Scharr",
                "xorder=1;yorder=0",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Scharr(source, result, 0, 1, 0)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Scharr",
                "xorder=0;yorder=1",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Scharr(source, result, 0, 0, 1)",
                "CONV111",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Laplacian",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Laplacian(source, result, 0)",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.GaussianBlur",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.GaussianBlur(source, result, new OpenCvSharp.Size(3, 3), 1)",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.BoxFilter",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.BoxFilter(source, result, 0, new OpenCvSharp.Size(3, 3))",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.Blur",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.Blur(source, result, new OpenCvSharp.Size(3, 3))",
                "",
                ""
            ),
            new(
                "M:OpenCvSharp.Cv2.GetGaussianKernel",
                "",
                "OpenCvSharp.InputArray source, OpenCvSharp.OutputArray result",
                None,
                "OpenCvSharp.Cv2.SepFilter2D(source, result, 0, OpenCvSharp.Cv2.GetGaussianKernel(3, 1), OpenCvSharp.Cv2.GetGaussianKernel(3, 1))",
                "",
                ""
            ),
        ];

    private static RowCase[] EmguRows =>
        [
            new(
                "M:Emgu.CV.CvInvoke.Filter2D",
                "",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result",
                FloatPlane,
                "Emgu.CV.CvInvoke.Filter2D(source, result, new Emgu.CV.ConvolutionKernelF(kernel), new System.Drawing.Point(-1, -1))",
                "CONV102",
                ""
            ),
            new(
                "M:Emgu.CV.CvInvoke.SepFilter2D",
                "",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result",
                Floats,
                "Emgu.CV.CvInvoke.SepFilter2D(source, result, Emgu.CV.CvEnum.DepthType.Cv32F, new Emgu.CV.Matrix<float>(kernel), new Emgu.CV.Matrix<float>(new float[] { 1, 2, 1 }), new System.Drawing.Point(-1, -1))",
                "CONV102",
                ""
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=Sqdiff",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.Sqdiff)",
                "CONV106",
                "CONV106"
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=SqdiffNormed",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.SqdiffNormed)",
                "CONV106",
                "CONV106"
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=Ccorr",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.Ccorr)",
                "CONV111",
                ""
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=Ccoeff",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.Ccoeff)",
                "CONV111",
                ""
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=CcorrNormed",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.CcorrNormed)",
                "CONV107",
                "CONV111"
            ),
            new(
                "M:Emgu.CV.CvInvoke.MatchTemplate",
                "method=CcoeffNormed",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result, Emgu.CV.IInputArray pattern",
                None,
                "Emgu.CV.CvInvoke.MatchTemplate(source, pattern, result, Emgu.CV.CvEnum.TemplateMatchingType.CcoeffNormed)",
                "CONV107",
                "CONV111"
            ),
            new(
                "M:Emgu.CV.CvInvoke.GetGaussianKernel",
                "",
                "Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result",
                None,
                "Emgu.CV.CvInvoke.Filter2D(source, result, Emgu.CV.CvInvoke.GetGaussianKernel(3, 1), new System.Drawing.Point(-1, -1))",
                "",
                ""
            ),
            new(
                "M:Emgu.CV.Cuda.CudaConvolution.Convolve",
                "ccorr=false",
                "Emgu.CV.Cuda.CudaConvolution cuda, Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result",
                FloatPlane,
                "cuda.Convolve(source, new Emgu.CV.Matrix<float>(kernel), result)",
                "",
                "CONV102"
            ),
            new(
                "M:Emgu.CV.Cuda.CudaConvolution.Convolve",
                "ccorr=true",
                "Emgu.CV.Cuda.CudaConvolution cuda, Emgu.CV.IInputArray source, Emgu.CV.IOutputArray result",
                FloatPlane,
                "cuda.Convolve(source, new Emgu.CV.Matrix<float>(kernel), result, true)",
                "CONV102",
                ""
            ),
        ];

    private static RowCase[] ImageRows =>
        [
            new(
                "M:SixLabors.ImageSharp.Processing.Extensions.Convolution.ConvolutionExtensions.Convolve",
                "",
                "SixLabors.ImageSharp.Processing.IImageProcessingContext source",
                FloatPlane,
                "SixLabors.ImageSharp.Processing.Extensions.Convolution.ConvolutionExtensions.Convolve(source, kernel)",
                "CONV102",
                ""
            ),
            new(
                "M:SixLabors.ImageSharp.Processing.Processors.Convolution.ConvolutionProcessor.#ctor",
                "",
                "SixLabors.ImageSharp.Processing.IImageProcessingContext source",
                FloatPlane,
                "source.ApplyProcessor(new SixLabors.ImageSharp.Processing.Processors.Convolution.ConvolutionProcessor(kernel, false, default, default))",
                "CONV102",
                ""
            ),
            new(
                "M:SixLabors.ImageSharp.Processing.DetectEdgesExtensions.DetectEdges",
                "",
                "SixLabors.ImageSharp.Processing.IImageProcessingContext source",
                None,
                "SixLabors.ImageSharp.Processing.DetectEdgesExtensions.DetectEdges(source)",
                "CONV111",
                ""
            ),
            new(
                "M:SkiaSharp.SKImageFilter.CreateMatrixConvolution",
                "",
                "",
                FlatPlane,
                "SkiaSharp.SKImageFilter.CreateMatrixConvolution(new SkiaSharp.SKSizeI(3, 3), kernel, 1f, 0f, new SkiaSharp.SKPointI(1, 1), SkiaSharp.SKShaderTileMode.Clamp, true)",
                "CONV102",
                ""
            ),
            new(
                "M:ShimSkiaSharp.SKImageFilter.CreateMatrixConvolution",
                "",
                "",
                FlatPlane,
                "ShimSkiaSharp.SKImageFilter.CreateMatrixConvolution(new ShimSkiaSharp.SKSizeI(3, 3), kernel, 1f, 0f, new ShimSkiaSharp.SKPointI(1, 1), ShimSkiaSharp.SKShaderTileMode.Clamp, true)",
                "CONV102",
                ""
            ),
            new(
                "M:NetVips.Image.Conv",
                "",
                "NetVips.Image source",
                FloatPlane,
                "source.Conv(NetVips.Image.NewFromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NetVips.Image.Convf",
                "",
                "NetVips.Image source",
                FloatPlane,
                "source.Convf(NetVips.Image.NewFromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NetVips.Image.Convi",
                "",
                "NetVips.Image source",
                FloatPlane,
                "source.Convi(NetVips.Image.NewFromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NetVips.Image.Convsep",
                "",
                "NetVips.Image source",
                Floats,
                "source.Convsep(NetVips.Image.NewFromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NetVips.Image.Convasep",
                "",
                "NetVips.Image source",
                Floats,
                "source.Convasep(NetVips.Image.NewFromArray(kernel))",
                "CONV102",
                ""
            ),
            new("M:NetVips.Image.Compass", "", "NetVips.Image source, NetVips.Image mask", None, "source.Compass(mask)", "CONV111", ""),
            new(
                "M:NetVips.Image.Fastcor",
                "",
                "NetVips.Image source, NetVips.Image other",
                None,
                "source.Fastcor(other)",
                "CONV106",
                "CONV106"
            ),
            new(
                "M:NetVips.Image.Spcor",
                "",
                "NetVips.Image source, NetVips.Image other",
                None,
                "source.Spcor(other)",
                "CONV107",
                "CONV111"
            ),
            new(
                "M:NetVips.Image.Phasecor",
                "",
                "NetVips.Image source, NetVips.Image other",
                None,
                "source.Phasecor(other)",
                "CONV107",
                "CONV111"
            ),
            new("M:NetVips.Image.Gaussmat", "", "NetVips.Image source", None, "source.Conv(NetVips.Image.Gaussmat(1.5, 0.1))", "", ""),
            new("M:NetVips.Image.Logmat", "", "NetVips.Image source", None, "source.Conv(NetVips.Image.Logmat(1.5, 0.1))", "", ""),
            new(
                "M:ImageMagick.MagickImage.Convolve",
                "",
                "ImageMagick.MagickImage source",
                FlatDoublePlane,
                "source.Convolve(new ImageMagick.ConvolveMatrix(3, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:ImageMagick.IMagickImage.Convolve",
                "",
                "ImageMagick.IMagickImage source",
                FlatDoublePlane,
                "source.Convolve(new ImageMagick.ConvolveMatrix(3, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:ImageMagick.MagickImage.Morphology",
                "method=Convolve",
                "ImageMagick.MagickImage source",
                None,
                "source.Morphology(ImageMagick.MorphologyMethod.Convolve, \"3: 1,2,3 4,5,6 7,8,9\")",
                "",
                "CONV111"
            ),
            new(
                "M:ImageMagick.MagickImage.Morphology",
                "method=Correlate",
                "ImageMagick.MagickImage source",
                None,
                "source.Morphology(ImageMagick.MorphologyMethod.Correlate, \"3: 1,2,3 4,5,6 7,8,9\")",
                "CONV111",
                ""
            ),
            new(
                "M:ImageMagick.IMagickImage.Morphology",
                "method=Convolve",
                "ImageMagick.IMagickImage source",
                None,
                "source.Morphology(ImageMagick.MorphologyMethod.Convolve, \"3: 1,2,3 4,5,6 7,8,9\")",
                "",
                "CONV111"
            ),
            new(
                "M:ImageMagick.IMagickImage.Morphology",
                "method=Correlate",
                "ImageMagick.IMagickImage source",
                None,
                "source.Morphology(ImageMagick.MorphologyMethod.Correlate, \"3: 1,2,3 4,5,6 7,8,9\")",
                "CONV111",
                ""
            ),
            new(
                "M:ImageMagick.MorphologySettings.#ctor",
                "Method=Convolve",
                "ImageMagick.MagickImage source",
                None,
                "source.Morphology(new ImageMagick.MorphologySettings { Method = ImageMagick.MorphologyMethod.Convolve, UserKernel = \"3: 1,2,3 4,5,6 7,8,9\" })",
                "",
                "CONV111"
            ),
            new(
                "M:ImageMagick.MorphologySettings.#ctor",
                "Method=Correlate",
                "ImageMagick.MagickImage source",
                None,
                "source.Morphology(new ImageMagick.MorphologySettings { Method = ImageMagick.MorphologyMethod.Correlate, UserKernel = \"3: 1,2,3 4,5,6 7,8,9\" })",
                "CONV111",
                ""
            ),
        ];

    private static RowCase[] LearningRows =>
        [
            new(
                "M:TorchSharp.torch.nn.functional.conv1d",
                "",
                "TorchSharp.torch.Tensor source",
                Floats,
                "TorchSharp.torch.nn.functional.conv1d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 3))",
                "CONV102",
                ""
            ),
            new(
                "M:TorchSharp.torch.nn.functional.conv2d",
                "",
                "TorchSharp.torch.Tensor source",
                FloatPlane,
                "TorchSharp.torch.nn.functional.conv2d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 3, 3))",
                "CONV102",
                ""
            ),
            new(
                "M:TorchSharp.torch.nn.functional.conv3d",
                "",
                "TorchSharp.torch.Tensor source",
                FlatPlane,
                "TorchSharp.torch.nn.functional.conv3d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 1, 3, 3))",
                "CONV102",
                ""
            ),
            new(
                "M:TorchSharp.torch.nn.functional.conv_transpose1d",
                "",
                "TorchSharp.torch.Tensor source",
                Floats,
                "TorchSharp.torch.nn.functional.conv_transpose1d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 3))",
                "CONV111",
                "CONV102"
            ),
            new(
                "M:TorchSharp.torch.nn.functional.conv_transpose2d",
                "",
                "TorchSharp.torch.Tensor source",
                FloatPlane,
                "TorchSharp.torch.nn.functional.conv_transpose2d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 3, 3))",
                "CONV111",
                "CONV102"
            ),
            new(
                "M:TorchSharp.torch.nn.functional.conv_transpose3d",
                "",
                "TorchSharp.torch.Tensor source",
                FlatPlane,
                "TorchSharp.torch.nn.functional.conv_transpose3d(source, TorchSharp.torch.tensor(kernel).reshape(1, 1, 1, 3, 3))",
                "CONV111",
                "CONV102"
            ),
            new("M:TorchSharp.torch.nn.Conv1d", "", "", None, "TorchSharp.torch.nn.Conv1d(1, 1, 3)", "CONV112", ""),
            new("M:TorchSharp.torch.nn.Conv2d", "", "", None, "TorchSharp.torch.nn.Conv2d(1, 1, 3)", "CONV112", ""),
            new("M:TorchSharp.torch.nn.Conv3d", "", "", None, "TorchSharp.torch.nn.Conv3d(1, 1, 3)", "CONV112", ""),
            new(
                "M:TorchSharp.Modules.Conv1d.forward",
                "",
                "TorchSharp.Modules.Conv1d layer, TorchSharp.torch.Tensor source",
                None,
                "layer.forward(source)",
                "CONV112",
                ""
            ),
            new(
                "M:TorchSharp.Modules.Conv2d.forward",
                "",
                "TorchSharp.Modules.Conv2d layer, TorchSharp.torch.Tensor source",
                None,
                "layer.forward(source)",
                "CONV112",
                ""
            ),
            new(
                "M:TorchSharp.Modules.Conv3d.forward",
                "",
                "TorchSharp.Modules.Conv3d layer, TorchSharp.torch.Tensor source",
                None,
                "layer.forward(source)",
                "CONV112",
                ""
            ),
            new("M:TorchSharp.torch.nn.ConvTranspose1d", "", "", None, "TorchSharp.torch.nn.ConvTranspose1d(1, 1, 3)", "", "CONV112"),
            new("M:TorchSharp.torch.nn.ConvTranspose2d", "", "", None, "TorchSharp.torch.nn.ConvTranspose2d(1, 1, 3)", "", "CONV112"),
            new("M:TorchSharp.torch.nn.ConvTranspose3d", "", "", None, "TorchSharp.torch.nn.ConvTranspose3d(1, 1, 3)", "", "CONV112"),
            new(
                "M:Tensorflow.tensorflow.nn_internal.conv2d",
                "",
                "Tensorflow.Tensor source, Tensorflow.Tensor filter",
                None,
                "Tensorflow.Binding.tf.nn.conv2d(source, filter, new[] { 1, 1, 1, 1 }, \"SAME\")",
                "CONV111",
                ""
            ),
            new(
                "M:Tensorflow.gen_nn_ops.conv2d",
                "",
                "Tensorflow.Tensor source, Tensorflow.Tensor filter",
                None,
                "Tensorflow.gen_nn_ops.conv2d(source, filter, new[] { 1, 1, 1, 1 }, \"SAME\")",
                "CONV111",
                ""
            ),
            new(
                "M:Tensorflow.gen_nn_ops.conv3d",
                "",
                "Tensorflow.Tensor source, Tensorflow.Tensor filter",
                None,
                "Tensorflow.gen_nn_ops.conv3d(source, filter, new[] { 1, 1, 1, 1, 1 }, \"SAME\")",
                "CONV111",
                ""
            ),
            new(
                "M:Tensorflow.Keras.Layers.ILayersApi.Conv1D",
                "",
                "Tensorflow.Keras.Layers.ILayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv1D(8, shape)",
                "CONV112",
                ""
            ),
            new(
                "M:Tensorflow.Keras.Layers.ILayersApi.Conv2D",
                "",
                "Tensorflow.Keras.Layers.ILayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv2D(8, shape)",
                "CONV112",
                ""
            ),
            new(
                "M:Tensorflow.Keras.Layers.ILayersApi.Conv2DTranspose",
                "",
                "Tensorflow.Keras.Layers.ILayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv2DTranspose(8, shape)",
                "",
                "CONV112"
            ),
            new(
                "M:Tensorflow.Keras.Layers.LayersApi.Conv1D",
                "",
                "Tensorflow.Keras.Layers.LayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv1D(8, shape)",
                "CONV112",
                ""
            ),
            new(
                "M:Tensorflow.Keras.Layers.LayersApi.Conv2D",
                "",
                "Tensorflow.Keras.Layers.LayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv2D(8, shape)",
                "CONV112",
                ""
            ),
            new(
                "M:Tensorflow.Keras.Layers.LayersApi.Conv2DTranspose",
                "",
                "Tensorflow.Keras.Layers.LayersApi layers, Tensorflow.Shape shape",
                None,
                "layers.Conv2DTranspose(8, shape)",
                "",
                "CONV112"
            ),
            new(
                "M:Tensorflow.Keras.BackendImpl.conv2d_transpose",
                "",
                "Tensorflow.Keras.BackendImpl backend, Tensorflow.Tensor source, Tensorflow.IVariableV1 filter",
                None,
                "backend.conv2d_transpose(source, filter, source)",
                "CONV111",
                "CONV102"
            ),
        ];

    private static RowCase[] SignalRows =>
        [
            new(
                "M:NWaves.Operations.Operation.Convolve(NWaves.Signals.DiscreteSignal,NWaves.Signals.DiscreteSignal)",
                "",
                "NWaves.Signals.DiscreteSignal source",
                Floats,
                "NWaves.Operations.Operation.Convolve(source, new NWaves.Signals.DiscreteSignal(1, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Operation.Convolve(NWaves.Signals.ComplexDiscreteSignal,NWaves.Signals.ComplexDiscreteSignal)",
                "",
                "NWaves.Signals.ComplexDiscreteSignal source",
                Doubles,
                "NWaves.Operations.Operation.Convolve(source, new NWaves.Signals.ComplexDiscreteSignal(1, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Operation.Convolve(System.Double[],System.Double[])",
                "",
                "double[] source",
                Doubles,
                "NWaves.Operations.Operation.Convolve(source, kernel)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Operation.BlockConvolve",
                "",
                "NWaves.Signals.DiscreteSignal source",
                Floats,
                "NWaves.Operations.Operation.BlockConvolve(source, new NWaves.Signals.DiscreteSignal(1, kernel), 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Operation.CrossCorrelate(NWaves.Signals.DiscreteSignal,NWaves.Signals.DiscreteSignal)",
                "",
                "NWaves.Signals.DiscreteSignal source",
                Floats,
                "NWaves.Operations.Operation.CrossCorrelate(source, new NWaves.Signals.DiscreteSignal(1, kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NWaves.Operations.Operation.CrossCorrelate(NWaves.Signals.ComplexDiscreteSignal,NWaves.Signals.ComplexDiscreteSignal)",
                "",
                "NWaves.Signals.ComplexDiscreteSignal source",
                Doubles,
                "NWaves.Operations.Operation.CrossCorrelate(source, new NWaves.Signals.ComplexDiscreteSignal(1, kernel))",
                "CONV102",
                "CONV110"
            ),
            new(
                "M:NWaves.Operations.Convolution.Convolver.Convolve",
                "",
                "NWaves.Operations.Convolution.Convolver convolver, float[] source, float[] result",
                Floats,
                "convolver.Convolve(source, kernel, result)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Convolution.Convolver.CrossCorrelate(NWaves.Signals.DiscreteSignal,NWaves.Signals.DiscreteSignal)",
                "",
                "NWaves.Operations.Convolution.Convolver convolver, NWaves.Signals.DiscreteSignal source",
                Floats,
                "convolver.CrossCorrelate(source, new NWaves.Signals.DiscreteSignal(1, kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:NWaves.Operations.Convolution.Convolver.CrossCorrelate(System.Single[],System.Single[],System.Single[])",
                "",
                "NWaves.Operations.Convolution.Convolver convolver, float[] source, float[] result",
                Floats,
                "convolver.CrossCorrelate(source, kernel, result)",
                "CONV102",
                "CONV110"
            ),
            new(
                "M:NWaves.Operations.Convolution.ComplexConvolver.Convolve",
                "",
                "NWaves.Operations.Convolution.ComplexConvolver convolver, NWaves.Signals.ComplexDiscreteSignal source",
                Doubles,
                "convolver.Convolve(source, new NWaves.Signals.ComplexDiscreteSignal(1, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Convolution.ComplexConvolver.CrossCorrelate",
                "",
                "NWaves.Operations.Convolution.ComplexConvolver convolver, NWaves.Signals.ComplexDiscreteSignal source",
                Doubles,
                "convolver.CrossCorrelate(source, new NWaves.Signals.ComplexDiscreteSignal(1, kernel))",
                "CONV102",
                "CONV110"
            ),
            new(
                "M:NWaves.Operations.Convolution.OlaBlockConvolver.#ctor",
                "",
                "",
                Floats,
                "new NWaves.Operations.Convolution.OlaBlockConvolver(kernel, 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Convolution.OlaBlockConvolver64.#ctor",
                "",
                "",
                Doubles,
                "new NWaves.Operations.Convolution.OlaBlockConvolver64(kernel, 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Convolution.OlsBlockConvolver.#ctor",
                "",
                "",
                Floats,
                "new NWaves.Operations.Convolution.OlsBlockConvolver(kernel, 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:NWaves.Operations.Convolution.OlsBlockConvolver64.#ctor",
                "",
                "",
                Doubles,
                "new NWaves.Operations.Convolution.OlsBlockConvolver64(kernel, 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:Vorcyc.Mathematics.SignalProcessing.Operations.Operation.Convolve",
                "",
                "Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal source",
                Floats,
                "Vorcyc.Mathematics.SignalProcessing.Operations.Operation.Convolve(source, new Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal(1, kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:Vorcyc.Mathematics.SignalProcessing.Operations.Operation.BlockConvolve",
                "",
                "Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal source",
                Floats,
                "Vorcyc.Mathematics.SignalProcessing.Operations.Operation.BlockConvolve(source, new Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal(1, kernel), 1024)",
                "",
                "CONV102"
            ),
            new(
                "M:Vorcyc.Mathematics.SignalProcessing.Operations.Operation.CrossCorrelate",
                "",
                "Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal source",
                Floats,
                "Vorcyc.Mathematics.SignalProcessing.Operations.Operation.CrossCorrelate(source, new Vorcyc.Mathematics.SignalProcessing.Signals.DiscreteSignal(1, kernel))",
                "CONV102",
                ""
            ),
        ];

    private static RowCase[] AccordRows =>
        [
            new(
                "M:Accord.Math.Matrix.Convolve(System.Double[],System.Double[])",
                "",
                "double[] source",
                Doubles,
                "Accord.Math.Matrix.Convolve(source, kernel)",
                "CONV110",
                "CONV102"
            ),
            new(
                "M:Accord.Math.Matrix.Convolve(System.Double[],System.Double[],System.Boolean)",
                "trim=true",
                "double[] source",
                Doubles,
                "Accord.Math.Matrix.Convolve(source, kernel, true)",
                "",
                "CONV102"
            ),
            new(
                "M:Accord.Math.Matrix.Convolve(System.Double[],System.Double[],System.Boolean)",
                "trim=false",
                "double[] source",
                Doubles,
                "Accord.Math.Matrix.Convolve(source, kernel, trim: false)",
                "CONV110",
                "CONV102"
            ),
            new(
                "M:Accord.Math.Transforms.FourierTransform2.Convolve",
                "",
                "double[] source, double[] result",
                Doubles,
                "Accord.Math.Transforms.FourierTransform2.Convolve(source, kernel, result)",
                "CONV110",
                "CONV102"
            ),
            new(
                "M:Accord.Imaging.Filters.Convolution.#ctor",
                "",
                "",
                IntegerPlane,
                "new Accord.Imaging.Filters.Convolution(kernel)",
                "CONV102",
                ""
            ),
            new(
                "M:Accord.Imaging.Filters.CompassConvolution.#ctor",
                "",
                "int[][,] masks",
                None,
                "new Accord.Imaging.Filters.CompassConvolution(masks)",
                "CONV111",
                ""
            ),
            new("M:Accord.Imaging.Filters.GaborFilter.#ctor", "", "", None, "new Accord.Imaging.Filters.GaborFilter()", "CONV111", ""),
            new("M:Accord.Imaging.Filters.Blur.#ctor", "", "", None, "new Accord.Imaging.Filters.Blur()", "", ""),
            new("M:Accord.Imaging.Filters.Edges.#ctor", "", "", None, "new Accord.Imaging.Filters.Edges()", "", ""),
            new("M:Accord.Imaging.Filters.Mean.#ctor", "", "", None, "new Accord.Imaging.Filters.Mean()", "", ""),
            new("M:Accord.Imaging.Filters.Sharpen.#ctor", "", "", None, "new Accord.Imaging.Filters.Sharpen()", "", ""),
            new("M:Accord.Imaging.Filters.GaussianBlur.#ctor", "", "", None, "new Accord.Imaging.Filters.GaussianBlur()", "", ""),
            new("M:Accord.Imaging.Filters.GaussianSharpen.#ctor", "", "", None, "new Accord.Imaging.Filters.GaussianSharpen()", "", ""),
            new(
                "M:AForge.Imaging.Filters.Convolution.#ctor",
                "",
                "",
                IntegerPlane,
                "new AForge.Imaging.Filters.Convolution(kernel)",
                "CONV102",
                ""
            ),
            new("M:AForge.Imaging.Filters.Blur.#ctor", "", "", None, "new AForge.Imaging.Filters.Blur()", "", ""),
            new("M:AForge.Imaging.Filters.Edges.#ctor", "", "", None, "new AForge.Imaging.Filters.Edges()", "", ""),
            new("M:AForge.Imaging.Filters.Mean.#ctor", "", "", None, "new AForge.Imaging.Filters.Mean()", "", ""),
            new("M:AForge.Imaging.Filters.Sharpen.#ctor", "", "", None, "new AForge.Imaging.Filters.Sharpen()", "", ""),
            new("M:AForge.Imaging.Filters.GaussianBlur.#ctor", "", "", None, "new AForge.Imaging.Filters.GaussianBlur()", "", ""),
            new("M:AForge.Imaging.Filters.GaussianSharpen.#ctor", "", "", None, "new AForge.Imaging.Filters.GaussianSharpen()", "", ""),
        ];

    private static RowCase[] OtherRows =>
        [
            new(
                "M:MathNet.Filtering.FIR.OnlineFirFilter.#ctor",
                "",
                "",
                Doubles,
                "new MathNet.Filtering.FIR.OnlineFirFilter(kernel)",
                "",
                "CONV102"
            ),
            new(
                "M:MathNet.Filtering.FIR.OnlineFirFilter.ProcessSample",
                "",
                "MathNet.Filtering.FIR.OnlineFirFilter filter",
                None,
                "filter.ProcessSample(1)",
                "",
                "CONV111"
            ),
            new(
                "T:MathNet.Numerics.Statistics.Correlation",
                "",
                "double[] first, double[] second",
                None,
                "MathNet.Numerics.Statistics.Correlation.Pearson(first, second)",
                "CONV107",
                "CONV107"
            ),
            new(
                "M:MathNet.Numerics.Polynomial.Multiply(MathNet.Numerics.Polynomial,MathNet.Numerics.Polynomial)",
                "",
                "MathNet.Numerics.Polynomial source",
                Doubles,
                "MathNet.Numerics.Polynomial.Multiply(source, new MathNet.Numerics.Polynomial(kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:MathNet.Numerics.Polynomial.op_Multiply(MathNet.Numerics.Polynomial,MathNet.Numerics.Polynomial)",
                "",
                "MathNet.Numerics.Polynomial source",
                Doubles,
                "source * new MathNet.Numerics.Polynomial(kernel)",
                "",
                "CONV102"
            ),
            new(
                "M:NumSharp.np.convolve",
                "",
                "NumSharp.NDArray source",
                Doubles,
                "NumSharp.np.convolve(source, NumSharp.np.array(kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NumSharp.NDArray.convolve",
                "",
                "NumSharp.NDArray source",
                Doubles,
                "source.convolve(NumSharp.np.array(kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NumpyDotNet.np.convolve",
                "",
                "NumpyDotNet.ndarray source",
                Doubles,
                "NumpyDotNet.np.convolve(source, NumpyDotNet.np.array(kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:NumpyDotNet.np.correlate",
                "",
                "NumpyDotNet.ndarray source",
                Doubles,
                "NumpyDotNet.np.correlate(source, NumpyDotNet.np.array(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:Numerics.NET.SignalMath.Convolve",
                "",
                "Numerics.NET.Vector<double> source",
                Doubles,
                "Numerics.NET.SignalMath.Convolve(source, Numerics.NET.Vector.Create(kernel))",
                "",
                "CONV102"
            ),
            new(
                "M:Numerics.NET.SignalMath.Correlate",
                "",
                "Numerics.NET.Vector<double> source",
                Doubles,
                "Numerics.NET.SignalMath.Correlate(source, Numerics.NET.Vector.Create(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:Numerics.NET.SignalProcessing.KernelProcessor`1.Convolve",
                "",
                "Numerics.NET.SignalProcessing.KernelProcessor<double> processor, Numerics.NET.Vector<double> source",
                None,
                "processor.Convolve(source)",
                "",
                "CONV111"
            ),
            new(
                "M:Numerics.NET.SignalProcessing.KernelProcessor`1.Correlate",
                "",
                "Numerics.NET.SignalProcessing.KernelProcessor<double> processor, Numerics.NET.Vector<double> source",
                None,
                "processor.Correlate(source)",
                "CONV111",
                ""
            ),
            new(
                "M:NAudio.Dsp.ImpulseResponseConvolution.Convolve",
                "",
                "NAudio.Dsp.ImpulseResponseConvolution reverb, float[] source",
                Floats,
                "reverb.Convolve(source, kernel)",
                "CONV110",
                "CONV102"
            ),
            new("M:Bonsai.Dsp.FirFilter.#ctor", "", "", Floats, "new Bonsai.Dsp.FirFilter { Kernel = kernel }", "CONV102", ""),
            new(
                "M:OpenCV.Net.CV.Filter2D",
                "",
                "OpenCV.Net.Arr source, OpenCV.Net.Arr result",
                FloatPlane,
                "OpenCV.Net.CV.Filter2D(source, result, OpenCV.Net.Mat.FromArray(kernel))",
                "CONV102",
                ""
            ),
            new(
                "M:ShareX.HelpersLib.ConvolutionMatrixManager.Apply",
                "",
                "ShareX.HelpersLib.ConvolutionMatrix weights, System.Drawing.Bitmap source",
                None,
                "ShareX.HelpersLib.ConvolutionMatrixManager.Apply(weights, source)",
                "CONV111",
                ""
            ),
            new(
                "M:Microsoft.Graphics.Canvas.Effects.ConvolveMatrixEffect.#ctor",
                "",
                "",
                FlatPlane,
                "new Microsoft.Graphics.Canvas.Effects.ConvolveMatrixEffect { KernelMatrix = kernel }",
                "CONV110",
                "CONV111"
            ),
            new(
                "M:Vortice.Direct2D1.Effects.ConvolveMatrix.#ctor",
                "",
                "Vortice.Direct2D1.ID2D1DeviceContext context",
                FlatPlane,
                "new Vortice.Direct2D1.Effects.ConvolveMatrix(context) { KernelMatrix = kernel }",
                "CONV110",
                "CONV111"
            ),
            new(
                "M:SharpDX.Direct2D1.Effects.ConvolveMatrix.#ctor",
                "",
                "SharpDX.Direct2D1.DeviceContext context",
                FlatPlane,
                "new SharpDX.Direct2D1.Effects.ConvolveMatrix(context) { KernelMatrix = kernel }",
                "CONV110",
                "CONV111"
            ),
            new(
                "M:ManagedCuda.NPP.NPPImage_8uC1.Filter",
                "",
                "ManagedCuda.NPP.NPPImage_8uC1 source, ManagedCuda.NPP.NPPImage_8uC1 result, ManagedCuda.CudaDeviceVariable<int> weights",
                None,
                "source.Filter(result, weights, default, default, 1)",
                "",
                "CONV111"
            ),
            new(
                "M:ManagedCuda.NPP.NPPImage_8uC1.FilterBorder",
                "",
                "ManagedCuda.NPP.NPPImage_8uC1 source, ManagedCuda.NPP.NPPImage_8uC1 result, ManagedCuda.CudaDeviceVariable<float> weights",
                None,
                "source.FilterBorder(result, weights, default, default, ManagedCuda.NPP.NppiBorderType.Replicate)",
                "",
                "CONV111"
            ),
        ];
}
