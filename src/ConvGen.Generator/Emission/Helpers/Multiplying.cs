using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Prints products for which processors have instructions of their own: fused with a sum, wide, high, of pairs; and the conversion that
/// divisions by a reciprocal need.
/// </summary>
internal static class Multiplying
{
    /// <summary>
    /// Requests the fused multiply-add of scalars, and that of vectors of 128 bits, which has more than one instruction set.
    /// </summary>
    public static void UseMultiplyAdd(SourceWriter writer, ElementType type, bool withVectors)
    {
        writer.Use(new HelperKey(HelperKind.MultiplyAdd, type));
        if (withVectors)
        {
            writer.Use(new HelperKey(HelperKind.MultiplyAddVectors, type));
        }
    }

    public static void Emit(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.MultiplyAdd:
                EmitMultiplyAdd(writer, key.Type);
                break;
            case HelperKind.MultiplyAddVectors:
                EmitFused(writer, key.Type, "MultiplyAdd", "a * b + c", "MultiplyAdd", "FusedMultiplyAdd", "c + (a * b)");
                break;
            case HelperKind.TakeProduct:
                EmitFused(writer, key.Type, "TakeProduct", "c - a * b", "MultiplyAddNegated", "FusedMultiplySubtract", "c - (a * b)");
                break;
            case HelperKind.MultiplyWide or HelperKind.MultiplyWideUnsigned:
                EmitMultiplyWide(writer, isUnsigned: key.Kind == HelperKind.MultiplyWideUnsigned);
                break;
            case HelperKind.MultiplyHigh:
                EmitMultiplyHigh(writer);
                break;
            case HelperKind.Truncate:
                EmitTruncate(writer);
                break;
            case HelperKind.PairSumOfOne:
                writer.Line("/// <summary>The same of one pair, in the halves of a number.</summary>");
                writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
                writer.Line(
                    "internal static int PairSum(int samples, int weights) => ((samples << 16 >> 16) * (weights << 16 >> 16)) + "
                        + "((samples >> 16) * (weights >> 16));"
                );
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "no product");
        }
    }

    private static void EmitMultiplyAdd(SourceWriter writer, ElementType type)
    {
        string keyword = type.Keyword();
        string math = type == ElementType.Single ? "MathF" : "Math";
        writer.Line(
            "/// <summary><c>a * b + c</c>, rounded once where the processor can, so that every path of the method gives the same "
                + "bits.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {keyword} MultiplyAdd({keyword} a, {keyword} b, {keyword} c) =>");
        writer.Line($"    Fma.IsSupported || AdvSimd.IsSupported ? {math}.FusedMultiplyAdd(a, b, c) : c + (a * b);");
    }

    /// <summary>A product and a sum of vectors of 128 bits, which have more than one instruction set.</summary>
    private static void EmitFused(
        SourceWriter writer,
        ElementType type,
        string name,
        string formula,
        string x86,
        string armName,
        string plain
    )
    {
        string vector = $"Vector128<{type.Keyword()}>";
        string arm = type == ElementType.Single ? "AdvSimd" : "AdvSimd.Arm64";
        writer.Line($"/// <summary><c>{formula}</c> for vectors of 128 bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {vector} {name}({vector} a, {vector} b, {vector} c) =>");
        writer.Line($"    Fma.IsSupported ? Fma.{x86}(a, b, c) :");
        writer.Line($"    {arm}.IsSupported ? {arm}.{armName}(c, a, b) :");
        writer.Line($"    {plain};");
    }

    private static void EmitMultiplyHigh(SourceWriter writer)
    {
        writer.Line("/// <summary>The high halves of products of 32 bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line("internal static Vector128<ushort> MultiplyHigh(Vector128<ushort> a, Vector128<ushort> b) =>");
        using (writer.Indent())
        {
            writer.Line("Sse2.IsSupported ? Sse2.MultiplyHigh(a, b) :");
            writer.Line("Vector128.Narrow(");
            writer.Line("    Vector128.ShiftRightLogical(Vector128.WidenLower(a) * Vector128.WidenLower(b), 16),");
            writer.Line("    Vector128.ShiftRightLogical(Vector128.WidenUpper(a) * Vector128.WidenUpper(b), 16));");
        }
    }

    private static void EmitTruncate(SourceWriter writer)
    {
        writer.Line("/// <summary>Numbers as integers, towards zero.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line("internal static Vector128<int> Truncate(Vector128<float> numbers) =>");
        writer.Line("    Sse2.IsSupported ? Sse2.ConvertToVector128Int32WithTruncation(numbers) : Vector128.ConvertToInt32(numbers);");
    }

    private static void EmitMultiplyWide(SourceWriter writer, bool isUnsigned)
    {
        (string type, string half, string set) = isUnsigned ? ("ulong", "uint", "Sse2") : ("long", "int", "Sse41");
        writer.Line(
            isUnsigned
                ? "/// <summary>The products of the low halves of 64-bit numbers and every other number of 32 bits.</summary>"
                : "/// <summary>The products of numbers that fit into 32 bits and a number that is in every lane.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static Vector128<{type}> MultiplyWide(Vector128<{type}> a, Vector128<{half}> b) =>");
        using (writer.Indent())
        {
            writer.Line($"{set}.IsSupported ? {set}.Multiply(a.{(isUnsigned ? "AsUInt32()" : "AsInt32()")}, b) :");
            string low = isUnsigned ? "AdvSimd.ExtractNarrowingLower(b.AsUInt64())" : "b.GetLower()";
            writer.Line($"AdvSimd.IsSupported ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a), {low}) :");
            writer.Line(
                isUnsigned
                    ? "(a & Vector128.Create(0xFFFFFFFFUL)) * (b.AsUInt64() & Vector128.Create(0xFFFFFFFFUL));"
                    : "a * Vector128.WidenLower(b);"
            );
        }
    }
}
