using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission;

/// <summary>Prints how elements that lie side by side are copied.</summary>
internal static class VectorCopy
{
    /// <summary>Prints a copy of <c>length</c> elements from <c>inside</c> to <c>target</c>; single elements, where there are many, come first.</summary>
    public static void Emit(SourceWriter writer, ElementType element, bool hasSingles = false)
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
                writer.Line($"{vector}.LoadUnsafe(ref Unsafe.Add(ref inside, length - {lanes})).StoreUnsafe(ref Unsafe.Add(ref target, length - {lanes}));");
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
