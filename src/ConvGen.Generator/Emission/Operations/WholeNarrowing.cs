using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>The instructions of AVX-512 that narrow a whole vector of integers at once, and saturate on the way if they shall.</summary>
internal static class WholeNarrowing
{
    /// <summary>Whether integers of one type become those of another by one instruction.</summary>
    public static bool IsHad(ElementType from, ElementType to, int bits) =>
        bits == 512 && from is ElementType.Int32 or ElementType.Int64 && to.IsInteger() && to.Size() < from.Size();

    /// <summary>Whether stores of a plan saturate by it.</summary>
    public static bool Saturates(KernelPlan plan, VectorWidth width) =>
        plan.Store == StoreKind.Narrowed
        && StoreEmitter.NeedsClamp(plan)
        && IsHad(plan.Accumulator, plan.Model.Form.Destination.Element, width.Bits);

    /// <summary>Prints what is left of a saturation: the unsigned forms take what is below zero for something large.</summary>
    public static void EmitLowerLimit(SourceWriter writer, KernelPlan plan, VectorWidth width, string sum)
    {
        if (IsUnsigned(plan.Model.Form.Destination.Element))
        {
            writer.Line($"{sum} = {width.Operations}.Max({sum}, {width.Type(plan.Accumulator)}.Zero);");
        }
    }

    /// <summary>The narrowed vector, and its bits. What saturates to an unsigned type reads one.</summary>
    public static (string Text, int Bits) Of(string value, ElementType from, ElementType to, bool saturates)
    {
        int bits = Math.Max(512 / from.Size() * to.Size(), 128);
        string reinterpreted =
            !saturates || !IsUnsigned(to) ? value
            : from == ElementType.Int64 ? value + ".AsUInt64()"
            : value + ".AsUInt32()";
        string suffix = saturates ? "WithSaturation" : "";
        return ($"Avx512F.ConvertToVector{Literals.Of(bits)}{to}{suffix}({reinterpreted})", bits);
    }

    private static bool IsUnsigned(ElementType type) => type is ElementType.Byte or ElementType.UInt16;
}
