using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Prints what takes sums of 32 bits of a quantised layer to results of 8: <c>zeroPoint + round(float(sum) * scale)</c>, where conversion
/// and product are rounded to single precision and <c>round</c>
/// goes to the nearest integer, to the even one halfway; what the type does not hold becomes the nearest value that it holds. So does
/// ONNX's QLinearConv.
/// </summary>
internal static class Requantising
{
    /// <summary>
    /// One and a half times 2 to the 23rd, where neighbouring numbers of single precision are 1 apart: added to a small number, it rounds
    /// that to an integer, to the even one halfway.
    /// No instruction set is needed for it, and all give the same.
    /// </summary>
    private const string Rounder = "12582912f";

    /// <summary>The bits of that number.</summary>
    private const string RounderBits = "0x4B400000";

    public static void Emit(SourceWriter writer, HelperKey key)
    {
        string type = key.Type.Keyword(),
            name = key.Name;
        string maximum = Literals.Integer(key.Type.Maximum(), ElementType.Int32);
        writer.Line(
            "/// <summary>A sum of a quantised layer as its result: <c>zeroPoint + round(sum * scale)</c>, to even where halfway, "
                + "from <c>minimum</c> to what the type holds.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"internal static {type} {name}(int sum, float scale, int zeroPoint, int minimum) =>");
        writer.Line($"    ({type})((int)MathF.Round(Math.Clamp(sum * scale, minimum - zeroPoint, {maximum} - zeroPoint)) + zeroPoint);");
        foreach (VectorWidth width in VectorWidth.All)
        {
            writer.Line();
            EmitVector(writer, key, width, type, maximum);
        }

        foreach (bool isShared in new[] { false, true })
        {
            writer.Line();
            EmitRun(writer, key, type, maximum, isShared);
        }
    }

    private static void EmitRun(SourceWriter writer, HelperKey key, string type, string maximum, bool isShared)
    {
        writer.Line(
            $"/// <summary>The same of sums that lie side by side, {(isShared ? "with one factor" : "each with a factor of its own")}.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {key.Name}(ref int sums, nint count, {(isShared ? "" : "ref ")}float scale, int zeroPoint, int minimum, ref {type} results)"
            )
        )
        {
            writer.Line("nint i = 0;");
            foreach (VectorWidth width in VectorWidth.All)
            {
                EmitVectors(writer, key, width, isShared);
                writer.Line();
            }

            using (writer.Block("for (; i < count; i++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref results, i) = {key.Name}(Unsafe.Add(ref sums, i), {(isShared ? "scale" : "Unsafe.Add(ref scale, i)")}, zeroPoint, minimum);"
                );
            }
        }
    }

    /// <summary>Prints what takes a vector of sums to as many results.</summary>
    private static void EmitVector(SourceWriter writer, HelperKey key, VectorWidth width, string type, string maximum)
    {
        string floats = width.Type(ElementType.Single),
            ints = width.Type(ElementType.Int32),
            operations = width.Operations;
        writer.Line($"/// <summary>The same of a vector of {Literals.Of(width.Bits)} bits, each sum with a factor of its own.</summary>");
        writer.Line(
            $"/// <remarks>Limited first, sums are small enough for {Rounder}: numbers of its size are 1 apart, so that adding it "
                + "rounds to integers, to even ones where halfway.</remarks>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (
            writer.Block($"internal static void {key.Name}({ints} sums, {floats} scale, int zeroPoint, int minimum, ref {type} results)")
        )
        {
            writer.Line(
                $"{floats} low = {width.Broadcast("(float)(minimum - zeroPoint)")}, high = {width.Broadcast($"(float)({maximum} - zeroPoint)")};"
            );
            writer.Line($"{floats} value = {operations}.ConvertToSingle(sums) * scale;");
            // No value is one that is not a number, because factors are finite.
            writer.Line($"value = {Limit(width, "Max", "LessThan", "low")};");
            writer.Line($"value = {Limit(width, "Min", "GreaterThan", "high")};");
            writer.Line(
                $"{ints} result = (value + {width.Broadcast(Rounder)}).AsInt32() + {width.Broadcast($"zeroPoint - {RounderBits}")};"
            );
            EmitStore(writer, width, type);
        }
    }

    private static void EmitVectors(SourceWriter writer, HelperKey key, VectorWidth width, bool isShared)
    {
        string operations = width.Operations;
        string lanes = Literals.Of(width.Lanes(ElementType.Int32));
        using (writer.Block($"if ({operations}.IsHardwareAccelerated)"))
        using (writer.Block($"for (; i + {lanes} <= count; i += {lanes})"))
        {
            string factors = isShared ? width.Broadcast("scale") : $"{operations}.LoadUnsafe(ref Unsafe.Add(ref scale, i))";
            writer.Line(
                $"{key.Name}({operations}.LoadUnsafe(ref Unsafe.Add(ref sums, i)), {factors}, zeroPoint, minimum, ref "
                    + "Unsafe.Add(ref results, i));"
            );
        }
    }

    private static string Limit(VectorWidth width, string instruction, string comparison, string limit) =>
        width.Bits switch
        {
            512 => $"Avx512F.{instruction}(value, {limit})",
            256 => $"Avx.{instruction}(value, {limit})",
            _ => $"Vector128.ConditionalSelect(Vector128.{comparison}(value, {limit}), {limit}, value)",
        };

    /// <summary>The lower bytes of the numbers, which hold all of them, in order.</summary>
    private static void EmitStore(SourceWriter writer, VectorWidth width, string type)
    {
        string target = type == "byte" ? "ref results" : "ref Unsafe.As<sbyte, byte>(ref results)";
        switch (width.Bits)
        {
            case 512:
                writer.Line($"Avx512F.ConvertToVector128{(type == "byte" ? "Byte" : "SByte")}(result).StoreUnsafe(ref results);");
                break;
            case 256:
                string sign = type == "byte" ? "Unsigned" : "Signed";
                writer.Line("Vector128<short> words = Sse2.PackSignedSaturate(result.GetLower(), result.GetUpper());");
                writer.Line($"Unsafe.WriteUnaligned({target}, Sse2.Pack{sign}Saturate(words, words).AsUInt64().ToScalar());");
                break;
            default:
                writer.Line("Vector128<short> words = Vector128.Narrow(result, result);");
                writer.Line($"Unsafe.WriteUnaligned({target}, Vector128.Narrow(words, words).AsUInt32().ToScalar());");
                break;
        }
    }
}
