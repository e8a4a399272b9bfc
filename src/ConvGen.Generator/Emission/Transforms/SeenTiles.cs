using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints which samples a part of a result sees that is computed through transforms: all those of the pairs of tiles that it falls into,
/// because the bits of each result depend on all of them.
/// </summary>
internal static class SeenTiles
{
    public static void Emit(SourceWriter writer, TransformPlan tiles, AxisGeometry vertical, AxisGeometry horizontal, string length)
    {
        string both = Literals.Of(2 * tiles.Width);
        writer.Line("// The results of whole pairs of tiles, without strides.");
        EmitEnds(writer, horizontal, ("first", "end", "windows"), ("region.Left", "region.Width"), $"OutputWidth({length})", both);
        if (!tiles.HasTwoAxes)
        {
            writer.Line($"(int left, int columns) = {Seen(horizontal, "first", "end", length)};");
            return;
        }

        string height = Literals.Of(tiles.Height),
            twice = Literals.Of(2 * tiles.Height);
        writer.Line("// Of an odd number of tiles side by side, those of the last column lie one below the other.");
        writer.Line($"long high = end == windows && (((windows - 1) / {Literals.Of(tiles.Width)}) & 1) == 0 ? {twice} : {height};");
        EmitEnds(writer, vertical, ("firstLine", "endLine", "lines"), ("region.Top", "region.Height"), "OutputHeight(height)", "high");
        writer.Line($"(int left, int columns) = {Seen(horizontal, "first", "end", length)};");
        writer.Line($"(int top, int rows) = {Seen(vertical, "firstLine", "endLine", "height")};");
    }

    private static void EmitEnds(
        SourceWriter writer,
        AxisGeometry axis,
        (string First, string End, string All) names,
        (string First, string Count) part,
        string outputs,
        string size
    )
    {
        string step = axis.Stride == 1 ? "" : " * " + Literals.Of(axis.Stride),
            past = $"(long){part.First} + {part.Count} - 1";
        writer.Line($"long {names.All} = {TransformParts.Windows(outputs, axis)};");
        writer.Line($"long {names.First} = (long){part.First}{step} / {size} * {size};");
        writer.Line(
            $"long {names.End} = Math.Min({names.All}, ((({(axis.Stride == 1 ? past : $"({past}){step}")}) / {size}) + 1) * {size});"
        );
    }

    private static string Seen(AxisGeometry axis, string first, string end, string length) =>
        $"Seen({first}{FrameEmitter.Minus(axis.Before)}, {end}{FrameEmitter.Plus(axis.EffectiveSize - axis.Before - 1)}, {length})";
}
