using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>Prints how elements that lie side by side are copied.</summary>
internal static class VectorCopy
{
    /// <summary>Prints a copy of lines, one at least.</summary>
    public static void EmitLines(SourceWriter writer, ElementType element)
    {
        string type = element.Keyword();
        writer.Line("/// <summary>Copies lines, one at least.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {nameof(HelperKind.CopyLines)}(ref {type} inside, nint pitch, ref {type} target, nint "
                    + "targetPitch, nint length, nint lines)"
            )
        )
        using (writer.Block("while (true)"))
        {
            Emit(writer, element, hasSingles: true);
            writer.Line();
            using (writer.Block("if (--lines == 0)"))
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line("inside = ref Unsafe.Add(ref inside, pitch);");
            writer.Line("target = ref Unsafe.Add(ref target, targetPitch);");
        }
    }

    /// <summary>
    /// Prints a copy that is often of a few vectors, for which a call of the library's copy would cost more than the copy.
    /// </summary>
    public static void EmitLine(SourceWriter writer, ElementType element)
    {
        string type = element.Keyword();
        writer.Line("/// <summary>Copies elements that lie side by side. The last vector moves back to end with them.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"internal static void {nameof(HelperKind.CopyLine)}(ref {type} inside, nint length, ref {type} target)"))
        {
            Emit(writer, element, hasSingles: false);
        }
    }

    /// <summary>
    /// Prints a copy of <c>length</c> elements from <c>inside</c> to <c>target</c>; single elements, where there are many, come first.
    /// </summary>
    private static void Emit(SourceWriter writer, ElementType element, bool hasSingles)
    {
        if (element == ElementType.Half)
        {
            EmitSingly(writer);
            return;
        }

        string head = "if";
        if (hasSingles)
        {
            using (writer.Block("if (length == 1)"))
            {
                writer.Line("target = inside;");
            }

            head = "else if";
        }

        foreach (int bytes in new[] { 32, 16 })
        {
            string vector = "Vector" + Literals.Of(bytes * 8);
            string lanes = Literals.Of(bytes / element.Size());
            using (writer.Block($"{head} (length >= {lanes})"))
            {
                using (writer.Block($"for (nint j = 0; j < length - {lanes}; j += {lanes})"))
                {
                    writer.Line($"{vector}.LoadUnsafe(ref Unsafe.Add(ref inside, j)).StoreUnsafe(ref Unsafe.Add(ref target, j));");
                }

                writer.Line();
                writer.Line(
                    $"{vector}.LoadUnsafe(ref Unsafe.Add(ref inside, length - {lanes})).StoreUnsafe(ref Unsafe.Add(ref target, "
                        + $"length - {lanes}));"
                );
            }

            head = "else if";
        }

        using (writer.Block("else"))
        {
            EmitSingly(writer);
        }
    }

    private static void EmitSingly(SourceWriter writer)
    {
        using (writer.Block("for (nint j = 0; j < length; j++)"))
        {
            writer.Line("Unsafe.Add(ref target, j) = Unsafe.Add(ref inside, j);");
        }
    }
}
