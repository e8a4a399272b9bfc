using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Kernels.Designs;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Designs;

/// <summary>Designed kernels for integer results.</summary>
public class QuantisationTests
{
    public static TheoryData<string> Irrational => [.. RecordedKernel.All.Keys.Where(IsIrrational)];

    /// <summary>
    /// A power of two divides, the sum is kept to one unit of it, and no result of bytes changes by more than a level, whatever the bytes.
    /// </summary>
    [Theory]
    [MemberData(nameof(Irrational))]
    public void Bytes_change_by_a_level_at_most(string name)
    {
        RecordedKernel recorded = RecordedKernel.All[name];
        ConvolutionModel model = Model($"[Correlation, {recorded.Attribute}] {recorded.Signature("byte", "short")}");
        DesignNote note = model.Design!;
        EquatableArray<Rational> designed = note.Designed!.Value,
            used = model.Kernel.Weights!.Value;
        Rational power = new(BigInteger.One << note.Bits, BigInteger.One);

        Assert.All(used, weight => Assert.True((weight * power).IsInteger));
        Assert.True(note.LargestError.CompareTo(Rational.One) <= 0, name + " " + note.LargestError);
        Rational difference = Rational.Abs(Sum(used) - Sum(designed)) * power;
        Assert.True(difference.CompareTo(new Rational(1, 2)) <= 0 || IsProductOfDerivatives(recorded), name + " " + difference);

        // The worst image is that of the largest sample wherever a weight has grown.
        Rational worst = designed
            .Zip(used, (exact, quantised) => (quantised - exact) * (quantised.CompareTo(exact) > 0 ? 255 : 0))
            .Aggregate(Rational.Zero, (sum, term) => sum + term);
        Assert.True(worst.CompareTo(note.LargestError) <= 0);
    }

    [Fact]
    public void A_product_stays_one_and_symmetric()
    {
        ConvolutionModel model = Model(
            "[Correlation, GaussianKernel(1.4)] public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> destination);"
        );
        int size = model.Kernel.Rows;
        Rational[,] matrix = new Rational[size, size];
        for (int index = 0; index < size * size; index++)
        {
            matrix[index / size, index % size] = model.Kernel.Weights!.Value[index];
        }

        Assert.Single(RankFactors.Of(matrix, 3)!);
        Assert.Equal(model.Kernel.Weights!.Value, model.Kernel.Weights!.Value.Reverse());
        Assert.Equal(Rational.One, Sum(model.Kernel.Weights!.Value));
    }

    /// <summary>Fractions are exact, and nothing is quantised.</summary>
    [Theory]
    [InlineData("BoxKernel(1)")]
    [InlineData("BinomialKernel(5)")]
    [InlineData("SobelKernel(Axis.Rows)")]
    [InlineData("SavitzkyGolayKernel(7, 2, Axis = Axis.Columns)")]
    public void Fractions_are_left_as_they_are(string attribute) =>
        Assert.Null(
            Model(
                $"[Correlation, {attribute}] public static partial void M(ReadOnlySpan<byte> source, int width, int height, Span<short> destination);"
            ).Design!.Designed
        );

    /// <summary>A fraction whose denominator no sum of 64 bits could have is quantised rather than refused.</summary>
    [Fact]
    public void Fractions_beyond_64_bits_are_quantised() =>
        Assert.NotNull(
            Model(
                "[Correlation, SavitzkyGolayKernel(1001, 12)] public static partial void M(ReadOnlySpan<short> source, Span<short> destination);"
            ).Design!.Designed
        );

    [Theory]
    [InlineData("float", "float")]
    [InlineData("float", "byte")]
    [InlineData("byte", "float")]
    public void Nothing_is_quantised_where_a_float_takes_part(string source, string destination) =>
        Assert.Null(
            Model(
                $"[Correlation, GaussianKernel(1)] public static partial void M(ReadOnlySpan<{source}> source, int width, int height, Span<{destination}> destination);"
            ).Design!.Designed
        );

    /// <summary>Samples of 16 bits are a level off at most, too; those of 32 bits as little as 64 bits have room for.</summary>
    [Theory]
    [InlineData("ushort", 1)]
    [InlineData("short", 1)]
    [InlineData("int", 2000)]
    public void Wider_samples_are_hardly_off(string type, int most)
    {
        ConvolutionModel model = Model(
            $"[Correlation, GaussianKernel(2)] public static partial void M(ReadOnlySpan<{type}> source, int width, int height, Span<{type}> destination);"
        );
        Assert.True(
            model.Design!.LargestError.CompareTo(most) <= 0,
            model.Design.LargestError.ToDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void Rounding_keeps_the_sum_whatever_the_weights()
    {
        Random random = new(11);
        for (int trial = 0; trial < 200; trial++)
        {
            Rational[] half = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => new Rational(random.Next(-500, 1000), 997))];
            Rational[] weights = trial % 2 == 0 ? [.. half, .. half.Reverse().Skip(1)] : half;
            foreach (int bits in new[] { 2, 5, 9 })
            {
                EquatableArray<Rational> rounded = Quantisation.Rounded(weights.ToEquatableArray(), bits);
                Rational power = new(BigInteger.One << bits, BigInteger.One);
                Assert.True((Rational.Abs(Sum(rounded) - Sum(weights)) * power).CompareTo(new Rational(1, 2)) <= 0);
                Assert.All(rounded, weight => Assert.True((weight * power).IsInteger));
            }
        }
    }

    private static bool IsIrrational(string name) =>
        RecordedKernel.All[name] is var kernel
        && new[] { "Gauss", "Unsharp", "Gabor", "Motion", "Disk", "Sinc", "Hilbert", "Lanczos" }.Any(word =>
            name.Contains(word, StringComparison.Ordinal)
        )
        && kernel.Weights.Length > 1;

    /// <summary>Factors of which one is a derivative keep their own sums; that of their products is off by what both are.</summary>
    private static bool IsProductOfDerivatives(RecordedKernel kernel) => kernel.Attribute.Contains("Order", StringComparison.Ordinal);

    private static Rational Sum(IEnumerable<Rational> weights) => weights.Aggregate(Rational.Zero, (sum, weight) => sum + weight);

    private static ConvolutionModel Model(string member)
    {
        ParseResult result = Compilations.Parse(member);
        Assert.True(result.Refusal is null, result.Refusal?.Message);
        return result.Model!;
    }
}
