using System.Numerics;
using ConvGen.Analyzers.Algebra;

namespace ConvGen.Analyzers.Tests.Algebra;

/// <summary>Calculating with polynomials is calculating with their values.</summary>
public sealed class PolynomialTests
{
    private const int Trials = 2000;

    private static readonly string[] Unknowns = ["a", "b", "c"];

    [Fact]
    public void Values_of_sums_and_products_are_sums_and_products_of_values()
    {
        Random random = new(1);
        for (int trial = 0; trial < Trials; trial++)
        {
            Polynomial<string> p = Draw(random),
                q = Draw(random);
            Dictionary<string, BigInteger> at = Unknowns.ToDictionary(name => name, _ => new BigInteger(random.Next(-9, 10)));
            Assert.Equal(Value(p, at) + Value(q, at), Value(p + q, at));
            Assert.Equal(Value(p, at) - Value(q, at), Value(p - q, at));
            Assert.Equal(Value(p, at) * Value(q, at), Value(p * q, at));
            Assert.Equal(-7 * Value(p, at), Value(p.Scale(-7), at));
        }
    }

    [Fact]
    public void Equality_does_not_ask_for_the_order_of_terms_or_unknowns()
    {
        Random random = new(2);
        int reordered = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            Polynomial<string> p = Draw(random),
                q = Draw(random);
            Assert.Equal(p + q, q + p);
            Assert.Equal(p * q, q * p);
            Assert.Equal((p * q).GetHashCode(), (q * p).GetHashCode());
            Assert.True((p - p).IsZero);
            Assert.NotEqual(p, p + 1);
            reordered += (p * q).Terms.SequenceEqual((q * p).Terms) ? 0 : 1;
        }

        Assert.True(reordered > Trials / 40, $"only {reordered} products came in another order");
    }

    [Fact]
    public void An_unknown_is_split_off_and_replaced_where_the_polynomial_is_linear_in_it()
    {
        Random random = new(3);
        int linear = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            Polynomial<string> p = Draw(random),
                value = Draw(random);
            bool isLinear = p.Terms.All(term => term.Atoms.Count(atom => atom == "a") < 2);
            Assert.Equal(isLinear, p.Split("a") is not null);
            if (p.Split("a") is not var (coefficient, remainder))
            {
                Assert.Null(p.Replace("a", value));
                continue;
            }

            linear++;
            Assert.False(coefficient.Contains("a") || remainder.Contains("a"));
            Assert.Equal(p, (coefficient * Polynomial<string>.Of("a")) + remainder);
            Assert.Equal((coefficient * value) + remainder, p.Replace("a", value));
        }

        Assert.InRange(linear, Trials / 4, Trials - (Trials / 50));
    }

    [Fact]
    public void A_ratio_times_the_divisor_is_the_dividend()
    {
        Random random = new(4);
        int found = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            Polynomial<string> divisor = Draw(random, terms: 1),
                factor = Draw(random, terms: 1);
            if ((divisor * factor).RatioTo(divisor) is not { } ratio)
            {
                Assert.True(divisor.IsZero || factor.IsZero);
                continue;
            }

            found++;
            Assert.Equal(factor.Terms[0], ratio);
        }

        Assert.True(found > Trials / 2, $"only {found} ratios");
        Polynomial<string> sum = Polynomial<string>.Of("a") + 2;
        Assert.Equal(1, sum.RatioTo(sum)?.Unit);
        Assert.Equal(-1, (-sum).RatioTo(sum)?.Unit);
        Assert.Null(sum.RatioTo(sum + 1));
    }

    private static BigInteger Value(Polynomial<string> polynomial, Dictionary<string, BigInteger> at) =>
        polynomial.Terms.Aggregate(
            BigInteger.Zero,
            (sum, term) => sum + term.Atoms.Aggregate(term.Factor, (product, atom) => product * at[atom])
        );

    private static Polynomial<string> Draw(Random random, int terms = 3)
    {
        Polynomial<string> drawn = Polynomial<string>.Zero;
        for (int term = random.Next(terms) + (terms == 1 ? 1 : 0); term > 0; term--)
        {
            Polynomial<string> product = random.Next(-4, 5);
            for (int atom = random.Next(3); atom > 0; atom--)
            {
                product *= Polynomial<string>.Of(Unknowns[random.Next(Unknowns.Length)]);
            }

            drawn += product;
        }

        return drawn;
    }
}
