using System.Numerics;
using ConvGen.Generator.Kernels;

namespace ConvGen.Generator.Tests.Kernels;

/// <summary>Matrices as sums of products: exact where there are few, and told apart cheaply where there are many.</summary>
public class RankFactorsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_sum_of_products_is_found_exactly(int terms)
    {
        Random random = new(terms);
        for (int trial = 0; trial < 40; trial++)
        {
            Rational[,] matrix = OfRank(random, terms, rows: 5, columns: 6);
            IReadOnlyList<(Rational[] Column, Rational[] Row)> factors = RankFactors.Of(matrix, terms)!;
            Assert.Equal(terms, factors.Count);
            Assert.All(factors, factor => Assert.All(factor.Column, value => Assert.True(value.IsInteger)));
            Assert.All(
                factors,
                factor =>
                    Assert.True(
                        factor
                            .Column.Aggregate(BigInteger.Zero, (common, value) => BigInteger.GreatestCommonDivisor(common, value.Numerator))
                            .IsOne
                    )
            );
            for (int i = 0; i < matrix.GetLength(0); i++)
            {
                for (int j = 0; j < matrix.GetLength(1); j++)
                {
                    Assert.Equal(matrix[i, j], factors.Aggregate(Rational.Zero, (sum, factor) => sum + (factor.Column[i] * factor.Row[j])));
                }
            }

            Assert.Null(RankFactors.Of(matrix, terms - 1));
            Assert.True(ResidueRank.Exceeds(matrix, terms - 1, CancellationToken.None));
            Assert.False(ResidueRank.Exceeds(matrix, terms, CancellationToken.None));
        }
    }

    [Fact]
    public void A_product_but_for_its_largest_element_is_found()
    {
        Rational[,] matrix = Outer([1, 2, 1], [1, 2, 1]);
        matrix[1, 1] = 100;
        IReadOnlyList<(Rational[] Column, Rational[] Row)> factors = RankFactors.ButOne(matrix)!;
        Assert.Equal(2, factors.Count);
        Assert.Equal((Rational)96, factors[1].Column[1] * factors[1].Row[1]);
    }

    /// <summary>A prime that divides a denominator says nothing; where all do, the exact elimination decides.</summary>
    [Theory]
    [InlineData(2147483647L)]
    [InlineData(2147483629L)]
    [InlineData(2147483587L)]
    [InlineData(0L)]
    public void Denominators_that_primes_divide_do_no_harm(long prime)
    {
        BigInteger denominator = prime != 0 ? prime : new BigInteger(2147483647L) * 2147483629L * 2147483587L;
        Rational unit = new(BigInteger.One, denominator);
        Rational[,] product = Outer([unit, 2 * unit, unit], [1, 2, 1]);
        Assert.Single(RankFactors.Of(product, 1)!);
        product[0, 0] = 5;
        Assert.Null(RankFactors.Of(product, 1));
        Assert.Equal(2, RankFactors.Of(product, 2)!.Count);
    }

    /// <summary>Numbers that vanish modulo a prime have a lower rank there, which must not be taken for theirs.</summary>
    [Fact]
    public void Numbers_that_are_zero_modulo_a_prime_are_not_lost()
    {
        Rational[,] matrix = Outer([1, 2, 1], [1, 2, 1]);
        matrix[2, 2] += new Rational(2147483647L, BigInteger.One);
        Assert.False(ResidueRank.Exceeds(matrix, 1, CancellationToken.None));
        Assert.Null(RankFactors.Of(matrix, 1));
        Assert.Equal(2, RankFactors.Of(matrix, 2)!.Count);
    }

    [Fact]
    public void A_common_denominator_is_not_worked_out_beyond_its_limit()
    {
        int looked = 0;
        IEnumerable<Rational> values = Enumerable
            .Range(1, 1000)
            .Select(index =>
            {
                looked++;
                return new Rational(BigInteger.One, BigInteger.Pow(10, 6) + index);
            });
        Assert.Null(CommonDenominator.Of(values, BigInteger.One << 64));
        Assert.InRange(looked, 3, 10);
        Assert.Equal(12, CommonDenominator.Of([new Rational(1, 4), new Rational(5, 6), 7], 12));
        Assert.Null(CommonDenominator.Of([new Rational(1, 4), new Rational(5, 6)], 11));
    }

    private static Rational[,] OfRank(Random random, int terms, int rows, int columns)
    {
        Rational Draw() => new(random.Next(1, 1000), random.Next(1, 1000));
        Rational[,] sum = new Rational[rows, columns];
        for (int term = 0; term < terms; term++)
        {
            Rational[,] product = Outer(
                [.. Enumerable.Range(0, rows).Select(_ => Draw())],
                [.. Enumerable.Range(0, columns).Select(_ => Draw())]
            );
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    sum[i, j] += product[i, j];
                }
            }
        }

        return sum;
    }

    private static Rational[,] Outer(Rational[] column, Rational[] row)
    {
        Rational[,] product = new Rational[column.Length, row.Length];
        for (int i = 0; i < column.Length; i++)
        {
            for (int j = 0; j < row.Length; j++)
            {
                product[i, j] = column[i] * row[j];
            }
        }

        return product;
    }
}
