using System.Numerics;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Grammar;

/// <summary>A filter of one kernel.</summary>
internal sealed record FilterSentence(Declared Declared, IReadOnlyList<Circumstances> Runs) : Sentence(Runs)
{
    public override string ToSource(string name) => Declared.ToSource(name);

    public override (string Path, string Text)? File(string name) => Declared.File(name);

    public override string? Check(CompiledBatch batch, string name)
    {
        Trial trial = Trial.Create(Declared, batch, name);
        return Runs.Select(run => trial.Run(run) is { } objection ? $"{run}: {objection}" : null)
            .FirstOrDefault(objection => objection is not null);
    }

    /// <summary>Sums are refused where 64 bits do not hold them, and never otherwise.</summary>
    public override bool MayBeRefused(string rule) => rule == "CONV013" && Arithmetic.IsExact(Declared) && !IsHeld(Declared);

    public override string ToExpression() => Expression.Of(Declared);

    protected override IEnumerable<Sentence> Simpler() => Simplification.Of(Declared).Select(simpler => this with { Declared = simpler });

    /// <summary>Whether 64 bits hold the sum of a filter of integers, whatever its samples.</summary>
    private static bool IsHeld(Declared declared)
    {
        (BigInteger low, BigInteger high) = declared.Source.Range();
        BigInteger smallest = 0,
            largest = 0;
        if (declared.Kernel is { } kernel)
        {
            (BigInteger lowest, BigInteger highest) = kernel.Range();
            BigInteger[] products = [low * lowest, low * highest, high * lowest, high * highest];
            (smallest, largest) = (products.Min() * declared.Taps, products.Max() * declared.Taps);
        }
        else
        {
            Fraction[] weights = declared.ExactWeights();
            BigInteger denominator = weights.Aggregate(
                BigInteger.One,
                (all, w) => all * w.Denominator / BigInteger.GreatestCommonDivisor(all, w.Denominator)
            );
            foreach (Fraction weight in weights)
            {
                BigInteger whole = weight.Numerator * (denominator / weight.Denominator);
                smallest += whole.Sign < 0 ? whole * high : whole * low;
                largest += whole.Sign < 0 ? whole * low : whole * high;
            }
        }

        return smallest >= long.MinValue && largest <= long.MaxValue;
    }
}
