namespace ConvGen.Execution.Tests.Numbers;

/// <summary>The tests' own exact numbers and roundings.</summary>
public sealed class BinaryTests
{
    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-1e-05", -0.00001)]
    [InlineData("1/3", 1.0 / 3)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("2.5e2", 250.0)]
    public void Text_is_rounded_to_the_nearest_double(string text, double expected) =>
        Assert.Equal(expected, Binary.ToDouble(Fraction.Parse(text)));

    [Theory]
    [InlineData("16777217", 16777216f)]
    [InlineData("16777219", 16777220f)]
    [InlineData("1.00000005960464477539062500001", 1.00000012f)]
    [InlineData("1.4e-45", float.Epsilon)]
    public void Text_is_rounded_once_to_the_nearest_float(string text, float expected) =>
        Assert.Equal(expected, Binary.ToSingle(Fraction.Parse(text)));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-3.75)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void A_double_survives_the_way_to_a_fraction_and_back(double value) => Assert.Equal(value, Binary.ToDouble(Fraction.Of(value)));

    [Theory]
    [InlineData("7/2", 3)]
    [InlineData("-7/2", -4)]
    [InlineData("-4", -4)]
    public void Floor_rounds_down(string text, int expected) => Assert.Equal(expected, Fraction.Parse(text).Floor());
}
