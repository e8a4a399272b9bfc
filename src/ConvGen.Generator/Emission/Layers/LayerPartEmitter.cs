using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints what a layer that computes rectangles of its result does otherwise: results and lines are counted from those of the rectangle,
/// and source columns from the first that is held.
/// </summary>
internal static class LayerPartEmitter
{
    /// <summary>The size of the rectangle; where rows are read in place, the source moves to the first sample that it sees.</summary>
    public static void EmitSizes(SourceWriter writer, LayerParts parts)
    {
        writer.Line("nint columns = endColumn - firstColumn;");
        if (parts.HasRows)
        {
            writer.Line("nint rows = endRow - firstRow;");
        }

        if (parts.Plan.Copies is not null)
        {
            return;
        }

        ConvolutionModel model = parts.Model;
        string column = Literals.Times(
            $"({Times("firstColumn", model.Horizontal.Stride)} - heldLeft)",
            parts.Layer.IsPlanar ? 1 : parts.Layer.InputChannels
        );
        string line = parts.HasRows ? $"(({Times("firstRow", model.Vertical.Stride)} - heldTop) * sourcePitch) + " : "";
        writer.Line($"source = ref Unsafe.Add(ref source, {line}{(line.Length > 0 && column.Contains('*') ? $"({column})" : column)});");
    }

    /// <summary>A row of the result, as the image counts it.</summary>
    public static string Row(LayerParts parts, string row) => parts.Model.ComputesParts ? $"(firstRow + {row})" : row;

    /// <summary>A column of the result, as the image counts it.</summary>
    public static string Column(LayerParts parts, string column) => parts.Model.ComputesParts ? $"(firstColumn + {column})" : column;

    public static void EmitImageFields(SourceWriter writer, LayerParts parts)
    {
        writer.Line("public nint HeldLeft;");
        writer.Line("public nint HeldWidth;");
        if (parts.HasRows)
        {
            writer.Line("public nint HeldTop;");
        }
    }

    /// <summary>Values of these fields, each with its comma.</summary>
    public static string ImageValues(LayerParts parts) =>
        !parts.Model.ComputesParts ? "" : ", HeldLeft = heldLeft, HeldWidth = heldWidth" + (parts.HasRows ? ", HeldTop = heldTop" : "");

    /// <summary>A line of the source, as what is held counts it.</summary>
    public static string HeldLine(LayerParts parts, string line) => parts.Model.ComputesParts ? $"({line} - image.HeldTop)" : line;

    /// <summary>Arguments that say which columns are held, each with its comma.</summary>
    public static string HeldColumns(LayerParts parts) => parts.Model.ComputesParts ? ", image.HeldLeft, image.HeldWidth" : "";

    public static string HeldColumnParameters(LayerParts parts) => parts.Model.ComputesParts ? ", nint heldLeft, nint heldWidth" : "";

    /// <summary>Where the columns of a row end that can be read.</summary>
    public static string EndOfRow(LayerParts parts) => parts.Model.ComputesParts ? "Math.Min(width, heldLeft + heldWidth)" : "width";

    /// <summary>The place of column <c>x</c> in what is held of its row.</summary>
    public static string HeldColumn(LayerParts parts) => parts.Model.ComputesParts ? "(x - heldLeft)" : "x";

    /// <summary>The place of a column that stands for one outside; one that no window sees may not be held.</summary>
    public static string Folded(LayerParts parts, string column) =>
        parts.Model.ComputesParts ? $"Math.Clamp({column} - heldLeft, 0, heldWidth - 1)" : column;

    private static string Times(string value, int factor) => factor == 1 ? value : $"({value} * {Literals.Of(factor)})";
}
