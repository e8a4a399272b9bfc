using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints <c>RunPart</c>, which computes a rectangle of the result from a source that may hold only what the rectangle sees. Borders are
/// those of the whole image, and the expression of a result
/// is that of a whole call: what lies inside goes through the same passes, and the rest through the same copies.
/// </summary>
internal static class PartEmitter
{
    public const string Name = "RunPart";

    /// <summary>What <c>Image</c> knows about the part besides what it knows about the image.</summary>
    public static void EmitImageFields(SourceWriter writer, KernelParts parts) =>
        writer.Lines(Fields(parts).Select(field => $"public nint {field.Name};"));

    public static void EmitImageValues(SourceWriter writer, KernelParts parts) =>
        writer.Lines(Fields(parts).Select(field => $"{field.Name} = {field.Value},"));

    /// <summary>The place, in elements, that the first one that is held has in the image.</summary>
    public static string OriginValue(KernelParts parts) =>
        (parts.HasTwoAxes ? "(heldTop * sourcePitch) + " : "") + Reference.Grouped(parts.Elements("heldLeft"));

    private static IEnumerable<(string Name, string Value)> Fields(KernelParts parts)
    {
        if (parts.SortsSamples)
        {
            yield return ("HeldLeft", "heldLeft");
            yield return ("HeldWidth", "heldWidth");
        }

        if (parts.SortsSamples && parts.HasTwoAxes)
        {
            yield return ("HeldTop", "heldTop");
        }

        if (!parts.HasTwoAxes)
        {
            yield return ("Origin", OriginValue(parts));
        }

        yield return ("FirstResult", (parts.HasTwoAxes ? "(top * destinationPitch) + " : "") + Reference.Grouped(parts.Elements("left")));
    }

    /// <summary>What is taken from the place of a sample in the image, so that no reference points outside of what is held.</summary>
    public static string Origin(KernelParts parts) => parts.Model.ComputesParts ? "image.Origin" : "0";

    /// <summary>What is taken from the place of a result in the whole result.</summary>
    public static string FromFirstResult(KernelParts parts) => parts.Model.ComputesParts ? " - image.FirstResult" : "";

    /// <summary>Arguments that say which columns are held, each with its comma.</summary>
    public static string HeldColumns(KernelParts parts) => parts.Model.ComputesParts ? ", image.HeldLeft, image.HeldWidth" : "";

    public static string HeldColumnParameters(KernelParts parts) => parts.Model.ComputesParts ? ", nint heldLeft, nint heldWidth" : "";

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        writer.Line(
            "/// <summary>Computes a rectangle of the result, whose first sample the destination refers to; the source refers to "
                + "the first sample that is held.</summary>"
        );
        writer.Line("/// <remarks>The arguments have been checked, and neither the source nor the rectangle is empty.</remarks>");
        using (writer.Block($"internal static void {Name}({Parameters(parts.Model)})"))
        {
            ExactEmitter.EmitChoiceOfPart(writer, parts);
            WeightEmitter.EmitLocal(writer, parts);
            SeparableEmitter.EmitBuffer(writer, parts);
            if (!parts.Plan.Halo.IsNeeded)
            {
                EmitInside(writer, parts, new("left", "top", "right", "bottom"));
            }
            else
            {
                EmitSplit(writer, parts);
            }

            SeparableEmitter.EmitReturn(writer, parts);
            WeightEmitter.EmitReturn(writer, parts);
        }

