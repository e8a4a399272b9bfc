using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Layers;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>Prints <c>Run</c>: it makes weights, bias and a block ready once, and then goes through the result row by row.</summary>
internal static class LayerDriverEmitter
{
    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        // What is done to a plane, where planes are taken one by one; otherwise the same.
        LayerParts plane = parts.OfPlane;
        if (parts.Plan.Copies is { } copied)
        {
            EmitImage(writer, plane);
            if (copied.OnlyFrame)
            {
                LayerFrameEmitter.EmitMethod(writer, parts, copied);
            }
        }

        bool isPart = parts.Model.ComputesParts;
        writer.Line(
            isPart
                ? "/// <summary>Computes a rectangle of the result, whose first sample the destination refers to; the source "
                    + "refers to the first sample that is held.</summary>"
                : "/// <summary>Computes the whole result. The arguments have been checked, and neither the source nor the result "
                    + "is empty.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                isPart
                    ? $"internal static void {PartEmitter.Name}({PartEmitter.Parameters(parts.Model)})"
                    : $"internal static void Run({Parameters(parts)})"
            )
        )
        {
            LayerQuadsEmitter.EmitCall(writer, parts.Plan);
            EmitSizes(writer, parts);

            if (parts.HasOutputPlane && !isPart)
            {
                writer.Line($"nint destinationPlane = {(parts.HasTwoAxes ? "destinationPitch * rows" : "columns")};");
            }

            LayerWeightEmitter.EmitLocal(writer, parts);
            EmitBias(writer, parts);
            EmitSpace(writer, plane);
            EmitGeometry(writer, plane, fromCopies: parts.Plan.Copies is { OnlyFrame: false });
            writer.Line();
            if (parts.Model.Form.HasBatch && !isPart)
            {
                using (writer.Block("for (nint item = 0; item < batch; item++)"))
                {
                    EmitItems(writer, parts, plane);
                }
            }
            else if (parts.Plan.SplitsPlanes)
            {
                EmitPlanes(writer, parts, plane);
            }
            else
            {
                EmitItem(writer, parts);
            }

            EmitReturns(writer, parts);
        }

        writer.Line();
    }

    /// <summary>The size of what is computed.</summary>
    private static void EmitSizes(SourceWriter writer, LayerParts parts)
    {
        if (parts.Model.ComputesParts)
        {
            LayerPartEmitter.EmitSizes(writer, parts);
            return;
        }

        writer.Line($"nint columns = (nint)OutputWidth({(parts.HasTwoAxes ? "width" : "length")});");
        if (parts.HasTwoAxes)
        {
            writer.Line("nint rows = (nint)OutputHeight(height);");
        }
    }

    private static string Parameters(LayerParts parts)
    {
        SignatureForm form = parts.Model.Form;
        string sizes = parts.HasTwoAxes
            ? $"ref {parts.Source} source, nint sourcePitch, int width, int height, ref {parts.Destination} destination, nint "
                + "destinationPitch"
            : $"ref {parts.Source} source, int length, ref {parts.Destination} destination";
        return sizes + WeightArguments.Parameters(form) + (form.HasBatch ? ", nint batch, nint sourceStep, nint destinationStep" : "");
    }

    /// <summary>Whether sums start from numbers that are made for a call.</summary>
    private static bool ConvertsBias(LayerParts parts) =>
        parts.Plan.MovesSums || (parts.Model.Form.Bias is { } bias && bias.Element != parts.Bias);

    private static void EmitBias(SourceWriter writer, LayerParts parts)
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

    private static void EmitSpace(SourceWriter writer, LayerParts parts)
    {
        long copied = parts.CopiedElements;
        if (copied + parts.ScratchElements == 0)
        {
            return;
        }

        writer.Line(
            $"{parts.Sum}[] space = "
                + $"ArrayPool<{parts.Sum}>.Shared.Rent({Literals.Of(copied + parts.ScratchElements + parts.TileElements + parts.JoinedElements)});"
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

        if (parts.JoinedElements > 0)
        {
            writer.Line(
                $"ref {parts.Sum} results = ref Unsafe.Add(ref copy, {Literals.Of(copied + parts.ScratchElements + parts.TileElements)});"
            );
        }
    }

    /// <summary>The distances that all rows share.</summary>
    public static void EmitGeometry(SourceWriter writer, LayerParts parts, bool fromCopies)
    {
        if (parts.HasPitch)
        {
            // Where rows are copied a step apart each, as with a dilation, tap rows lie side by side.
            writer.Line(
                $"nint pitch = {(fromCopies ? Literals.Of(parts.CopiedLine) : LayerParts.Times("sourcePitch", parts.Model.Vertical.Dilation))};"
            );
        }

        if (parts.HasPlane)
        {
            writer.Line($"nint plane = {(fromCopies ? Literals.Of(parts.CopiedPlane) : PlaneOf(parts))};");
        }
    }

    /// <summary>Elements from one plane of the source to the next.</summary>
    private static string PlaneOf(LayerParts parts) =>
        (parts.HasTwoAxes, parts.Model.ComputesParts) switch
        {
            (true, false) => "sourcePitch * height",
            (true, true) => "sourcePitch * heldHeight",
            (false, false) => "length",
            _ => "heldWidth",
        };

    /// <summary>An item of a batch, and the way to the next one.</summary>
    private static void EmitItems(SourceWriter writer, LayerParts parts, LayerParts plane)
    {
        if (!parts.Plan.SplitsPlanes)
        {
            EmitItem(writer, parts);
            writer.Line();
            writer.Line("source = ref Unsafe.Add(ref source, sourceStep);");
            writer.Line("destination = ref Unsafe.Add(ref destination, destinationStep);");
            return;
        }

        EmitPlanes(writer, parts, plane);
        writer.Line();
        writer.Line("// The planes of the next item follow, and meet the same weights.");
        EmitMove(writer, parts, -parts.Layer.Groups);
    }

    /// <summary>All planes, one after the other; weights and what else belongs to a channel go along.</summary>
    private static void EmitPlanes(SourceWriter writer, LayerParts parts, LayerParts plane)
    {
        writer.Line($"nint sourcePlane = {PlaneOf(parts)};");
        using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(parts.Layer.Groups)}; channel++)"))
        {
            EmitItem(writer, plane);
            writer.Line();
            writer.Line("source = ref Unsafe.Add(ref source, sourcePlane);");
            writer.Line("destination = ref Unsafe.Add(ref destination, destinationPlane);");
            EmitMove(writer, parts, 1);
        }
    }

    /// <summary>Moves what belongs to a channel by some channels.</summary>
    private static void EmitMove(SourceWriter writer, LayerParts parts, int channels)
    {
        writer.Line($"weights = ref Unsafe.Add(ref weights, {Literals.Of(channels * (long)parts.BlockWeights)});");
        if (parts.HasBias)
        {
            writer.Line($"start = ref Unsafe.Add(ref start, {Literals.Of(channels)});");
        }

        if (parts.Quantised is not null)
        {
            writer.Line($"scale = ref Unsafe.Add(ref scale, {Literals.Of(channels)});");
        }
    }

    private static void EmitItem(SourceWriter writer, LayerParts parts)
    {
        if (parts.Plan.Copies is { } copies)
        {
            EmitImageValue(writer, parts);
            if (copies.OnlyFrame)
            {
                LayerFrameEmitter.EmitItem(writer, parts, copies);
            }
            else
            {
                EmitCopied(writer, parts, copies, "0", "0");
            }

            return;
        }

        if (!parts.HasTwoAxes)
        {
            writer.Line($"Row({Arguments(parts, "source", "destination", "columns")});");
            return;
        }

        if (!IsPointwise(parts) || parts.Plan.RowsTile is not null)
        {
            EmitRowByRow(writer, parts);
            return;
        }

        writer.Line(
            "// Rows without gaps are one long row to a single tap; it is cut where passes end, into pieces that stay in the "
                + "first-level cache."
        );
        string sourceRow = parts.Layer.IsPlanar ? "columns" : LayerParts.Times("columns", parts.Layer.InputChannels);
        using (writer.Block($"if (sourcePitch == {sourceRow} && destinationPitch == {LayerParts.Times("columns", parts.OutputStep)})"))
        {
            string piece = Literals.Of(PieceSize.Of(parts.Plan));
            writer.Line("nint pixels = columns * rows;");
            using (writer.Block($"for (nint x = 0; x < pixels; x += {piece})"))
            {
                string from = $"Unsafe.Add(ref source, {LayerParts.Times("x", parts.Layer.IsPlanar ? 1 : parts.Layer.InputChannels)})";
                string to = $"Unsafe.Add(ref destination, {LayerParts.Times("x", parts.OutputStep)})";
                writer.Line($"Row({Arguments(parts, from, to, $"Math.Min({piece}, pixels - x)")});");
            }
        }

        using (writer.Block("else"))
        {
            EmitRowByRow(writer, parts);
        }
    }

    /// <summary>Whether a result sees one pixel only, the one at its own place.</summary>
    private static bool IsPointwise(LayerParts parts) =>
        parts.Model is { Kernel: { Rows: 1, Columns: 1 }, Vertical.Stride: 1, Horizontal.Stride: 1 };

    private static void EmitRowByRow(SourceWriter writer, LayerParts parts)
    {
        if (parts.Plan.RowsTile is not null)
        {
            string step = LayerParts.Times("sourcePitch", parts.Model.Vertical.Stride);
            writer.Line($"Rows({PlaneRowsEmitter.Arguments(parts, "source", step, "destination", "rows", "columns")});");
            return;
        }

        using (writer.Block("for (nint y = 0; y < rows; y++)"))
        {
            string from = $"Unsafe.Add(ref source, y * {LayerParts.Times("sourcePitch", parts.Model.Vertical.Stride)})";
            writer.Line($"Row({Arguments(parts, from, "Unsafe.Add(ref destination, y * destinationPitch)", "columns")});");
        }
    }

    public static string Arguments(LayerParts parts, string source, string destination, string count) =>
        parts.RowArguments(source, "weights", "start", "scale", destination, count, hasScratch: true);

    /// <summary>Prints the loops over copied blocks, of the result from some row and column on to <c>rows</c> and <c>columns</c>.</summary>
    public static void EmitCopied(SourceWriter writer, LayerParts parts, LayerCopies copies, string firstRow, string firstColumn)
    {
        ConvolutionModel model = parts.Model;
        if (!parts.HasTwoAxes)
        {
            EmitColumns(
                writer,
                parts,
                copies,
                firstColumn,
                start =>
                {
                    writer.Line($"Copy(in image, ref copy, {start}, count);");
                    PlaneJoining.EmitRow(writer, parts, "copy", LayerParts.Times("left", parts.OutputStep));
                }
            );
            return;
        }

        string rows = Literals.Of(copies.Rows);
        using (
            writer.Block(
                copies.Rows == 1
                    ? $"for (nint top = {firstRow}; top < rows; top++)"
                    : $"for (nint top = {firstRow}; top < rows; top += {rows})"
            )
        )
        {
            if (copies.Rows > 1)
            {
                writer.Line($"nint band = Math.Min({rows}, rows - top);");
            }

            string line = Times(LayerPartEmitter.Row(parts, "top"), model.Vertical.Stride) + Minus(model.Vertical.Before);
            int stride = model.Vertical.Stride,
                size = model.Vertical.Size;
            string lines =
                copies.Rows == 1 ? Literals.Of(size)
                : stride == 1 ? "band" + (size == 1 ? "" : " + " + Literals.Of(size - 1))
                : $"((band - 1) * {Literals.Of(stride)}) + {Literals.Of(size)}";
            EmitColumns(
                writer,
                parts,
                copies,
                firstColumn,
                start =>
                {
                    writer.Line($"Copy(in image, ref copy, {start}, count, {line}, {lines});");
                    if (parts.Plan.RowsTile is not null)
                    {
                        writer.Line(
                            $"Rows({PlaneRowsEmitter.Arguments(parts, "copy", Literals.Of((long)stride * parts.CopiedLine), "Unsafe.Add(ref destination, (top * destinationPitch) + left)", copies.Rows == 1 ? "1" : "band", "count")});"
                        );
                        return;
                    }

                    string column = parts.OutputStep == 1 ? "left" : $"(left * {Literals.Of(parts.OutputStep)})";
                    if (copies.Rows == 1)
                    {
                        PlaneJoining.EmitRow(writer, parts, "copy", $"(top * destinationPitch) + {column}");
                        return;
                    }

                    if (parts.Plan.Minimal is { } minimal)
                    {
                        using (writer.Block($"if ({MinimalEmitter.Condition(minimal, "band", "count")})"))
                        {
                            PlaneJoining.EmitTiles(writer, parts, column);
                            writer.Line("continue;");
                        }

                        writer.Line();
                    }

                    using (writer.Block("for (nint y = 0; y < band; y++)"))
                    {
                        string from = $"Unsafe.Add(ref copy, y * {Literals.Of((long)stride * parts.CopiedLine)})";
                        PlaneJoining.EmitRow(writer, parts, from, $"((top + y) * destinationPitch) + {column}");
                    }
                }
            );
        }
    }

    private static void EmitColumns(SourceWriter writer, LayerParts parts, LayerCopies copies, string first, Action<string> body)
    {
        AxisGeometry horizontal = parts.Model.Horizontal;
        string columns = Literals.Of(copies.Columns);
        using (writer.Block($"for (nint left = {first}; left < columns; left += {columns})"))
        {
            writer.Line($"nint count = Math.Min({columns}, columns - left);");
            body(Times(LayerPartEmitter.Column(parts, "left"), horizontal.Stride) + Minus(horizontal.Before));
        }
    }

    private static string Times(string value, int factor) => factor == 1 ? value : $"({value} * {Literals.Of(factor)})";

    private static string Minus(int value) => value == 0 ? "" : " - " + Literals.Of(value);

    private static bool HasImagePlane(LayerParts parts) =>
        (parts.HasPixelLanes || parts.Plan.JoinsPlanes) && parts.Layer is { IsPlanar: true, InputChannels: > 1 };

    private static void EmitImage(SourceWriter writer, LayerParts parts)
    {
        writer.Line("/// <summary>The source that is copied from.</summary>");
        using (writer.Block("private ref struct Image"))
        {
            writer.Line($"public ref {parts.Source} Source;");
            writer.Line("public nint Width;");
            if (parts.HasTwoAxes)
            {
                writer.Line("public nint Pitch;");
                writer.Line("public nint Height;");
            }

            if (HasImagePlane(parts))
            {
                writer.Line("public nint Plane;");
            }

            if (parts.Quantised is { HasSourceZeroPoint: true })
            {
                writer.Line("public int ZeroPoint;");
            }

            if (parts.Model.ComputesParts)
            {
                LayerPartEmitter.EmitImageFields(writer, parts);
            }
        }

        writer.Line();
    }

    private static void EmitImageValue(SourceWriter writer, LayerParts parts)
    {
        string plane =
            (HasImagePlane(parts) ? ", Plane = " + PlaneOf(parts) : "")
            + (parts.Quantised is { HasSourceZeroPoint: true } ? ", ZeroPoint = " + LayerQuadsEmitter.ZeroPoint(parts) : "")
            + LayerPartEmitter.ImageValues(parts);
        writer.Line(
            parts.HasTwoAxes
                ? $"Image image = new() {{ Source = ref source, Width = width, Pitch = sourcePitch, Height = height{plane} }};"
                : $"Image image = new() {{ Source = ref source, Width = length{plane} }};"
        );
    }

    private static void EmitReturns(SourceWriter writer, LayerParts parts)
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
