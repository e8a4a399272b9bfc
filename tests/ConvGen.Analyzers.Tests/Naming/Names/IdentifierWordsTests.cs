using ConvGen.Analyzers.Naming.Names;

namespace ConvGen.Analyzers.Tests.Naming.Names;

public class IdentifierWordsTests
{
    [Theory]
    [InlineData("Convolve2D", "convolve #2 #d")]
    [InlineData("XCorr", "x corr")]
    [InlineData("xcorr", "xcorr")]
    [InlineData("conv_full", "conv full")]
    [InlineData("ApplyConvolution", "apply convolution")]
    [InlineData("CrossCorrelate", "cross correlate")]
    [InlineData("CONV_FULL", "conv full")]
    [InlineData("_conv", "conv")]
    [InlineData("__m_conv_", "m conv")]
    [InlineData("conv3x3", "conv #3 #x #3")]
    [InlineData("Conv3X3", "conv #3 #x #3")]
    [InlineData("convND", "conv #nd")]
    [InlineData("TwoDConvolution", "two #d convolution")]
    [InlineData("fftConv", "fft conv")]
    [InlineData("FFTConv", "fft conv")]
    [InlineData("FFTs", "ffts")]
    [InlineData("np_convolve", "np convolve")]
    [InlineData("Conv2DTranspose", "conv #2 #d transpose")]
    [InlineData("conv2dTranspose", "conv #2 #d transpose")]
    [InlineData("d_conv", "d conv")]
    [InlineData("ÉtendueConv", "étendue conv")]
    [InlineData("畳み込みConv", "畳み込み conv")]
    [InlineData("x\u0301Conv", "x\u0301 conv")]
    [InlineData("", "")]
    [InlineData("_", "")]
    public void Words_end_where_case_digits_and_separators_say_so(string identifier, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', IdentifierWords.Split(identifier).Select(word => (word.IsDimension ? "#" : "") + word.Text))
        );

    [Fact]
    public void A_word_knows_its_place() =>
        Assert.Equal([(1, 6), (6, 17)], IdentifierWords.Split("_ApplyConvolution_").Select(word => (word.Start, word.End)));
}
