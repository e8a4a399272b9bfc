using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Borders;

/// <summary>Prints how vectors of a row whose columns have a stride of two or four are taken apart, for a vector of each phase.</summary>
internal static class PhaseVectors
{
    private const int VectorBytes = 16;

    /// <summary>Steps that the loop over a row takes at once; one costs no more than what the loop itself does.</summary>
    private const int VectorsAtOnce = 4;

    /// <summary>Prints what the loop calls, where there is one.</summary>
    public static void EmitHelpers(SourceWriter writer, KernelParts parts)
    {
        if (AreTaken(parts))
        {
            EmitSort(writer, parts);
            EmitHalves(writer, parts.Model.Form.Source.Element.Size());
        }
    }

    /// <summary>Whether all elements of a vector belong to some phase.</summary>
    public static bool AreTaken(KernelParts parts) =>
        parts.Model is { PixelChannels: 1, Horizontal.Stride: 2 or 4 } && parts.Layout.Phases.Length == parts.Model.Horizontal.Stride;

    /// <summary>Prints the loop over pixels [first, last) of each phase, and the return behind it.</summary>
    public static void EmitLoop(SourceWriter writer, KernelParts parts)
    {
        int lanes = Lanes(parts);
        string stride = Literals.Of(parts.Model.Horizontal.Stride);
        string step = Literals.Of(lanes);
        using (writer.Block($"if (last - first >= {step})"))
        {
            writer.Line("nint j = first;");
            using (writer.Block($"for (; last - j >= {Literals.Of(VectorsAtOnce * lanes)}; j += {Literals.Of(VectorsAtOnce * lanes)})"))
            {
                writer.Line($"ref {parts.Source} pixels = ref Unsafe.Add(ref row, x + (j * {stride}));");
                writer.Line($"ref {parts.Source} target = ref Unsafe.Add(ref copy, j);");
                for (int i = 0; i < VectorsAtOnce; i++)
                {
                    writer.Line(
                        $"Sort(ref {Reference.At("pixels", i * lanes * parts.Model.Horizontal.Stride)}, ref {Reference.At("target", i * lanes)});"
                    );
                }
            }

            writer.Line();
            writer.Line("// The last step moves back to end with the row; what it copies twice is the same.");
            writer.Line($"last -= {step};");
            using (writer.Block($"for (; j < last + {step}; j += {step})"))
            {
                writer.Line("j = Math.Min(j, last);");
                writer.Line($"Sort(ref Unsafe.Add(ref row, x + (j * {stride})), ref Unsafe.Add(ref copy, j));");
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    private static int Lanes(KernelParts parts) => VectorBytes / parts.Model.Form.Source.Element.Size();

    /// <summary>Prints how vectors that lie side by side are taken apart.</summary>
    private static void EmitSort(SourceWriter writer, KernelParts parts)
    {
        int stride = parts.Model.Horizontal.Stride;
        string element = Unsigned(parts.Model.Form.Source.Element.Size());
        string vector = $"Vector128<{element}>";
        writer.Line("/// <summary>Copies a vector of each phase.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static void Sort(ref {parts.Source} pixels, ref {parts.Source} target)"))
        {
            writer.Line($"ref {element} from = ref Unsafe.As<{parts.Source}, {element}>(ref pixels);");
            writer.Line($"ref {element} to = ref Unsafe.As<{parts.Source}, {element}>(ref target);");
            for (int i = 0; i < stride; i++)
            {
                writer.Line(
                    $"{vector} v{Literals.Of(i)} = Vector128.LoadUnsafe(ref from{(i == 0 ? "" : ", " + Literals.Of(i * Lanes(parts)))});"
                );
            }

            string[] phases = ["Even(v0, v1)", "Odd(v0, v1)"];
            if (stride == 4)
            {
                writer.Line($"{vector} even0 = Even(v0, v1), even1 = Even(v2, v3), odd0 = Odd(v0, v1), odd1 = Odd(v2, v3);");
                phases = ["Even(even0, even1)", "Even(odd0, odd1)", "Odd(even0, even1)", "Odd(odd0, odd1)"];
            }

            foreach ((int phase, int place) in StridedCopy.Places(parts))
            {
                writer.Line($"{phases[phase]}.StoreUnsafe(ref to{(place == 0 ? "" : ", " + Literals.Of(place))});");
            }
        }

        writer.Line();
    }

    /// <summary>
    /// Prints the elements at even and at odd places of two vectors: the lower and upper halves of numbers of twice an element's size.
    /// </summary>
    private static void EmitHalves(SourceWriter writer, int size)
    {
        string element = Unsigned(size);
        foreach (bool isOdd in new[] { false, true })
        {
            string Half(string vector) =>
                size == 8
                    ? $"{vector}.Get{(isOdd ? "Upper" : "Lower")}()"
                    : $"{vector}.AsUInt{Literals.Of(size * 16)}(){(isOdd ? " >> " + Literals.Of(size * 8) : "")}";
            string halves = size == 8 ? $"Vector128.Create({Half("a")}, {Half("b")})" : $"Vector128.Narrow({Half("a")}, {Half("b")})";
            writer.Line($"/// <summary>The elements at {(isOdd ? "odd" : "even")} places of two vectors.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line(
                $"private static Vector128<{element}> {(isOdd ? "Odd" : "Even")}(Vector128<{element}> a, Vector128<{element}> b) =>"
            );
            using (writer.Indent())
            {
                writer.Line(
                    size == 4
                        ? $"Sse.IsSupported ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), {(isOdd ? "0b11_01_11_01" : "0b10_00_10_00")}).AsUInt32() : {halves};"
                        : halves + ";"
                );
            }

            writer.Line();
        }
    }

    private static string Unsigned(int size) =>
        size switch
        {
            1 => "byte",
            2 => "ushort",
            4 => "uint",
            _ => "ulong",
        };
}
