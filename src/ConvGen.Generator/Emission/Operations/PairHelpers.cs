using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>Prints what code for pairs calls at 128 bits, because every processor does it in another way.</summary>
internal static class PairHelpers
{
    public static void EmitPairSum(SourceWriter writer, bool isBytes)
    {
        (string samples, string weights, string sum, string set) = isBytes
            ? ("byte", "sbyte", "short", "Ssse3")
            : ("short", "short", "int", "Sse2");
        int bits = isBytes ? 8 : 16;
        string wide = isBytes ? "AsInt16()" : "AsInt32()";
        string number = Literals.Of(bits);
        writer.Line("/// <summary>The products of neighbours with neighbouring weights, two and two of them added.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"internal static Vector128<{sum}> PairSum(Vector128<{samples}> samples, Vector128<{weights}> weights)"))
        {
            using (writer.Block($"if ({set}.IsSupported)"))
            {
                writer.Line($"return {set}.MultiplyAddAdjacent(samples, weights);");
            }

            writer.Line();
            string Low(string vector, bool isSigned) =>
                isSigned
                    ? $"Vector128.ShiftRightArithmetic(Vector128.ShiftLeft({vector}.{wide}, {number}), {number})"
                    : $"({vector}.{wide} & Vector128.Create((short)0xFF))";
            string High(string vector, bool isSigned) =>
                $"Vector128.ShiftRight{(isSigned ? "Arithmetic" : "Logical")}({vector}.{wide}, {number})";
            writer.Line($"return ({Low("samples", !isBytes)} * {Low("weights", true)})");
            writer.Line($"    + ({High("samples", !isBytes)} * {High("weights", true)});");
        }

        writer.Line();
    }

    public static void EmitPackWords(SourceWriter writer, HelperKey key)
    {
        ElementType type = key.Type;
        bool isUnsigned = type == ElementType.UInt16;
        writer.Line($"/// <summary>Two vectors of results as one of <c>{type.Keyword()}</c>, saturated.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"internal static Vector128<{type.Keyword()}> {key.Name}(Vector128<int> even, Vector128<int> odd)"))
        {
            string set = isUnsigned ? "Sse41" : "Sse2";
            using (writer.Block($"if ({set}.IsSupported)"))
            {
                writer.Line($"return {set}.Pack{(isUnsigned ? "Unsigned" : "Signed")}Saturate(even, odd);");
            }

            writer.Line();
            string limits = $"Vector128.Create({Literals.Of(type.Minimum())})), Vector128.Create({Literals.Of(type.Maximum())}))";
            writer.Line($"even = Vector128.Min(Vector128.Max(even, {limits};");
            writer.Line($"odd = Vector128.Min(Vector128.Max(odd, {limits};");
            writer.Line(isUnsigned ? "return Vector128.Narrow(even.AsUInt32(), odd.AsUInt32());" : "return Vector128.Narrow(even, odd);");
        }

        writer.Line();
    }

    public static void EmitAlternate(SourceWriter writer, ElementType type, string name, string half)
    {
        string vector = $"Vector128<{type.Keyword()}>";
        (string unsigned, string bits) = type.Size() switch
        {
            1 => ("AsByte()", "8"),
            2 => ("AsUInt16()", "16"),
            _ => ("AsUInt32()", "32"),
        };
        writer.Line($"/// <summary>Elements of the {half.ToLowerInvariant()} halves in turn.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {vector} Alternate{name}({vector} even, {vector} odd) =>");
        using (writer.Indent())
        {
            writer.Line($"Sse2.IsSupported ? Sse2.Unpack{name}(even, odd) :");
            writer.Line(
                $"(Vector128.Widen{half}(even.{unsigned}) | Vector128.ShiftLeft(Vector128.Widen{half}(odd.{unsigned}), {bits})).{Interleaving.As(type)};"
            );
        }

        writer.Line();
    }
}