        writer.Line();
    }

    /// <summary>The parameters of <c>RunPart</c>.</summary>
    public static string Parameters(ConvolutionModel model) =>
        Parameters(model, model.Form.Destination.Element.Keyword(), WeightArguments.Parameters(model.Form));

    /// <summary>The same with another type of results, and with what stands for weights.</summary>
    public static string Parameters(ConvolutionModel model, string destination, string weights)
    {
        string source = model.Form.Source.Element.Keyword();
        string heldHeight = model.HasPlanes ? ", nint heldHeight" : "",
            plane = model.HasPlanes ? ", nint destinationPlane" : "";

        // Layers count columns and rows of the rectangle by the names of its sides.
        string[] sides = model.Layer is null ? ["left", "top", "right", "bottom"] : ["firstColumn", "firstRow", "endColumn", "endRow"];
        return (
                model.Form.Axes == 2
                    ? $"ref {source} source, nint sourcePitch, nint heldLeft, nint heldTop, nint heldWidth{heldHeight}, int width, "
                        + "int height, "
                        + $"ref {destination} destination, nint destinationPitch{plane}, {string.Join(", ", sides.Select(side => "nint " + side))}"
                    : $"ref {source} source, nint heldLeft, nint heldWidth, int length, ref {destination} destination{plane}, nint "
                        + $"{sides[0]}, nint {sides[2]}"
            ) + weights;
    }

    /// <summary>What a caller passes for the rectangle that is held; the planes of a source lie as far apart as its rows reach.</summary>
    public static string Held(ConvolutionModel model, string left, string top, string width, string height) =>
        model.Form.Axes == 1 ? $"{left}, {width}" : $"{left}, {top}, {width}" + (model.HasPlanes ? ", " + height : "");

    /// <summary>
    /// What a caller passes beside a reference to the first result: the elements from one row, and from one plane, to the next.
    /// </summary>
    public static string Target(ConvolutionModel model, string pitch, string plane) =>
        (model.Form.Axes == 1 ? "" : ", " + pitch) + (model.HasPlanes ? ", " + plane : "");

    /// <summary>A rectangle of results as expressions.</summary>
    private sealed record Part(string Left, string Top, string Right, string Bottom)
    {
        public string Columns => Difference(Right, Left);

        public string Rows => Difference(Bottom, Top);

        private static string Difference(string end, string start) => start == "0" ? end : $"{end} - {start}";
    }

    /// <summary>A call of <c>Framed</c> on a rectangle.</summary>
    private static void EmitFramed(SourceWriter writer, KernelParts parts, Part part) =>
        writer.Line(
            parts.HasTwoAxes
                ? $"Framed(in image, {part.Left}, {part.Top}, {part.Right}, {part.Bottom});"
                : $"Framed(in image, {part.Left}, {part.Right});"
        );

    private static readonly Part Whole = new("left", "top", "right", "bottom");

    private static void EmitSplit(SourceWriter writer, KernelParts parts)
    {
        CacheLine.EmitRented(writer, parts.Model.Form.Source.Element, "line", "block", parts.Layout.BlockElements);
        FrameEmitter.EmitImageValue(writer, parts);
        writer.Line();
        if (parts.SortsSamples)
        {
            writer.Line("// Strided samples are gathered, so every window is copied.");
            EmitFramed(writer, parts, Whole);
        }
        else
        {
            EmitBounds(writer, parts);
            if (parts.ExtendsSums)
            {
                EmitWholeRows(writer, parts);
            }
            else
            {
                EmitSides(writer, parts, "if");
            }
        }

        writer.Line();
        CacheLine.EmitReturn(writer, "block");
    }

    /// <summary>
    /// Prints the bounds of what sees only the source. What is copied beside it is at least one pass wide, and a tile high, so that its
    /// vectors are full.
    /// </summary>
    private static void EmitBounds(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        writer.Line(
            parts.HasTwoAxes
                ? "// Rows [insideTop, insideBottom) and columns [insideLeft, insideRight) of the rectangle see only the source. "
                    + "What is copied"
                : "// Samples [insideLeft, insideRight) of the stretch see only the source. What is copied"
        );
        writer.Line("// beside them is at least one pass wide, so that its vectors are full.");
        string width = parts.HasTwoAxes ? "width" : "length";
        EmitAxis(writer, model.Horizontal, width, ("left", "right"), ("insideLeft", "insideRight"), parts.ExtendsSums ? "" : "PassPixels");
        if (parts.HasTwoAxes)
        {
            string rows = parts.FewestRows > 1 ? Literals.Of(parts.FewestRows) : "";
            EmitAxis(writer, model.Vertical, "height", ("top", "bottom"), ("insideTop", "insideBottom"), rows);
        }
    }

    private static void EmitAxis(
        SourceWriter writer,
        AxisGeometry axis,
        string length,
        (string Start, string End) part,
        (string Start, string End) inside,
        string fewest
    )
    {
        int first = (axis.Before + axis.Stride - 1) / axis.Stride;
        if (first == 0)
        {
            writer.Line($"nint {inside.Start} = {part.Start};");
        }
        else if (fewest.Length == 0)
        {
            writer.Line($"nint {inside.Start} = Math.Clamp({Literals.Of(first)}, {part.Start}, {part.End});");
        }
        else
        {
            string place = Literals.Of(first);
            writer.Line(
                $"nint {inside.Start} = {part.Start} >= {place} ? {part.Start} : Math.Min(Math.Max({place}, {part.Start} + "
                    + $"{fewest}), {part.End});"
            );
        }

        writer.Line($"nint {inside.End} = Math.Clamp({DriverEmitter.End(axis, length)}, {inside.Start}, {part.End});");
        if (fewest.Length > 0)
        {
            writer.Line(
                $"{inside.End} = {inside.End} == {part.End} ? {part.End} : Math.Max({inside.Start}, Math.Min({inside.End}, "
                    + $"{part.End} - {fewest}));"
            );
        }
    }

    /// <summary>
    /// Sums that are extended at the ends of rows want whole rows, of image and source; parts of rows are read inside and copied beside.
    /// </summary>
    private static void EmitWholeRows(SourceWriter writer, KernelParts parts)
    {
        using (writer.Block("if (left == 0 && right == (nint)OutputWidth(width) && heldWidth == width)"))
        {
            using (writer.Block($"if (insideBottom - insideTop < {Literals.Of(parts.Model.Vertical.EffectiveSize)})"))
            {
                EmitFramed(writer, parts, Whole);
            }

            using (writer.Block("else"))
            {
                EmitFramed(writer, parts, Whole with { Bottom = "insideTop" });
                string before = Literals.Of(parts.Model.Horizontal.Before);
                EmitInside(writer, parts, new("0", "insideTop", "right", "insideBottom"), before, "width");
                EmitFramed(writer, parts, Whole with { Top = "insideBottom" });
            }
        }

        EmitSides(writer, parts, "else if");
    }

    private static void EmitSides(SourceWriter writer, KernelParts parts, string head)
    {
        string narrow = parts.ExtendsSums ? Literals.Of(SizeHalo.FewestColumns) : "PassPixels";
        string rows = parts.HasTwoAxes ? $" || insideBottom - insideTop < {Literals.Of(parts.FewestRows)}" : "";
        string all = parts.HasTwoAxes && !parts.ExtendsSums ? $"right - left <= {Literals.Of(parts.Plan.Halo.Columns)} || " : "";
        if (all.Length > 0)
        {
            writer.Line();
            writer.Line("// Copying a narrow rectangle whole costs less than its edges row by row.");
        }

        using (writer.Block($"{head} ({all}insideRight - insideLeft < {narrow}{rows})"))
        {
            EmitFramed(writer, parts, Whole);
        }

        using (writer.Block("else"))
        {
            if (!parts.HasTwoAxes)
            {
                EmitFramed(writer, parts, Whole with { Right = "insideLeft" });
                EmitFramed(writer, parts, Whole with { Left = "insideRight" });
                EmitInside(writer, parts, new("insideLeft", "0", "insideRight", "1"));
                return;
            }

            EmitFramed(writer, parts, Whole with { Bottom = "insideTop" });
            writer.Line();
            writer.Line("// Band by band, so that edges and interior meet in the cache.");
            using (writer.Block($"for (nint y = insideTop; y < insideBottom; y += {Literals.Of(SizeHalo.AlternatingRows)})"))
            {
                writer.Line($"nint end = Math.Min(y + {Literals.Of(SizeHalo.AlternatingRows)}, insideBottom);");
                FrameEmitter.EmitMoveBack(writer, parts, $"end - {Literals.Of(parts.FewestRows)}");
                EmitFramed(writer, parts, new("left", "y", "insideLeft", "end"));
                EmitInside(writer, parts, new("insideLeft", "y", "insideRight", "end"), "0", "seen");
                EmitFramed(writer, parts, new("insideRight", "y", "right", "end"));
            }

            writer.Line();
            EmitFramed(writer, parts, Whole with { Top = "insideBottom" });
        }
    }

    /// <summary>Prints a call that reads the windows of a rectangle in place.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="parts">The kernel.</param>
    /// <param name="part">The rectangle.</param>
    /// <param name="before">For sums that are extended at the ends of rows: pixels from the start of the first window to the first pixel of
    /// a row.</param>
    /// <param name="width">For the same: pixels of a row.</param>
    private static void EmitInside(SourceWriter writer, KernelParts parts, Part part, string before = "0", string width = "seen")
    {
        ConvolutionModel model = parts.Model;
        string column =
            before != "0"
                ? "-heldLeft"
                : Stepped(part.Left, model.Horizontal.Stride) + FrameEmitter.Minus(model.Horizontal.Before) + " - heldLeft";
        if (!parts.HasTwoAxes)
        {
            writer.Line($"ref {parts.Source} inside = ref Unsafe.Add(ref source, {parts.Elements(column)});");
            writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, {parts.Elements(part.Left + " - left")});");
            writer.Line(RowsEmitter.Call(parts, "inside", "", "result", part.Columns, ""));
            return;
        }

        string line = DriverEmitter.FirstRow(model.Vertical, part.Top);
        string place =
            $"(({line} - heldTop) * sourcePitch)" + (column == "-heldLeft" ? "" : " + " + Reference.Grouped(parts.Elements(column)));
        writer.Line($"ref {parts.Source} inside = ref Unsafe.Add(ref source, {place});");
        writer.Line(
            part is { Left: "left" or "0", Top: "top" }
                ? $"ref {parts.Destination} result = ref destination;"
                : $"ref {parts.Destination} result = ref Unsafe.Add(ref destination, {(part.Left == "0" ? $"({part.Top} - top) * destinationPitch" : $"(({part.Top} - top) * destinationPitch) + {Reference.Grouped(parts.Elements(part.Left + " - left"))}")});"
        );
        if (parts.ExtendsSums && width == "seen")
        {
            writer.Line($"nint seen = {SeenPixels.Of(parts.Layout, "(" + part.Columns + ")")};");
        }

        writer.Line(RowsEmitter.Call(parts, "inside", "sourcePitch", "result", part.Columns, part.Rows, before, width));
    }

    private static string Stepped(string place, int stride) => stride == 1 ? place : $"({place} * {Literals.Of(stride)})";
}
