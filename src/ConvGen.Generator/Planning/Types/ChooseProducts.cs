using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Types;

/// <summary>
/// Finds out whether samples and weights fit into 32 bits where their products take 64: processors have an instruction for such products
/// (<c>vpmuldq</c>), and few have one for
/// 64-bit factors.
/// </summary>
internal static class ChooseProducts
{
    public static KernelPlan Apply(KernelPlan plan) =>
        plan.Accumulator == ElementType.Int64
        && SumBounds.Samples(plan).IsWithin(ElementType.Int32)
        && Multiplies(plan)
        && HasSmallWeights(plan)
            ? plan with
            {
                HasWideProducts = true,
            }
            : plan;

    /// <summary>Whether some weight is no power of two, which a shift multiplies by.</summary>
    private static bool Multiplies(KernelPlan plan) =>
        plan.Model.Form.Kernel is not null || plan.Taps.Any(tap => !BigInteger.Abs(plan.Whole(tap.Weight).Numerator).IsPowerOfTwo);

    private static bool HasSmallWeights(KernelPlan plan) =>
        plan.Model.Form.Kernel is { } kernel
            ? ElementType.Int32.Contains(kernel.Element)
            : plan.Taps.All(tap => BigInteger.Abs(plan.Whole(tap.Weight).Numerator) <= ElementType.Int32.Maximum());
}
