using System.Numerics;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints how integer sums in vectors become results: biased, divided, limited to the destination's range.</summary>
internal static class Finishing
{
    /// <summary>Every result that sums in a range can have, before it is saturated.</summary>
    public static SumRange Results(SumRange sums, BigInteger denominator) =>
        new(Rounded(sums.Minimum, denominator), Rounded(sums.Maximum, denominator));

    public static void Emit(SourceWriter writer, KernelPlan plan, VectorWidth width, string sum)
    {
        if (plan.Accumulator == ElementType.UInt16)
        {
            EmitUnsigned(writer, plan, width, sum);
            return;
        }

        EmitDivision(writer, plan, width, sum);
        if (WholeNarrowing.Saturates(plan, width))
        {
            WholeNarrowing.EmitLowerLimit(writer, plan, width, sum);
        }
        else if (StoreEmitter.NeedsClamp(plan) && !Packing.Saturates(plan))
        {
            ElementType destination = plan.Model.Form.Destination.Element;
            string low = width.Broadcast(Literals.Integer(destination.Minimum(), plan.Accumulator));
            string high = width.Broadcast(
                Literals.Integer(BigInteger.Min(destination.Maximum(), plan.Accumulator.Maximum()), plan.Accumulator)
            );
            writer.Line($"{sum} = {width.Operations}.Min({width.Operations}.Max({sum}, {low}), {high});");
        }
    }

    private static BigInteger Rounded(BigInteger sum, BigInteger denominator) =>
        IntegerMath.FloorDivide(sum + (denominator / 2), denominator);

    private static void EmitDivision(SourceWriter writer, KernelPlan plan, VectorWidth width, string sum)
    {
        Division division = plan.Division ?? Division.None;
        if (division.Packed is { } packed)
        {
            EmitShift(writer, plan, width, sum, packed);
            return;
        }

        if (LongDivision.IsNeeded(plan))
        {
            writer.Line($"{sum} = Divide({sum});");
            return;
        }

        string shiftRight = width.Operations + (IsAboveZero(plan, division) ? ".ShiftRightLogical" : ".ShiftRightArithmetic");
        string shift = Literals.Of(division.Shift);
        BigInteger bias = plan.Accumulator.Wrap(division.Bias + plan.Sum.TakenBySampleBias);
        if (!bias.IsZero)
        {
            writer.Line($"{sum} += {width.Broadcast(Literals.Integer(bias, plan.Accumulator))};");
        }

        if (division.Multiplier.IsOne)
        {
            if (division.Shift > 0)
            {
                writer.Line($"{sum} = {shiftRight}({sum}, {shift});");
            }
        }
        else if (division.Reciprocal is { } reciprocal)
        {
            writer.Line(
                $"{sum} = {width.Truncate($"{width.Operations}.ConvertToSingle({sum}) * {width.Broadcast(Literals.Of(reciprocal, ElementType.Single))}")};"
            );
        }
        else if (!division.NeedsDoubleWidth)
        {
            writer.Line(
                $"{sum} = {shiftRight}({sum} * {width.Broadcast(Literals.Integer(division.Multiplier, plan.Accumulator))}, {shift});"
            );
        }
        else
        {
            writer.Line($"{sum} = Divide({sum});");
        }

        if (!division.Offset.IsZero)
        {
            writer.Line($"{sum} -= {width.Broadcast(Literals.Integer(division.Offset, plan.Accumulator))};");
        }
    }

    /// <summary>Prints what of the division comes ahead of packing.</summary>
    private static void EmitShift(SourceWriter writer, KernelPlan plan, VectorWidth width, string sum, PackedDivision packed)
    {
        writer.Line(
            $"{sum} += {width.Broadcast(Literals.Integer(plan.Accumulator.Wrap(packed.Bias + plan.Sum.TakenBySampleBias), plan.Accumulator))};"
        );
        if (packed.Before > 0)
        {
            writer.Line($"{sum} = {width.Operations}.ShiftRightArithmetic({sum}, {Literals.Of(packed.Before)});");
        }
    }

