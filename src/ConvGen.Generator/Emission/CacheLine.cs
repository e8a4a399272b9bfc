using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Memory that begins at a cache line, so that vectors of it do not lie in two.</summary>
internal static class CacheLine
{
    private const int Bytes = 64;

    /// <summary>Elements that a cache line holds: as many more must an array have, to begin at one wherever it lies.</summary>
    public static int Elements(ElementType type) => Bytes / type.Size();

    /// <summary>Prints a local: a reference to the first element of an array that begins a cache line.</summary>
    public static void EmitReference(SourceWriter writer, ElementType type, string name, string array)
    {
        string keyword = type.Keyword();
        string first = $"ref MemoryMarshal.GetArrayDataReference({array})";
        writer.Line($"ref {keyword} {name} = ref Unsafe.AddByteOffset({first}, -Unsafe.ByteOffset(ref Unsafe.NullRef<{keyword}>(), {first}) & {Literals.Of(Bytes - 1)});");
    }
}
