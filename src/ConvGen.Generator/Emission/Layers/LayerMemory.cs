using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>Prints what <c>Run</c> makes ready once: the numbers that sums start from, and rented memory.</summary>
internal static class LayerMemory
{
    public static void EmitBias(SourceWriter writer, LayerParts parts)
    {
        if (!parts.HasBias)
        {
            return;
        }

        string type = parts.Bias.Keyword(),
            count = Literals.Of(parts.Layer.OutputChannels);
        if (!ConvertsBias(parts))
        {
            writer.Line($"ref {type} start = ref bias;");
            return;
        }

        writer.Line();
        writer.Line($"{type}[] converted = ArrayPool<{type}>.Shared.Rent({count});");
        if (parts.Plan.MovesSums)
        {
            LayerQuadsEmitter.EmitStarts(writer, parts);
        }
        else
        {
            using (writer.Block($"for (int i = 0; i < {count}; i++)"))
            {
                writer.Line($"converted[i] = ({type})Unsafe.Add(ref bias, i);");
            }
        }

        writer.Line();
        writer.Line($"ref {type} start = ref MemoryMarshal.GetArrayDataReference(converted);");
    }

    /// <summary>Whether sums start from numbers that are made for a call.</summary>
    private static bool ConvertsBias(LayerParts parts) =>
        parts.Plan.MovesSums || (parts.Model.Form.Bias is { } bias && bias.Element != parts.Bias);

    public static void EmitSpace(SourceWriter writer, LayerParts parts)
    {
        long copied = parts.CopiedElements;
        if (copied + parts.ScratchElements == 0)
        {
            return;
        }

        writer.Line(
            $"{parts.Sum}[] space = "
                + $"ArrayPool<{parts.Sum}>.Shared.Rent({Literals.Of(copied + parts.ScratchElements + parts.TileElements + parts.JoinedElements + parts.StripElements)});"
        );
        if (copied > 0)
        {
            writer.Line($"ref {parts.Sum} copy = ref MemoryMarshal.GetArrayDataReference(space);");
        }

        if (parts.ScratchElements > 0)
        {
            writer.Line(
                $"ref {parts.Sum} scratch = ref {(copied > 0 ? $"Unsafe.Add(ref copy, {Literals.Of(copied)})" : "MemoryMarshal.GetArrayDataReference(space)")};"
            );
        }

        if (parts.TileElements > 0)
        {
            writer.Line($"ref {parts.Sum} tiles = ref Unsafe.Add(ref copy, {Literals.Of(copied + parts.ScratchElements)});");
        }

        long used = copied + parts.ScratchElements + parts.TileElements;
        if (parts.JoinedElements > 0)
        {
            writer.Line($"ref {parts.Destination} results = ref {Behind(parts, used, parts.Destination)};");
        }

        if (parts.StripElements > 0)
        {
            writer.Line($"ref {parts.Source} strip = ref {Behind(parts, used + parts.JoinedElements, parts.Source)};");
        }
    }

    /// <summary>Room behind some elements of the rented memory, for elements of another type or the same.</summary>
    private static string Behind(LayerParts parts, long elements, string type)
    {
        string place = $"Unsafe.Add(ref copy, {Literals.Of(elements)})";
        return type == parts.Sum ? place : $"Unsafe.As<{parts.Sum}, {type}>(ref {place})";
    }

    public static void EmitReturns(SourceWriter writer, LayerParts parts)
    {
        writer.Line();
        if (parts.OfPlane.CopiedElements + parts.OfPlane.ScratchElements > 0)
        {
            writer.Line($"ArrayPool<{parts.Sum}>.Shared.Return(space);");
        }

        if (ConvertsBias(parts))
        {
            writer.Line($"ArrayPool<{parts.Bias.Keyword()}>.Shared.Return(converted);");
        }

        if (LayerWeightEmitter.ArrangesInCall(parts))
        {
            writer.Line($"ArrayPool<{parts.Sum}>.Shared.Return(arranged);");
        }
    }
}
