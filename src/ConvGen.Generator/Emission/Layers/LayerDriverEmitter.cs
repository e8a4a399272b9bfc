using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Layers.Copies;
using ConvGen.Generator.Emission.Layers.Rows;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Volumes;
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
            LayerImage.EmitType(writer, plane);
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
            EmitBody(writer, parts, plane);
        }

        writer.Line();
    }

    private static void EmitBody(SourceWriter writer, LayerParts parts, LayerParts plane)
    {
        LayerQuadsEmitter.EmitCall(writer, parts.Plan);
        EmitSizes(writer, parts);

        if (parts.HasOutputPlane && parts.Model is { ComputesParts: false, TakesDestinationPlane: false })
        {
            writer.Line(
                $"nint destinationPlane = {(parts.IsVolume ? "destinationPlanePitch * (nint)OutputDepth(depth)" : parts.HasRows ? "destinationPitch * rows" : "columns")};"
            );
        }

        LayerWeightEmitter.EmitLocal(writer, parts);
        LayerMemory.EmitBias(writer, parts);
        LayerMemory.EmitSpace(writer, plane);
        EmitGeometry(writer, plane, fromCopies: parts.Plan.Copies is { OnlyFrame: false });
        writer.Line();
        if (parts.Model.GoesThroughBatch)
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

        LayerMemory.EmitReturns(writer, parts);
    }

    /// <summary>The size of what is computed.</summary>
    private static void EmitSizes(SourceWriter writer, LayerParts parts)
    {
        if (parts.Model.ComputesParts)
        {
            LayerPartEmitter.EmitSizes(writer, parts);
            return;
        }

        writer.Line($"nint columns = (nint)OutputWidth({(parts.HasRows ? "width" : "length")});");
        if (parts.HasRows)
        {
            writer.Line("nint rows = (nint)OutputHeight(height);");
        }

        if (parts is { IsVolume: true, Model.ComputesPlanes: false })
        {
            writer.Line("nint planes = (nint)OutputDepth(depth);");
        }
    }

    private static string Parameters(LayerParts parts)
    {
        SignatureForm form = parts.Model.Form;
        string sizes =
            parts.IsVolume
                ? $"ref {parts.Source} source, nint sourcePitch, nint sourcePlanePitch, int width, int height, int depth, "
                    + $"ref {parts.Destination} destination, nint destinationPitch, nint destinationPlanePitch"
                    + (parts.Model.ComputesPlanes ? ", nint begin, nint past" : "")
                    + (parts.Model.TakesDestinationPlane ? ", nint destinationPlane" : "")
            : parts.HasRows
                ? $"ref {parts.Source} source, nint sourcePitch, int width, int height, ref {parts.Destination} destination, nint "
                    + "destinationPitch"
            : $"ref {parts.Source} source, int length, ref {parts.Destination} destination";
        return sizes
            + WeightArguments.Parameters(form)
            + (parts.Model.GoesThroughBatch ? ", nint batch, nint sourceStep, nint destinationStep" : "");
    }

    /// <summary>The distances that all rows share.</summary>
    public static void EmitGeometry(SourceWriter writer, LayerParts parts, bool fromCopies)
    {
        if (parts.HasDepthPitch)
        {
            writer.Line(
                $"nint depthPitch = {(fromCopies ? Literals.Of(parts.CopiedDepth) : Literals.Times("sourcePlanePitch", parts.Model.Depth.Dilation))};"
            );
        }

        if (parts.HasPitch)
        {
            // Where rows are copied a step apart each, as with a dilation, tap rows lie side by side.
            writer.Line(
                $"nint pitch = {(fromCopies ? Literals.Of(parts.CopiedLine) : Literals.Times("sourcePitch", parts.Model.Vertical.Dilation))};"
            );
        }

        if (parts.HasPlane)
        {
            writer.Line($"nint plane = {(fromCopies ? Literals.Of(parts.CopiedPlane) : LayerImage.PlaneOf(parts))};");
        }
    }

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
        writer.Line($"nint sourcePlane = {LayerImage.PlaneOf(parts)};");
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

    /// <summary>The first plane that the windows of a plane of the result see.</summary>
    private static string FirstPlane(LayerParts parts) => DriverEmitter.FirstRow(parts.Model.Depth, "z");

    private static void EmitItem(SourceWriter writer, LayerParts parts)
    {
        if (parts.Plan.Copies is not null)
        {
            LayerImage.EmitLocal(writer, parts);
        }

        if (!parts.IsVolume)
        {
            EmitImage(writer, parts, "source");
            return;
        }

        (string begin, string past) = parts.Model.ComputesPlanes ? ("begin", "past") : ("0", "planes");
        if (parts.Plan.Copies is { Planes: > 1 } shared)
        {
            string most = Literals.Of(shared.Planes);
            using (writer.Block($"for (nint front = {begin}; front < {past}; front += {most})"))
            {
                writer.Line($"nint group = Math.Min({most}, {past} - front);");
                CopiedBlocks.Emit(writer, parts, shared, "0", "0");
            }

            return;
        }

        using (writer.Block($"for (nint z = {begin}; z < {past}; z++)"))
        {
            EmitTarget(writer, parts, "z");
            if (parts.Plan.Copies is null)
            {
                string plane = FirstPlane(parts);
                writer.Line(
                    $"ref {parts.Source} front = ref Unsafe.Add(ref source, {(plane == "z" ? plane : $"({plane})")} * sourcePlanePitch);"
                );
            }

            EmitImage(writer, parts, "front");
        }
    }

    /// <summary>Prints the reference to a plane of the result.</summary>
    public static void EmitTarget(SourceWriter writer, LayerParts parts, string plane) =>
        writer.Line(
            $"ref {parts.Destination} {parts.Target} = ref Unsafe.Add(ref destination, {VolumeEmitter.Place(parts.Model, plane)} * destinationPlanePitch);"
        );

    /// <summary>Prints what computes an image, or a plane of a volume, whose windows begin at the given reference.</summary>
    private static void EmitImage(SourceWriter writer, LayerParts parts, string source)
    {
        if (parts.Plan.Copies is { } copies)
        {
            if (copies.OnlyFrame)
            {
                LayerFrameEmitter.EmitItem(writer, parts, copies);
            }
            else
            {
                CopiedBlocks.Emit(writer, parts, copies, "0", "0");
            }

            return;
        }

        if (!parts.HasRows)
        {
            writer.Line($"Row({Arguments(parts, "source", "destination", "columns")});");
            return;
        }

        if (!IsPointwise(parts) || parts.Plan.RowsTile is not null)
        {
            EmitRowByRow(writer, parts, source);
            return;
        }

        writer.Line(
            "// Rows without gaps are one long row to a single tap; it is cut where passes end, into pieces that stay in the "
                + "first-level cache."
        );
        string sourceRow = parts.Layer.IsPlanar ? "columns" : Literals.Times("columns", parts.Layer.InputChannels);
        using (writer.Block($"if (sourcePitch == {sourceRow} && destinationPitch == {Literals.Times("columns", parts.OutputStep)})"))
        {
            string piece = Literals.Of(PieceSize.Of(parts.Plan));
            writer.Line("nint pixels = columns * rows;");
            using (writer.Block($"for (nint x = 0; x < pixels; x += {piece})"))
            {
                string from = $"Unsafe.Add(ref {source}, {Literals.Times("x", parts.Layer.IsPlanar ? 1 : parts.Layer.InputChannels)})";
                string to = $"Unsafe.Add(ref {parts.Target}, {Literals.Times("x", parts.OutputStep)})";
                writer.Line($"Row({Arguments(parts, from, to, $"Math.Min({piece}, pixels - x)")});");
            }
        }

        using (writer.Block("else"))
        {
            EmitRowByRow(writer, parts, source);
        }
    }

    /// <summary>Whether a result sees one pixel only, the one at its own place.</summary>
    private static bool IsPointwise(LayerParts parts) =>
        parts.Model is { Kernel: { Rows: 1, Columns: 1 }, Vertical.Stride: 1, Horizontal.Stride: 1 };

    private static void EmitRowByRow(SourceWriter writer, LayerParts parts, string source)
    {
        if (parts.Plan.RowsTile is not null)
        {
            string step = Literals.Times("sourcePitch", parts.Model.Vertical.Stride);
            writer.Line($"Rows({PlaneRowsEmitter.Arguments(parts, "source", step, "destination", "rows", "columns")});");
            return;
        }

        using (writer.Block("for (nint y = 0; y < rows; y++)"))
        {
            string from = $"Unsafe.Add(ref {source}, y * {Literals.Times("sourcePitch", parts.Model.Vertical.Stride)})";
            writer.Line($"Row({Arguments(parts, from, $"Unsafe.Add(ref {parts.Target}, y * destinationPitch)", "columns")});");
        }
    }

    public static string Arguments(LayerParts parts, string source, string destination, string count) =>
        parts.RowArguments(source, "weights", "start", "scale", destination, count, hasScratch: true);
}
