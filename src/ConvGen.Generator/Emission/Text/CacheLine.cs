using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Text;

/// <summary>Memory that begins at a cache line, so that vectors of it do not lie in two.</summary>
internal static class CacheLine
{
    private const int Bytes = CacheLines.Bytes;

    /// <summary>See <see cref="CacheLines.Elements"/>.</summary>
    public static int Elements(ElementType type) => CacheLines.Elements(type);

    /// <summary>
    /// Prints a local: a reference to rented memory for so many elements. What is rented are bytes, whose pool the framework brings
    /// compiled; that of any other type would be compiled at the
    /// first call.
    /// </summary>
    public static void EmitRented(SourceWriter writer, ElementType type, string name, string array, long elements) =>
        EmitRentedBytes(writer, type, name, array, Literals.Of((elements * type.Size()) + Bytes - 1));

    /// <summary>The same for a number of elements that is known at run time, as an expression.</summary>
    public static void EmitRented(SourceWriter writer, ElementType type, string name, string array, string elements) =>
        EmitRentedBytes(writer, type, name, array, $"(int)({Literals.Times(elements, type.Size())}) + {Literals.Of(Bytes - 1)}");

    private static void EmitRentedBytes(SourceWriter writer, ElementType type, string name, string array, string bytes)
    {
        writer.Line($"byte[] {array} = ArrayPool<byte>.Shared.Rent({bytes});");
        EmitAligned(writer, type, name, array);
    }

    /// <summary>
    /// Prints a local: a reference to where the first cache line of a rented array begins. It moves with the array; asked for again, it may
    /// be another element, so that whatever is read in another method begins with the array, or where a number that is kept says.
    /// </summary>
    public static void EmitAligned(SourceWriter writer, ElementType type, string name, string array)
    {
        writer.Line($"ref byte {array}Start = ref MemoryMarshal.GetArrayDataReference({array});");
        writer.Line(
            $"ref {type.Keyword()} {name} = {Reinterpretation.Of(Beginning(ElementType.Byte, $"ref {array}Start"), ElementType.Byte, type)};"
        );
    }

    /// <summary>Prints what gives rented memory back.</summary>
    public static void EmitReturn(SourceWriter writer, string array) => writer.Line($"ArrayPool<byte>.Shared.Return({array});");

    /// <summary>Prints a local: a reference to the first element of a pinned array that begins a cache line.</summary>
    public static void EmitReference(SourceWriter writer, ElementType type, string name, string array)
    {
        writer.Line($"ref {type.Keyword()} {name} = ref {Beginning(type, $"ref MemoryMarshal.GetArrayDataReference({array})")};");
    }

    private static string Beginning(ElementType type, string first) =>
        $"Unsafe.AddByteOffset({first}, -Unsafe.ByteOffset(ref Unsafe.NullRef<{type.Keyword()}>(), {first}) & {Literals.Of(Bytes - 1)})";
}
