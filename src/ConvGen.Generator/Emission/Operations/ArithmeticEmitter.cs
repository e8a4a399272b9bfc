using System.Numerics;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints what the passes call: fused multiply-add, widening loads, and the rounding, saturating stores.</summary>
internal static class ArithmeticEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        if (plan.Fuses)
        {
            Multiplying.UseMultiplyAdd(writer, plan.Accumulator, plan.ScalarReason is null);
        }

        if (plan.ScalarReason is null)
        {
            if (plan.Sum is PairedSum pairs)
            {
                Interleaving.UseHelpers(writer, plan, pairs);
            }
            else if (plan.PacksWords || plan.PacksBytes)
            {
                Packing.UseHelpers(writer, plan);
            }

            if (plan is { Accumulator: ElementType.UInt16, Division: { NeedsDoubleWidth: true } } or { Division.Packed: not null })
            {
                writer.Use(HelperKind.MultiplyHigh);
            }

            if (MultipliesWide(plan))
            {
                writer.Use(HelperKind.MultiplyWide);
            }

            if (Finishing.DividesWide(plan) || LongDivision.IsByHalves(plan) || LongProducts.IsNeeded(plan))
            {
                writer.Use(HelperKind.MultiplyWideUnsigned);
            }

            if (plan.Division?.Reciprocal is not null)
            {
                writer.Use(HelperKind.Truncate);
            }

            foreach (VectorWidth width in writer.Widths)
            {
                LoadEmitter.Emit(writer, parts, width);
                LongProducts.Emit(writer, plan, width);
                Finishing.EmitWideDivision(writer, plan, width);
                LongDivision.Emit(writer, plan, width);
                StoreEmitter.Emit(writer, parts, width);
            }
        }

        if (!IsPlain(parts))
        {
            EmitFinish(writer, parts);
        }
    }

    private static bool MultipliesWide(KernelPlan plan) =>
        plan.HasWideProducts
        && (
            plan.Unrolling != Unrolling.Everywhere
            || plan.Taps.Select(tap => Products.KindOf(plan, tap))
                .Concat(plan.Sum.RowSums.SelectMany(sum => RowSumProducts.TapKinds(plan, sum)))
                .Contains(ProductKind.Product)
        );

    /// <summary>Whether scalar sums are results as they are.</summary>
    public static bool IsPlain(KernelParts parts) => parts.Plan.Division is null && parts.Model.Form.Destination.Element == parts.ScalarSum;

    private static void EmitFinish(SourceWriter writer, KernelParts parts)
    {
        writer.Line($"/// <summary>{StoreEmitter.Summary(parts)}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {parts.Destination} Finish({parts.ScalarSum.Keyword()} sum)"))
        {
            ElementType destination = parts.Model.Form.Destination.Element;
            if (destination.IsFloating())
            {
                writer.Line($"return ({parts.Destination})sum;");
            }
            else if (parts.Plan.Accumulator.IsFloating())
            {
                EmitRounding(writer, parts.Plan.Accumulator, destination, "return");
            }
            else
            {
                EmitDivision(writer, parts);
                writer.Line(
                    StoreEmitter.NeedsClamp(parts.Plan)
                        ? $"return ({parts.Destination})Math.Clamp(sum, {Bound(parts, destination.Minimum())}, "
                            + $"{Bound(parts, destination.Maximum())});"
                        : $"return ({parts.Destination})sum;"
                );
            }
        }

        writer.Line();
    }

    private static string Bound(KernelParts parts, BigInteger value) => Literals.Integer(value, parts.ScalarSum);

    /// <summary>Prints <c>floor(sum + 1/2)</c>, saturated, 0 for a NaN, behind what takes the value.</summary>
    public static void EmitRounding(SourceWriter writer, ElementType accumulator, ElementType destination, string target)
    {
        string math = accumulator == ElementType.Single ? "MathF" : "Math";
        string suffix = accumulator == ElementType.Single ? "f" : "d";
        string type = accumulator.Keyword();
        writer.Line($"{type} below = {math}.Floor(sum);");
        writer.Line($"{type} rounded = sum - below >= 0.5{suffix} ? below + 1{suffix} : below;");
        string keyword = destination.Keyword();

        // The largest long is no double; the comparison with the next power of two is exact.
        string top = destination == ElementType.Int64 ? "9223372036854775808d" : Literals.Of(destination.Maximum()) + suffix;
        string bottom = destination == ElementType.Int64 ? "-9223372036854775808d" : Literals.Of(destination.Minimum()) + suffix;
        writer.Line($"{target} rounded >= {top} ? {keyword}.MaxValue");
        writer.Line($"    : rounded <= {bottom} ? {keyword}.MinValue");
        writer.Line($"    : {type}.IsNaN(rounded) ? ({keyword})0 : ({keyword})rounded;");
    }

    private static void EmitDivision(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Division is not { } division)
        {
            return;
        }

        if (division.ByRemainder)
        {
            LongDivision.EmitByRemainder(writer, parts.Plan.Denominator, "sum", "sum =");
            return;
        }

        ElementType type = parts.ScalarSum;
        string biased = division.Bias.IsZero ? "sum" : $"sum + {Literals.Integer(division.Bias, type)}";
        if (parts.Plan.Accumulator == ElementType.UInt16)
        {
            // Modulo 65,536 like the vectors, which matters where weights come from a table.
            biased = $"(ushort)({biased})";
        }

        string shift = Literals.Of(division.Shift);
        string offset = division.Offset.IsZero ? "" : " - " + Literals.Integer(division.Offset, type);
        string multiplier = Literals.Of(division.Multiplier);
        string quotient = (division.Multiplier.IsOne, division.NeedsDoubleWidth, type) switch
        {
            (true, _, _) => $"({biased}) >> {shift}",
            (_, false, _) => $"(({biased}) * {Literals.Integer(division.Multiplier, type)}) >> {shift}",
            (_, true, ElementType.Int32) => $"(int)(unchecked((ulong)(uint)({biased})) * {multiplier}UL >> {shift})",
            _ => LongDivision.Scalar(division, biased),
        };
        writer.Line(offset.Length == 0 ? $"sum = {quotient};" : $"sum = ({quotient}){offset};");
    }
}
