namespace ConvGen.Generator.Planning;

/// <summary>
/// Chooses where vector code finds its coefficients. A few stay in registers for the whole row. Many would push the sums out of the registers: constants written in
/// the loop are hoisted out of it by the JIT compiler and then spilled, so they are read from a table by reference, which it does not hoist.
/// </summary>
internal static class PlaceCoefficients
{
    /// <summary>Taps up to which coefficients are kept in local variables.</summary>
    private const int RegisterTaps = 9;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if ((plan.ScalarReason is not null && plan.Unrolling == Unrolling.Everywhere) || plan.Slides != Sliding.None)
        {
            return plan;
        }

        bool registers = !plan.SumsInTurn && (plan.HasPairs ? plan.Pairs.Count : plan.Products.Count()) <= RegisterTaps;
        return registers
            ? (plan with { Coefficients = CoefficientSource.Locals }).Because("coefficients stay in registers")
            : (plan with { Coefficients = CoefficientSource.Table }).Because("coefficients are read from a table in the loop, which leaves the registers to the sums");
    }
}
