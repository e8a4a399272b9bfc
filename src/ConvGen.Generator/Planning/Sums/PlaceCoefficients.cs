using System.Numerics;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Sums;

/// <summary>
/// Chooses where vector code finds its coefficients. A few stay in registers for the whole row. Many would push the sums out of the
/// registers: constants written in
/// the loop are hoisted out of it by the JIT compiler and then spilled, so they are read from a table by reference, which it does not
/// hoist.
/// </summary>
internal static class PlaceCoefficients
{
    /// <summary>Taps up to which coefficients are kept in local variables.</summary>
    private const int RegisterTaps = 9;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if ((plan.ScalarReason is not null && plan.Unrolling == Unrolling.Everywhere) || plan.Sum is SlidingSum)
        {
            return plan;
        }

        int coefficients = plan.Sum is PairedSum sum ? sum.Pairs.Count : plan.Products.Count();
        bool registers = plan.Sum is not PairedSum { ShortSums: ShortSums.InTurn } && coefficients <= RegisterTaps;
        return registers
            ? KeepLocals(plan with { Coefficients = CoefficientSource.Locals })
            : (plan with { Coefficients = CoefficientSource.Table }).Because(
                "coefficients are read from a table in the loop, which leaves the registers to the sums"
            );
    }

    /// <summary>Sums that only add, subtract and shift have no coefficients, so that nothing is to be said of them.</summary>
    private static KernelPlan KeepLocals(KernelPlan plan) => HasCoefficients(plan) ? plan.Because("coefficients stay in registers") : plan;

    private static bool HasCoefficients(KernelPlan plan) =>
        plan.Sum is PairedSum
        || plan.Model.Kernel.Weights is null
        || plan.Products.Any(tap => IsMultiplier(plan, plan.Whole(tap.Weight)))
        || plan.Sum.RowSums.Any(sum =>
            sum.Taps.Any(tap => IsMultiplier(plan, tap.Weight)) || sum.VectorUses.Any(use => IsMultiplier(plan, use.Factor))
        );

    private static bool IsMultiplier(KernelPlan plan, Rational weight)
    {
        BigInteger size = BigInteger.Abs(weight.Numerator);
        return plan.Accumulator.IsFloating() ? !weight.Equals(new Rational(weight.Numerator.Sign, BigInteger.One)) : !size.IsPowerOfTwo;
    }
}
