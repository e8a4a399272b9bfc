using System.Numerics;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Operations;

/// <summary>
/// Prints <c>Load512</c>, <c>Load256</c> and <c>Load128</c>: as many samples as the accumulator has lanes, converted to its type.
/// </summary>
internal static class LoadEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts, VectorWidth width)
    {
        ElementType source = parts.Model.Form.Source.Element;
        ElementType sum = parts.Plan.Loaded;
        if (parts.Plan.LoadsInPlace)
        {
            return;
        }

        int lanes = width.Lanes(sum);
        writer.Line(
            $"/// <summary>Loads {Literals.Of(lanes)} samples and converts them to <c>{sum.Keyword()}</c>: those from a place "
                + "behind the reference on.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {width.Type(sum)} Load{Literals.Of(width.Bits)}(ref {source.Keyword()} samples, nint place = 0) =>");
        writer.Line($"    {Expression(source, sum, width, parts.Plan.Sum.SampleBias, "Unsafe.Add(ref samples, place)")};");
        writer.Line();
    }

    /// <summary>Prints the same for the kernels of an assembly.</summary>
    public static void EmitHelper(SourceWriter writer, HelperKey key)
    {
        foreach (VectorWidth width in writer.Widths)
        {
            writer.Line($"/// <summary>Loads {Literals.Of(width.Lanes(key.Type))} samples and converts them.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line(
                $"internal static {width.Type(key.Type)} {key.Name}By{Literals.Of(width.Bits)}(ref {key.Sample.Keyword()} samples) =>"
            );
            writer.Line($"    {Expression(key.Sample, key.Type, width)};");
            writer.Line();
        }
    }

    /// <summary>As many samples as a vector of another type has lanes, read and converted.</summary>
    public static string Expression(ElementType source, ElementType lanes, VectorWidth width) =>
        source == lanes ? Raw(source, width.Bits / 8, "samples") : Expression(source, lanes, width, BigInteger.Zero, "samples");

    private static string Expression(ElementType source, ElementType sum, VectorWidth width, BigInteger bias, string samples) =>
        sum switch
        {
            // Half of their range taken from unsigned numbers turns their highest bit over.
            _ when !bias.IsZero =>
                $"({Raw(source, width.Bits / 8, samples)} ^ {width.Broadcast(Literals.Integer(bias, source))}).AsInt16()",
            ElementType.Single => $"{width.Operations}.ConvertToSingle({Widened(source, ElementType.Int32, width.Bits, samples)})",
            ElementType.Double when source == ElementType.Single => SingleToDouble(width, samples),
            ElementType.Double => IntegerToDouble(source, width, samples),
            ElementType.UInt16 => source == ElementType.Byte && width.Bits == 128
                ? "Vector128.WidenLower(" + Raw(source, 8, samples) + ")"
                : Widened(source, ElementType.Int16, width.Bits, samples) + ".AsUInt16()",
            _ => Widened(source, sum, width.Bits, samples),
        };

    private static string SingleToDouble(VectorWidth width, string samples) =>
        width.Bits switch
        {
            512 => $"Avx512F.ConvertToVector512Double({Raw(ElementType.Single, 32, samples)})",
            256 => $"Avx.ConvertToVector256Double({Raw(ElementType.Single, 16, samples)})",
            _ => $"Vector128.WidenLower({Raw(ElementType.Single, 8, samples)})",
        };

    private static string IntegerToDouble(ElementType source, VectorWidth width, string samples) =>
        width.Bits switch
        {
            512 => $"Avx512F.ConvertToVector512Double({IntegersFor(source, 256, samples)})",
            256 => $"Avx.ConvertToVector256Double({IntegersFor(source, 128, samples)})",
            _ => $"Vector128.ConvertToDouble({Widened(source, ElementType.Int64, 128, samples)})",
        };

    private static string IntegersFor(ElementType source, int bits, string samples) =>
        source == ElementType.Int32 ? Raw(source, bits / 8, samples) : Widened(source, ElementType.Int32, bits, samples);

    /// <summary>A vector of so many bits of a wider integer type.</summary>
    private static string Widened(ElementType source, ElementType target, int bits, string samples)
    {
        int bytes = bits / 8 * source.Size() / target.Size();
        string name = target switch
        {
            ElementType.Int16 => "Int16",
            ElementType.Int32 => "Int32",
            _ => "Int64",
        };
        if (source.Size() == target.Size())
        {
            // Of the same size, but with another sign: the bits are read as they are, and what wraps is made good by the sum's bias.
            return Raw(source, bytes, samples) + (source == target ? "" : $".As{name}()");
        }

        switch (bits)
        {
            case 512:
                string set = target == ElementType.Int16 ? "Avx512BW" : "Avx512F";
                return $"{set}.ConvertToVector512{name}({Raw(source, bytes, samples)})";
            case 256:
                return $"Avx2.ConvertToVector256{name}({Raw(source, bytes, samples)})";
        }

        string text = Raw(source, bytes, samples);
        for (int size = source.Size(); size < target.Size(); size *= 2)
        {
            text = $"Vector128.WidenLower({text})";
        }

        bool isUnsigned = source is ElementType.Byte or ElementType.UInt16;
        return isUnsigned ? $"{text}.As{name}()" : text;
    }

    /// <summary>So many bytes of samples in the narrowest vector that holds them; what lies above is undefined.</summary>
    private static string Raw(ElementType source, int bytes, string samples)
    {
        switch (bytes)
        {
            case 64:
                return $"Vector512.LoadUnsafe(ref {samples})";
            case 32:
                return $"Vector256.LoadUnsafe(ref {samples})";
            case 16:
                return $"Vector128.LoadUnsafe(ref {samples})";
        }

        string read = bytes switch
        {
            8 => "ulong",
            4 => "uint",
            _ => "ushort",
        };
        string value = $"Unsafe.ReadUnaligned<{read}>({Reinterpretation.Of(samples, source, ElementType.Byte)})";
        return $"Vector128.CreateScalarUnsafe({(bytes == 2 ? "(uint)" : "")}{value}).As{Reinterpreted(source)}()";
    }

    private static string Reinterpreted(ElementType type) =>
        type switch
        {
            ElementType.Byte => "Byte",
            ElementType.SByte => "SByte",
            ElementType.Int16 => "Int16",
            ElementType.UInt16 => "UInt16",
            ElementType.Int32 => "Int32",
            ElementType.Single => "Single",
            _ => "Double",
        };
}
