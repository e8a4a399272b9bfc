using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>
/// Prints how pixels that lie a stride apart inside a row are copied. For strides of two and four, vectors are narrowed: the lower half of every number of twice an element's size is
/// every other element.
/// </summary>
internal static class StridedCopy
{
    private const int VectorBits = 256;

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        writer.Line("nint j = first;");
        if (HasVectors(parts))
        {
            EmitVectors(writer, parts);
            writer.Line();
        }

        using (writer.Block("for (; j < last; j++)"))
        {
            writer.Line($"nint column = x + (j * {Literals.Of(parts.Model.Horizontal.Stride)});");
            GatherEmitter.EmitPixel(writer, parts, "j", channel => GatherEmitter.Element("row", parts, "column", channel));
        }
    }

    /// <summary>Numbers of twice or four times an element's size must fit into lanes.</summary>
    private static bool HasVectors(KernelParts parts) =>
        parts.Model.PixelChannels == 1 && parts.Model.Horizontal.Stride is 2 or 4 && parts.Model.Form.Source.Element is not ElementType.Half && parts.Model.Form.Source.Element.Size() <= 4;

    private static void EmitVectors(SourceWriter writer, KernelParts parts)
    {
        int stride = parts.Model.Horizontal.Stride;
        int size = parts.Model.Form.Source.Element.Size();
        int lanes = VectorBits / 8 / size;
        (string element, string wide) = size switch { 1 => ("byte", "UInt16"), 2 => ("ushort", "UInt32"), _ => ("uint", "UInt64") };
        string vector = $"Vector256<{element}>";
        string Wide(string text) => $"{text}.As{wide}()";

        // The last vector of a step reaches a stride less one beyond the step's last pixel.
        using (writer.Block($"for (; j + {Literals.Of(lanes)} <= last && x + ((j + {Literals.Of(lanes)}) * {Literals.Of(stride)}) <= width; j += {Literals.Of(lanes)})"))
        {
            writer.Line($"ref {element} pixels = ref Unsafe.As<{parts.Source}, {element}>(ref Unsafe.Add(ref row, x + (j * {Literals.Of(stride)})));");
            for (int i = 0; i < stride; i++)
            {
                writer.Line($"{vector} v{Literals.Of(i)} = Vector256.LoadUnsafe(ref pixels{(i == 0 ? "" : ", " + Literals.Of(i * lanes))});");
            }

            if (stride == 4)
            {
                writer.Line($"v0 = Vector256.Narrow({Wide("v0")}, {Wide("v1")});");
                writer.Line($"v1 = Vector256.Narrow({Wide("v2")}, {Wide("v3")});");
            }

            writer.Line($"Vector256.Narrow({Wide("v0")}, {Wide("v1")}).StoreUnsafe(ref Unsafe.As<{parts.Source}, {element}>(ref Unsafe.Add(ref copy, j)));");
        }
    }
}
