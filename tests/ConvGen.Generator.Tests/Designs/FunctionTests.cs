using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Kernels.Designs.Arithmetic;

namespace ConvGen.Generator.Tests.Designs;

/// <summary>The functions of designs against those of the runtime, which are good to some units of the last place.</summary>
public class FunctionTests
{
    [Fact]
    public void Functions_agree_with_the_runtime()
    {
        Random random = new(7);
        for (int trial = 0; trial < 300; trial++)
        {
            double x = (random.NextDouble() * 40) - 20,
                share = (random.NextDouble() * 2) - 1;
            Close(Math.Exp(x), Functions.Exp(Exact(x)));
            Close(Math.Sin(x), Functions.Sin(Exact(x)), 4e-15);
            Close(Math.Cos(x), Functions.Cos(Exact(x)), 4e-15);
            Close(Math.Asin(share), Functions.Asin(Exact(share)));
            Close(Math.Sqrt(Math.Abs(x)), Functions.Sqrt(Exact(Math.Abs(x))));
        }
    }

    /// <summary>Digits from Abramowitz and Stegun, and of pi.</summary>
    [Fact]
    public void Constants_have_the_digits_of_the_tables()
    {
        Close(3.14159265358979323846, Functions.Pi);
        Close(1.2660658777520084, Functions.BesselI0(FixedPoint.One), 1e-15);
        Close(2815.716628466254, Functions.BesselI0(10), 1e-12);
        Close(Math.PI / 2, Functions.Asin(FixedPoint.One));
        Assert.Equal(FixedPoint.Zero, Functions.Sinc(3));
        Assert.Equal(FixedPoint.One, Functions.Exp(FixedPoint.Zero));
    }

    /// <summary>Exactly opposite arguments give exactly opposite sines: odd kernels stay odd.</summary>
    [Fact]
    public void Odd_functions_are_odd()
    {
        for (int step = 1; step < 100; step++)
        {
            FixedPoint x = FixedPoint.Of(new Rational(step, 37));
            Assert.Equal(-Functions.Sin(x), Functions.Sin(-x));
            Assert.Equal(Functions.Cos(x), Functions.Cos(-x));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-3.5)]
    [InlineData(5e-324)]
    [InlineData(1e300)]
    [InlineData(0)]
    public void Doubles_are_read_as_what_they_are(double value) => Assert.Equal(value, Binary.Exact(value).ToDouble());

    private static FixedPoint Exact(double value) => FixedPoint.Of(Binary.Exact(value));

    private static void Close(double expected, FixedPoint actual, double relative = 1e-15) =>
        Assert.True(
            Math.Abs(expected - actual.ToRational().ToDouble()) <= relative * Math.Max(Math.Abs(expected), 1e-3),
            $"{actual.ToRational().ToDouble():R} instead of {expected:R}"
        );
}
