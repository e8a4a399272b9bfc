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

    /// <summary>An integer sum divided as planned, before it is saturated.</summary>
    public static BigInteger Quotient(Division division, BigInteger sum) =>
        (((sum + division.Bias) * division.Multiplier) >> division.Shift) - division.Offset;
}
