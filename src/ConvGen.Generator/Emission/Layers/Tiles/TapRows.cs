using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Emission.Layers.Tiles;

/// <summary>
/// Prints the loops over the rows of taps of a kernel: those of a plane lie a pitch apart, and its planes, which a volume has, another one.
/// </summary>
internal static class TapRows
{
    /// <summary>Prints the reference to the first sample of a window, which the loops move on.</summary>
    public static void EmitFirst(SourceWriter writer, LayerParts parts, string first) =>
        writer.Line($"ref {parts.Sum} {(parts.HasDepthPitch ? "level" : "line")} = ref {first};");

    /// <summary>Prints the loops; inside, <c>line</c> is the first sample of the row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The layer.</param>
    /// <param name="body">Prints what is done to a row.</param>
    /// <param name="isSpaced">Whether the step to the next row stands apart from what is before it.</param>
    public static void Emit(SourceWriter writer, LayerParts parts, Action body, bool isSpaced = false)
    {
        if (!parts.HasDepthPitch)
        {
            EmitPlane(writer, parts, body, isSpaced);
            return;
        }

        Loop(
            writer,
            "d",
            parts.Model.Depth.Size,
            () =>
            {
                writer.Line($"ref {parts.Sum} line = ref level;");
                EmitPlane(writer, parts, body, isSpaced);
                writer.Line();
                writer.Line("level = ref Unsafe.Add(ref level, depthPitch);");
            }
        );
    }

    private static void EmitPlane(SourceWriter writer, LayerParts parts, Action body, bool isSpaced) =>
        Loop(
            writer,
            "r",
            parts.Model.Vertical.Size,
            () =>
            {
                body();
                if (!parts.HasPitch)
                {
                    return;
                }

                if (isSpaced)
                {
                    writer.Line();
                }

                writer.Line("line = ref Unsafe.Add(ref line, pitch);");
            }
        );

    /// <summary>Prints a loop with so many rounds, or its body alone where there is one.</summary>
    public static void Loop(SourceWriter writer, string index, int rounds, Action body)
    {
        if (rounds == 1)
        {
            body();
            return;
        }

        using (writer.Block($"for (int {index} = 0; {index} < {Literals.Of(rounds)}; {index}++)"))
        {
            body();
        }
    }
}
