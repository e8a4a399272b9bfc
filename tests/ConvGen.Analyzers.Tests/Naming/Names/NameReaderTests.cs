using ConvGen.Analyzers.Naming;
using ConvGen.Analyzers.Naming.Names;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Tests.Naming.Names;

public class NameReaderTests
{
    [Theory]
    [InlineData("Convolve", "Convolve")]
    [InlineData("convolves", "convolves")]
    [InlineData("Convolve2D", "Convolve")]
    [InlineData("Convolve_2d_valid", "Convolve")]
    [InlineData("convolved", "convolved")]
    [InlineData("Convolving", "Convolving")]
    [InlineData("Convolute", "Convolute")]
    [InlineData("Convolution", "Convolution")]
    [InlineData("ApplyConvolution", "Convolution")]
    [InlineData("MatrixConvolution", "Convolution")]
    [InlineData("conv", "conv")]
    [InlineData("_conv", "conv")]
    [InlineData("conv_full", "conv")]
    [InlineData("CONV_FULL", "CONV")]
    [InlineData("Conv1D", "Conv")]
    [InlineData("conv3x3", "conv")]
    [InlineData("convND", "conv")]
    [InlineData("fftConv", "Conv")]
    [InlineData("fftconv", "fftconv")]
    [InlineData("np_convolve", "convolve")]
    [InlineData("ConvolveMatrix", "Convolve")]
    [InlineData("ConvolveWithKernel", "Convolve")]
    [InlineData("ConvolveAndDecimate", "Convolve")]
    [InlineData("convOutput", "conv")]
    [InlineData("convolutionResult", "convolution")]
    [InlineData("SeparableConvolution", "Convolution")]
    public void These_say_convolution(string identifier, string word) =>
        AssertReading(identifier, OperationKind.Convolution, word, isExplicit: false);

    [Theory]
    [InlineData("Correlate", "Correlate")]
    [InlineData("correlated", "correlated")]
    [InlineData("Correlation", "Correlation")]
    [InlineData("correlation2d", "correlation")]
    [InlineData("FftCorrelate", "Correlate")]
    [InlineData("corr", "corr")]
    [InlineData("Corr2D", "Corr")]
    [InlineData("_corr", "corr")]
    public void These_say_correlation(string identifier, string word) =>
        AssertReading(identifier, OperationKind.Correlation, word, isExplicit: false);

    [Theory]
    [InlineData("xcorr", "xcorr")]
    [InlineData("XCORR", "XCORR")]
    [InlineData("xcorr2", "xcorr")]
    [InlineData("XCorr", "XCorr")]
    [InlineData("x_corr", "x_corr")]
    [InlineData("crossCorr", "crossCorr")]
    [InlineData("CrossCorrelate", "CrossCorrelate")]
    [InlineData("FastCrossCorrelation", "CrossCorrelation")]
    [InlineData("crosscorrelation", "crosscorrelation")]
    public void These_say_correlation_of_signals(string identifier, string word) =>
        AssertReading(identifier, OperationKind.Correlation, word, isExplicit: true);

