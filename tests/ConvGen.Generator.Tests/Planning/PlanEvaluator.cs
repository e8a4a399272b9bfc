using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Tests.Planning;

/// <summary>Computes what a plan says, exactly, for the samples under one window.</summary>
internal static class PlanEvaluator
{
    /// <summary>The sum of weights times samples.</summary>
    public static Rational Sum(KernelPlan plan, Func<int, int, Rational> sample) =>
        plan.Taps.Aggregate(Rational.Zero, (sum, tap) => sum + (tap.Weight * sample(tap.Row, tap.Column)));

    /// <summary>The integer result before it is saturated: the division as planned, done step by step.</summary>
    public static BigInteger Quotient(KernelPlan plan, Func<int, int, Rational> sample)
    {
        BigInteger sum = (Sum(plan, sample) * new Rational(plan.Denominator, 1)).Numerator;
        return plan.Division is { } division
            ? (((sum + division.Bias) * division.Multiplier) >> division.Shift) - division.Offset
            : sum;
    }
}
