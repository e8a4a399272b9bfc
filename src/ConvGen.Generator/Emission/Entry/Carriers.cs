using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using Buffer = ConvGen.Generator.Model.Buffer;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Expressions that read buffers of each kind: their types, sizes and first elements. None needs an unsafe context.</summary>
internal static class Carriers
{
    /// <summary>The buffer's type as it is written inside the namespace of generated types.</summary>
    public static string TypeOf(Buffer buffer)
    {
        string element = buffer.Element.Keyword();
        string prefix = buffer.IsReadOnly ? "ReadOnly" : "";
        return buffer.Carrier switch
        {
            Carrier.Span => prefix + "Span<" + element + ">",
            Carrier.Array => element + "[]",
            Carrier.Memory => prefix + "Memory<" + element + ">",
            Carrier.Array2D => element + "[,]",
            Carrier.Array3D => element + "[,,]",
            Carrier.Prepared => "global::ConvGen.PreparedKernel<" + element + ">",
            Carrier.Span2D => "global::CommunityToolkit.HighPerformance." + prefix + "Span2D<" + element + ">",
            _ => "global::System.Numerics.Tensors." + prefix + "TensorSpan<" + element + ">",
        };
    }

    /// <summary>Whether the buffer's type has null.</summary>
    public static bool CanBeNull(Buffer buffer) =>
        buffer.Carrier is Carrier.Array or Carrier.Array2D or Carrier.Array3D or Carrier.Prepared;

    /// <summary>A reference to the first element, as it stands after <c>ref</c>.</summary>
    public static string First(Buffer buffer, string name) =>
        buffer.Carrier switch
        {
            Carrier.Span => "MemoryMarshal.GetReference(" + name + ")",
            Carrier.Array => "MemoryMarshal.GetArrayDataReference(" + name + ")",
            Carrier.Memory => "MemoryMarshal.GetReference(" + name + ".Span)",
            Carrier.Array2D or Carrier.Array3D => "Unsafe.As<byte, "
                + buffer.Element.Keyword()
                + ">(ref MemoryMarshal.GetArrayDataReference((Array)"
                + name
                + "))",

            // Read-only carriers give read-only references, from which the kernel only reads.
            Carrier.Span2D => name + ".DangerousGetReference()",
            _ => "Unsafe.AsRef(in " + name + ".GetPinnableReference())",
        };

    /// <summary>The length of an axis of a volume.</summary>
    public static string Length(Buffer buffer, string name, int axis) =>
        buffer.Carrier == Carrier.Array3D ? $"{name}.GetLength({Literals.Of(axis)})" : $"{name}.Lengths[{Literals.Of(axis)}]";

    /// <summary>Rows of a shaped buffer with two axes.</summary>
    public static string Rows(Buffer buffer, string name) =>
        buffer.Carrier switch
        {
            Carrier.Array2D => name + ".GetLength(0)",
            Carrier.Span2D => name + ".Height",
            _ => name + ".Lengths[0]",
        };

    /// <summary>Elements, or for a tensor pixels, in a row of a shaped buffer with two axes.</summary>
    public static string Columns(Buffer buffer, string name) =>
        buffer.Carrier switch
        {
            Carrier.Array2D => name + ".GetLength(1)",
            Carrier.Span2D => name + ".Width",
            _ => name + ".Lengths[1]",
        };

    /// <summary>Elements from one row of a shaped buffer to the next; tensors are asked by a check of their own.</summary>
    public static string Pitch(Buffer buffer, string name) =>
        buffer.Carrier switch
        {
            Carrier.Array2D => name + ".GetLength(1)",
            _ => name
                + ".Height > 1 ? Unsafe.ByteOffset(ref "
                + name
                + ".DangerousGetReferenceAt(0, 0), ref "
                + name
                + ".DangerousGetReferenceAt(1, 0)) / "
                + Literals.Of(buffer.Element.Size())
                + " : "
                + name
                + ".Width",
        };
}
