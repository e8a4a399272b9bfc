using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>Prints the loops of copies that take a vector at a time: of samples that become wider, and of every second one.</summary>
internal static class LayerVectorCopy
{
    /// <summary>Samples as numbers of 16 or 32 bits, a vector at a time.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="joins">Whether they are put beside others.</param>
    /// <param name="row">The reference that they lie behind.</param>
    public static void EmitWidened(SourceWriter writer, LayerParts parts, bool joins, string row)
    {
        ElementType source = parts.Model.Form.Source.Element;
        string type = CopiedSample.Type(parts),
            vector = type == "short" ? "Int16" : "Int32";
        int samples = 32 / source.Size(),
            lanes = type == "short" ? 16 : 8;
        using (writer.Block("if (Vector256.IsHardwareAccelerated)"))
        {
            if (parts.Quantised is { HasSourceZeroPoint: true })
            {
                writer.Line($"Vector256<{type}> zero = Vector256.Create({(type == "short" ? "(short)" : "")}zeroPoint);");
            }

            using (writer.Block($"for (; j + {Literals.Of(samples)} <= end; j += {Literals.Of(samples)})"))
            {
                writer.Line($"Vector256<{parts.Source}> samples = Vector256.LoadUnsafe(ref Unsafe.Add(ref {row}, start + j));");
                string[] widened = ["Vector256.WidenLower(samples)", "Vector256.WidenUpper(samples)"];
                if (samples / lanes == 4)
                {
                    writer.Line($"Vector256<{(source == ElementType.Byte ? "ushort" : "short")}> low = {widened[0]}, high = {widened[1]};");
                    widened =
                    [
                        "Vector256.WidenLower(low)",
                        "Vector256.WidenUpper(low)",
                        "Vector256.WidenLower(high)",
                        "Vector256.WidenUpper(high)",
                    ];
                }

                for (int part = 0; part < widened.Length; part++)
                {
                    string place = part == 0 ? "j" : "j + " + Literals.Of(part * lanes);
                    writer.Line(
                        $"{Widened(parts, joins, widened[part] + ".As" + vector + "()", place)}.StoreUnsafe(ref Unsafe.Add(ref copy, {place}));"
                    );
                }
            }
        }

        writer.Line();
    }

    /// <summary>Signed bytes as those 128 higher, which have no sign, a vector at a time.</summary>
    public static void EmitUnsigned(SourceWriter writer, string row)
    {
        using (writer.Block("for (; j + 32 <= end; j += 32)"))
        {
            writer.Line($"Vector256<byte> samples = Vector256.LoadUnsafe(ref Unsafe.Add(ref {row}, start + j)).AsByte();");
            writer.Line("(samples ^ Vector256.Create((byte)0x80)).StoreUnsafe(ref Unsafe.Add(ref copy, j));");
        }

        writer.Line();
    }

    /// <summary>A vector of samples as it is stored.</summary>
    private static string Widened(LayerParts parts, bool joins, string numbers, string place)
    {
        string moved = parts.Quantised is { HasSourceZeroPoint: true } ? $"({numbers} - zero)" : numbers;
        return !CopiedSample.JoinsHalves(parts) ? moved
            : joins ? $"(Vector256.LoadUnsafe(ref Unsafe.Add(ref copy, {place})) | Vector256.ShiftLeft({moved}, 16))"
            : $"({moved} & Vector256.Create(0xFFFF))";
    }

    /// <summary>Every second sample of 32 bits, eight at a time: their even places are shuffled together.</summary>
    public static void EmitEven(SourceWriter writer, LayerParts parts)
    {
        bool isPairs = CopiedRow.Step(parts) == 2 && parts.Source == parts.Sum && parts.Plan.Accumulator.Size() == 4;
        if (!isPairs)
        {
            return;
        }

        string type = parts.Plan.Accumulator == ElementType.Single ? "" : ".AsSingle()";
        using (writer.Block("if (Avx2.IsSupported)"))
        {
            writer.Line("// Never past the last sample that is copied: the source may end there.");
            using (writer.Block("for (; j + 8 < last; j += 8)"))
            {
                writer.Line($"Vector256<float> even = Vector256.LoadUnsafe(ref Unsafe.Add(ref row, start + (j * 2))){type};");
                writer.Line($"Vector256<float> next = Vector256.LoadUnsafe(ref Unsafe.Add(ref row, start + (j * 2) + 8)){type};");
                writer.Line(
                    "Vector256<double> pairs = Avx2.Permute4x64(Avx.Shuffle(even, next, 0b10_00_10_00).AsDouble(), 0b11_01_10_00);"
                );
                writer.Line(
                    $"pairs.As{(parts.Plan.Accumulator == ElementType.Single ? "Single" : "Int32")}().StoreUnsafe(ref Unsafe.Add(ref copy, j));"
                );
            }
        }

        writer.Line();
    }
}