    /// <summary>Sums packed to 16 bits, divided.</summary>
    public static string Quotient(VectorWidth width, PackedDivision packed, string sums)
    {
        string quotient = width.MultiplyHigh(sums, width.Broadcast(Literals.Integer(packed.Multiplier, ElementType.UInt16)));
        if (packed.After > 0)
        {
            quotient = $"{width.Operations}.ShiftRightLogical({quotient}, {Literals.Of(packed.After)})";
        }

        return packed.Offset == 0 ? quotient : $"{quotient} - {width.Broadcast(Literals.Integer(packed.Offset, ElementType.UInt16))}";
    }

    /// <summary>Whether sums of 64 bits need no arithmetic shift, which few processors have for them.</summary>
    private static bool IsAboveZero(KernelPlan plan, Division division) =>
        plan is { Accumulator: ElementType.Int64, Range: { } range } && (range.Minimum + division.Bias).Sign >= 0;

    /// <summary>Whether vectors of 32-bit sums are divided through products of 64 bits.</summary>
    public static bool DividesWide(KernelPlan plan) =>
        plan is { Division: { NeedsDoubleWidth: true, Packed: null, Reciprocal: null }, Accumulator: ElementType.Int32 };

    /// <summary>
    /// Prints the division whose products need 64 bits: those of the even lanes in place, those of the odd lanes shifted down and back.
    /// </summary>
    public static void EmitWideDivision(SourceWriter writer, KernelPlan plan, VectorWidth width)
    {
        if (!DividesWide(plan) || plan.Division is not { } division)
        {
            return;
        }

        string operations = width.Operations;
        string shift = Literals.Of(division.Shift);
        string wide = operations + "<ulong>";
        writer.Line(
            $"/// <summary>Non-negative numbers multiplied by {Literals.Of(division.Multiplier)} and shifted to the right by "
                + $"{shift}, through products of 64 bits.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {width.Type(ElementType.Int32)} Divide({width.Type(ElementType.Int32)} sum)"))
        {
            writer.Line($"{operations}<uint> multiplier = {width.Broadcast(Literals.Of(division.Multiplier) + "U")};");
            writer.Line(
                $"{wide} even = {operations}.ShiftRightLogical({width.MultiplyUnsigned("sum.AsUInt64()", "multiplier")}, {shift});"
            );
            writer.Line(
                $"{wide} odd = {operations}.ShiftRightLogical({width.MultiplyUnsigned($"{operations}.ShiftRightLogical(sum.AsUInt64(), 32)", "multiplier")}, {shift});"
            );
            writer.Line($"return (even | {operations}.ShiftLeft(odd, 32)).AsInt32();");
        }

        writer.Line();
    }

    /// <summary>
    /// Sums modulo 65,536: above zero with their bias, so that their order is that of unsigned numbers until the offset is taken away
    /// again.
    /// </summary>
    private static void EmitUnsigned(SourceWriter writer, KernelPlan plan, VectorWidth width, string sum)
    {
        const int HighHalf = 16;
        Division division = plan.Division ?? Division.None;
        string Constant(BigInteger value) => width.Broadcast(Literals.Integer(value, ElementType.UInt16));
        if (!division.Bias.IsZero)
        {
            writer.Line($"{sum} += {Constant(division.Bias)};");
        }

        int shift = division.Shift;
        if (!division.Multiplier.IsOne)
        {
            writer.Line($"{sum} = {width.MultiplyHigh(sum, Constant(division.Multiplier))};");
            shift -= HighHalf;
        }

        if (shift > 0)
        {
            writer.Line($"{sum} = {width.Operations}.ShiftRightLogical({sum}, {Literals.Of(shift)});");
        }

        SumRange results = Results(plan.Range!.Value, plan.Denominator);
        ElementType destination = plan.Model.Form.Destination.Element;
        if (!Packing.Saturates(plan) && results.Minimum < destination.Minimum())
        {
            writer.Line($"{sum} = {width.Operations}.Max({sum}, {Constant(destination.Minimum() + division.Offset)});");
        }

        if (!Packing.Saturates(plan) && results.Maximum > destination.Maximum())
        {
            writer.Line($"{sum} = {width.Operations}.Min({sum}, {Constant(destination.Maximum() + division.Offset)});");
        }

        if (!division.Offset.IsZero)
        {
            writer.Line($"{sum} -= {Constant(division.Offset)};");
        }
    }
}