    [Theory]
    [InlineData("Convert")]
    [InlineData("Converter")]
    [InlineData("Conversation")]
    [InlineData("Convolutedness")]
    [InlineData("Convolutional")]
    [InlineData("Conveyor")]
    [InlineData("Convex")]
    [InlineData("Convention")]
    [InlineData("Convergence")]
    [InlineData("Convenient")]
    [InlineData("Correction")]
    [InlineData("Correct")]
    [InlineData("Corridor")]
    [InlineData("Corrupt")]
    [InlineData("CorrelationId")]
    [InlineData("correlationToken")]
    [InlineData("CorrelationKey")]
    [InlineData("correlationContext")]
    [InlineData("CorrelationVector")]
    [InlineData("CorrelationHeader")]
    [InlineData("correlationGuid")]
    [InlineData("RequestCorrelation")]
    [InlineData("CorrelateRequests")]
    [InlineData("CorrelationFilter")]
    [InlineData("CorrelationManager")]
    [InlineData("CorrelationScope")]
    [InlineData("CorrelationProvider")]
    [InlineData("CorrelationAccessor")]
    [InlineData("CorrelationMiddleware")]
    [InlineData("CorrelationMatrix")]
    [InlineData("CorrelationCoefficient")]
    [InlineData("PearsonCorrelation")]
    [InlineData("Spearman_correlation")]
    [InlineData("KendallCorrelation")]
    [InlineData("RankCorrelation")]
    [InlineData("SampleCorrelation")]
    [InlineData("PartialCorrelation")]
    [InlineData("correlationDistance")]
    [InlineData("AutoCorrelation")]
    [InlineData("autocorrelation")]
    [InlineData("AutoCorrelate")]
    [InlineData("autoCorr")]
    [InlineData("deconv")]
    [InlineData("Deconvolve")]
    [InlineData("DeConvolve")]
    [InlineData("Deconvolution")]
    [InlineData("decorrelate")]
    [InlineData("uncorrelated")]
    [InlineData("Intercorrelation")]
    [InlineData("gammaCorr")]
    [InlineData("corrFactor")]
    [InlineData("colorCorr")]
    [InlineData("ConvTranspose2d")]
    [InlineData("conv_transpose")]
    [InlineData("Conv2DTranspose")]
    [InlineData("TransposedConvolution")]
    [InlineData("ConvBackward")]
    [InlineData("dConv")]
    [InlineData("convGrad")]
    [InlineData("ConvolutionAdjoint")]
    [InlineData("InverseConvolution")]
    [InlineData("ConvolveFlipped")]
    [InlineData("CorrelateReversed")]
    [InlineData("FlippedConv")]
    [InlineData("NormalizedCrossCorrelation")]
    [InlineData("PhaseCorrelation")]
    [InlineData("ncc")]
    [InlineData("ConvolveOrCorrelate")]
    [InlineData("ConvolutionVsCorrelation")]
    [InlineData("ConvolveByCorrelation")]
    [InlineData("ConvolutionKernel")]
    [InlineData("convSize")]
    [InlineData("ConvolutionMatrix")]
    [InlineData("correlationWindow")]
    [InlineData("convolvedLength")]
    [InlineData("ConvolveMode")]
    [InlineData("correlationPeak")]
    [InlineData("convFactor")]
    [InlineData("convToFloat")]
    [InlineData("convStr")]
    [InlineData("ConvNet")]
    [InlineData("useConvolution")]
    [InlineData("IsCorrelated")]
    [InlineData("CreateConvolution")]
    [InlineData("TestConvolve")]
    [InlineData("Convolve_ShouldWork")]
    [InlineData("ConvolveThrows")]
    [InlineData("Convolve_with_even_kernel_works")]
    [InlineData("Convolve_a_row_with_a_kernel")]
    [InlineData("ConvolutionBenchmark")]
    [InlineData("ConvolutionExtensions")]
    [InlineData("Convolver")]
    [InlineData("Filter")]
    [InlineData("")]
    public void These_say_nothing_about_an_operation(string identifier)
    {
        Assert.Null(NameReader.Read(identifier, NamingOptions.Default));
        Assert.Null(NameReader.ReadRoutine(identifier, NamingOptions.Default));
    }

    [Theory]
    [InlineData("ConvolutionFilter")]
    [InlineData("ApplyConvolutionMatrix")]
    [InlineData("ApplyConvolutionKernel")]
    [InlineData("ConvolutionFunction")]
    [InlineData("MakeConvolution")]
    [InlineData("ConvKernel")]
    [InlineData("conv_layer")]
    [InlineData("Convoluted")]
    public void A_method_may_be_called_after_the_filter_that_it_applies(string identifier)
    {
        Assert.Null(NameReader.Read(identifier, NamingOptions.Default));
        Assert.Equal(OperationKind.Convolution, NameReader.ReadRoutine(identifier, NamingOptions.Default)?.Operation);
    }

    [Theory]
    [InlineData("Glaettung", "glaettung", true)]
    [InlineData("ApplyFir", "applyfir", true)]
    [InlineData("apply_fir_fast", "applyfir", true)]
    [InlineData("Filter2D", "filter", false)]
    public void Options_add_words(string identifier, string word, bool isConvolution)
    {
        NamingOptions options = isConvolution
            ? NamingOptions.Default with
            {
                ConvolutionWords = [word],
            }
            : NamingOptions.Default with
            {
                CorrelationWords = [word],
            };

        Assert.Equal(
            isConvolution ? OperationKind.Convolution : OperationKind.Correlation,
            NameReader.Read(identifier, options)?.Operation
        );
        Assert.Null(NameReader.Read(identifier, NamingOptions.Default));
        Assert.Null(NameReader.Read(identifier + "Size", options));
    }

    [Theory]
    [InlineData("Convolve2D", "Correlate2D")]
    [InlineData("ApplyConvolution", "ApplyCorrelation")]
    [InlineData("convolved", "correlated")]
    [InlineData("conv", "corr")]
    [InlineData("CONV_FULL", "CORR_FULL")]
    [InlineData("xcorr", "conv")]
    [InlineData("XCorr", "Conv")]
    [InlineData("X_CORR", "CONV")]
    [InlineData("crossCorrelate2d", "convolve2d")]
    [InlineData("FftCrossCorrelation", "FftConvolution")]
    [InlineData("_corr", "_conv")]
    public void A_name_is_turned_into_that_of_the_other_operation(string identifier, string expected) =>
        Assert.Equal(expected, NameReader.Rename(identifier, NameReader.Read(identifier, NamingOptions.Default)!.Value));

    private static void AssertReading(string identifier, OperationKind operation, string word, bool isExplicit)
    {
        NameReading? reading = NameReader.Read(identifier, NamingOptions.Default);

        Assert.NotNull(reading);
        Assert.Equal(operation, reading.Value.Operation);
        Assert.Equal(word, identifier.Substring(reading.Value.Start, reading.Value.Length));
        Assert.Equal(isExplicit, reading.Value.IsExplicit);
    }
}
