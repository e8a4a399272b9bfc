using System.Numerics;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints what the passes call: fused multiply-add, widening loads, and the rounding, saturating stores.</summary>
internal static class ArithmeticEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        if (plan.Fuses)
        {
            EmitMultiplyAdd(writer, plan.Accumulator, plan.ScalarReason is null);
        }

        if (plan.ScalarReason is null)
        {
            if (plan.HasPairs)
            {
                Interleaving.EmitHelpers(writer, plan);
            }
            else if (plan.PacksWords || plan.PacksBytes)
            {
                Packing.EmitHelpers(writer, plan);
            }

            if (plan is { Accumulator: ElementType.UInt16, Division: { NeedsDoubleWidth: true } } or { Division.Packed: not null })
            {
                EmitMultiplyHigh(writer);
            }

            if (MultipliesWide(plan))
            {
                EmitMultiplyWide(writer, isUnsigned: false);
            }

            if (Finishing.DividesWide(plan) || LongDivision.IsByHalves(plan) || LongProducts.IsNeeded(plan))
            {
                EmitMultiplyWide(writer, isUnsigned: true);
            }

            if (plan.Division?.Reciprocal is not null)
            {
                EmitTruncate(writer);
            }

            foreach (VectorWidth width in VectorWidth.All)
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

    private static bool MultipliesWide(KernelPlan plan) => plan.HasWideProducts
        && (plan.Unrolling != Unrolling.Everywhere
            || plan.Taps.Select(tap => Products.KindOf(plan, tap)).Concat(plan.RowSums.SelectMany(sum => RowSumProducts.TapKinds(plan, sum))).Contains(ProductKind.Product));

    /// <summary>Whether scalar sums are results as they are.</summary>
    public static bool IsPlain(KernelParts parts) => parts.Plan.Division is null && parts.Model.Form.Destination.Element == parts.ScalarSum;

    /// <summary>Prints the fused multiply-add for scalars and vectors of 128 bits, which have more than one instruction set.</summary>
    public static void EmitMultiplyAdd(SourceWriter writer, ElementType type, bool withVectors)
    {
        string keyword = type.Keyword();
        string math = type == ElementType.Single ? "MathF" : "Math";
        writer.Line("/// <summary><c>a * b + c</c>, rounded once where the processor can, so that every path of the method gives the same bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {keyword} MultiplyAdd({keyword} a, {keyword} b, {keyword} c) =>");
        writer.Line($"    Fma.IsSupported || AdvSimd.IsSupported ? {math}.FusedMultiplyAdd(a, b, c) : c + (a * b);");
        writer.Line();
        if (!withVectors)
        {
            return;
        }

        string vector = $"Vector128<{keyword}>";
        string arm = type == ElementType.Single ? "AdvSimd" : "AdvSimd.Arm64";
        writer.Line("/// <summary><c>a * b + c</c> for vectors of 128 bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {vector} MultiplyAdd({vector} a, {vector} b, {vector} c) =>");
        writer.Line("    Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) :");
        writer.Line($"    {arm}.IsSupported ? {arm}.FusedMultiplyAdd(c, a, b) :");
        writer.Line("    c + (a * b);");
        writer.Line();
    }

    private static void EmitMultiplyHigh(SourceWriter writer)
    {
        writer.Line("/// <summary>The high halves of products of 32 bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line("private static Vector128<ushort> MultiplyHigh(Vector128<ushort> a, Vector128<ushort> b) =>");
        using (writer.Indent())
        {
            writer.Line("Sse2.IsSupported ? Sse2.MultiplyHigh(a, b) :");
            writer.Line("Vector128.Narrow(");
            writer.Line("    Vector128.ShiftRightLogical(Vector128.WidenLower(a) * Vector128.WidenLower(b), 16),");
            writer.Line("    Vector128.ShiftRightLogical(Vector128.WidenUpper(a) * Vector128.WidenUpper(b), 16));");
        }

        writer.Line();
    }

    private static void EmitTruncate(SourceWriter writer)
    {
        writer.Line("/// <summary>Numbers as integers, towards zero.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line("private static Vector128<int> Truncate(Vector128<float> numbers) =>");
        writer.Line("    Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(numbers) : Vector128.ConvertToInt32(numbers);");
        writer.Line();
    }

    private static void EmitMultiplyWide(SourceWriter writer, bool isUnsigned)
    {
        (string type, string half, string set) = isUnsigned ? ("ulong", "uint", "Sse2") : ("long", "int", "Sse41");
        writer.Line(isUnsigned
            ? "/// <summary>The products of the low halves of 64-bit numbers and every other number of 32 bits.</summary>"
            : "/// <summary>The products of numbers that fit into 32 bits and a number that is in every lane.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static Vector128<{type}> MultiplyWide(Vector128<{type}> a, Vector128<{half}> b) =>");
        using (writer.Indent())
        {
            writer.Line($"{set}.IsSupported ? {set}.Multiply(a.{(isUnsigned ? "AsUInt32()" : "AsInt32()")}, b) :");
            string low = isUnsigned ? "AdvSimd.ExtractNarrowingLower(b.AsUInt64())" : "b.GetLower()";
            writer.Line($"AdvSimd.IsSupported ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a), {low}) :");
            writer.Line(isUnsigned ? "(a & Vector128.Create(0xFFFFFFFFUL)) * (b.AsUInt64() & Vector128.Create(0xFFFFFFFFUL));" : "a * Vector128.WidenLower(b);");
        }

        writer.Line();
    }

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
                writer.Line(StoreEmitter.NeedsClamp(parts.Plan)
                    ? $"return ({parts.Destination})Math.Clamp(sum, {Bound(parts, destination.Minimum())}, {Bound(parts, destination.Maximum())});"
                    : $"return ({parts.Destination})sum;");
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
