using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Tests.Kernels;

/// <summary>Values of complex kernels, read exactly.</summary>
public class ComplexNumberTests
{
    [Theory]
    [InlineData("3", "3", "0")]
    [InlineData("-1/3", "-1/3", "0")]
    [InlineData("i", "0", "1")]
    [InlineData("-j", "0", "-1")]
    [InlineData("+i", "0", "1")]
    [InlineData("2.5i", "0", "5/2")]
    [InlineData("1e-2j", "0", "1/100")]
    [InlineData("2+1i", "2", "1")]
    [InlineData("2-i", "2", "-1")]
    [InlineData("-0.5-1/4i", "-1/2", "-1/4")]
    [InlineData("1e+2+1e-1j", "100", "1/10")]
    [InlineData("1E-2-3E+0j", "1/100", "-3")]
    [InlineData("0+0i", "0", "0")]
    public void A_value_is_read_exactly(string text, string real, string imaginary)
    {
        ComplexNumber number = ComplexNumber.Read(text);

        Assert.Null(number.Error);
        Assert.Equal((KernelNumber.Read(real).Value, KernelNumber.Read(imaginary).Value), (number.Real, number.Imaginary));
    }

    [Theory]
    [InlineData("2+xi")]
    [InlineData("x+2i")]
    [InlineData("2i+1")]
    [InlineData("2+1i+1i")]
    [InlineData("2++1i")]
    [InlineData("ii")]
    [InlineData("1/i")]
    [InlineData("e+i")]
    [InlineData("I")]
    [InlineData("2*i")]
    public void What_is_no_number_is_refused(string text) => Assert.NotNull(ComplexNumber.Read(text).Error);

    [Fact]
    public void A_long_text_costs_no_stack() => Assert.NotNull(ComplexNumber.Read(new string('i', 1_000_000)).Error);

    [Fact]
    public void Real_texts_have_no_imaginary_parts_and_complex_ones_as_many_as_values()
    {
        KernelText real = KernelText.Read("1 2; 3 4"),
            complex = KernelText.Read("1 2i; 3 4", mayBeComplex: true);

        Assert.All(real.Rows, static row => Assert.Empty(row.Imaginary));
        Assert.All(complex.Rows, static row => Assert.Equal(row.Values.Count, row.Imaginary.Count));
        Assert.Null(ComplexWeights.Of(KernelText.Read("1 2; 3 4", mayBeComplex: true)));
        Assert.NotNull(ComplexWeights.Of(complex));
    }
}
