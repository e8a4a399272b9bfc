using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints <c>Multiply</c> for vectors of 64-bit numbers of which one factor needs more than 32 bits.</summary>
internal static class LongProducts
{
    /// <summary>Whether there are such products.</summary>
    public static bool IsNeeded(KernelPlan plan) =>
        plan.Accumulator == ElementType.Int64
        && (
            (
                !plan.HasWideProducts
                && (plan.Unrolling != Unrolling.Everywhere || plan.Taps.Any(tap => Products.KindOf(plan, tap) == ProductKind.Product))
            )
            || plan.Sum.RowSums.Any(sum =>
                RowSumProducts
                    .UseKinds(plan, sum)
                    .Concat(plan.HasWideProducts ? [] : RowSumProducts.TapKinds(plan, sum))
                    .Contains(ProductKind.Product)
            )
        );

    /// <summary>Prints the product modulo 2^64 from those of halves, of which that of the upper ones is not part.</summary>
    public static void Emit(SourceWriter writer, KernelPlan plan, VectorWidth width)
    {
        if (!IsNeeded(plan))
        {
            return;
        }

        string operations = width.Operations,
            type = width.Type(ElementType.Int64);
        string Upper(string vector) => $"{operations}.ShiftRightLogical({vector}, 32)";
        writer.Line("/// <summary>Products modulo 2^64, without an instruction for them, which few processors have.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        if (width.Bits > 256)
        {
            // Every processor with vectors of 512 bits that is asked for has the instruction.
            writer.Line($"private static {type} Multiply({type} a, {type} b) => a * b;");
        }
        else
        {
            using (writer.Block($"private static {type} Multiply({type} a, {type} b)"))
            {
                // Narrower vectors have the instruction on those processors too. Asking for it also keeps the products of halves away from
                // the encoding in which the JIT compiler
                // misreads weights that are broadcast from memory: see EmbeddedBroadcast.md.
                using (writer.Block("if (Avx512DQ.VL.IsSupported)"))
                {
                    writer.Line("return a * b;");
                }

                writer.Line();
                string cross = width.MultiplyUnsigned(Upper("a.AsUInt64()"), "b.AsUInt32()");
                if (!HasUnsignedFactors(plan))
                {
                    cross += " + " + width.MultiplyUnsigned("a.AsUInt64()", Upper("b.AsUInt64()") + ".AsUInt32()");
                }

                writer.Line($"{operations}<ulong> middle = {cross};");
                writer.Line(
                    $"return ({width.MultiplyUnsigned("a.AsUInt64()", "b.AsUInt32()")} + {operations}.ShiftLeft(middle, 32)).AsInt64();"
                );
            }
        }

        writer.Line();
    }

    /// <summary>
    /// Whether the second factors are non-negative numbers of 32 bits. Constants are, whose signs the sum applies; those of a table carry
    /// their signs.
    /// </summary>
    private static bool HasUnsignedFactors(KernelPlan plan) =>
        plan.Model.Kernel.Weights is not null
        && plan.Taps.Select(tap => WeightEmitter.Scaled(plan, tap))
            .All(factor =>
                BigInteger.Abs(factor) <= uint.MaxValue
                && (factor.Sign >= 0 || (plan.Coefficients == CoefficientSource.Locals && plan.Unrolling == Unrolling.Everywhere))
            )
        && plan.Sum.RowSums.SelectMany(sum => sum.VectorUses.Select(use => use.Factor).Concat(sum.Taps.Select(tap => tap.Weight)))
            .All(factor => BigInteger.Abs(factor.Numerator) <= uint.MaxValue);
}
