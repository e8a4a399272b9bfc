using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>
/// Prints <c>Run</c> for volumes. A plane of the result is computed as an image is, with kernel rows that come from several planes of the
/// source: plans, tiles, passes and what lies beside a plane are those of two axes, whose
/// rows have an address of two distances (<see cref="Lowering.SourceRowOffset"/>). Of the third axis only this is left: to go through the
/// planes, to tell those whose windows see planes outside, and to copy their windows plane by
/// plane, folded as the border says.
/// </summary>
internal static class VolumeEmitter
{
    /// <summary>
    /// Bytes of the source rows that the windows of a band of results see, of all of their planes: a part of a second-level cache, so that
    /// each plane is brought there once for all planes of the result that see it.
    /// </summary>
    private const int BandBytes = 192 * 1024;

    /// <summary>Rows of a band at least: lower ones would read their neighbours' rows too often.</summary>
    private const int FewestRows = SizeHalo.BandRows;

    public static void EmitImageFields(SourceWriter writer)
    {
        writer.Line("public nint Plane;");
        writer.Line("public nint PlanePitch;");
        writer.Line("public nint Depth;");
    }

    public static void EmitImageValues(SourceWriter writer)
    {
        writer.Line("PlanePitch = sourcePlanePitch,");
        writer.Line("Depth = depth,");
    }

    /// <summary>A call that copies what the windows of a block see of all planes.</summary>
    public static string GatherCall(KernelParts parts, string column, string line, string lines) =>
        $"GatherPlanes(in image, {column}, {line}, columns, {lines});";

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        EmitRunSummary(writer, parts);
        using (writer.Block(RunHead(parts)))
        {
            WeightEmitter.EmitLocal(writer, parts);
            SeparableEmitter.EmitBuffer(writer, parts);
            writer.Line("nint columns = (nint)OutputWidth(width);");
            writer.Line("nint rows = (nint)OutputHeight(height);");
            if (!parts.Model.ComputesPlanes || parts.Plan.Halo.IsNeeded)
            {
                writer.Line("nint planes = (nint)OutputDepth(depth);");
            }

            writer.Line();
            EmitInside(writer, parts);
            EmitBands(writer, parts);
            if (parts.Plan.Halo.IsNeeded)
            {
                writer.Line();
                CacheLine.EmitReturn(writer, "block");
            }

            SeparableEmitter.EmitReturn(writer, parts);
            WeightEmitter.EmitReturn(writer, parts);
        }

        writer.Line();
        if (parts.Plan.Halo.IsNeeded)
        {
            EmitGather(writer, parts);
        }
    }

    /// <summary>Prints what <c>Run</c> does.</summary>
    public static void EmitRunSummary(SourceWriter writer, KernelParts parts) =>
        writer.Line(
            $"/// <summary>Computes {(parts.Model.ComputesPlanes ? "planes [begin, past) of the result, the first of which the destination refers to" : "the whole result")}. The arguments have been checked, and neither the source nor the result is empty.</summary>"
        );

    /// <summary>The head of <c>Run</c>.</summary>
    public static string RunHead(KernelParts parts)
    {
        string planes = parts.Model.ComputesPlanes ? ", nint begin, nint past" : "";
        return $"internal static void Run(ref {parts.Source} source, nint sourcePitch, nint sourcePlanePitch, int width, int height, int depth, ref {parts.Destination} destination, nint destinationPitch, nint destinationPlanePitch{planes}{WeightArguments.Parameters(parts.Model.Form)})";
    }

    /// <summary>The place of a plane of the result, counted from the first one that is computed.</summary>
    public static string Place(ConvolutionModel model, string plane) => model.ComputesPlanes ? $"({plane} - begin)" : plane;

    /// <summary>Prints which planes of the result see only planes of the source.</summary>
    public static void EmitInsidePlanes(SourceWriter writer, AxisGeometry axis)
    {
        int near = (axis.Before + axis.Stride - 1) / axis.Stride;
        writer.Line();
        writer.Line("// Planes [near, far) see no plane outside the source.");
        writer.Line(near == 0 ? "nint near = 0;" : $"nint near = Math.Min({Literals.Of(near)}, planes);");
        writer.Line($"nint far = Math.Clamp({DriverEmitter.End(axis, "depth")}, near, planes);");
    }

    /// <summary>Prints what the frame needs, and which part of the result sees only the source.</summary>
    private static void EmitInside(SourceWriter writer, KernelParts parts)
    {
        if (!parts.Plan.Halo.IsNeeded)
        {
            return;
        }

        CacheLine.EmitRented(writer, parts.Model.Form.Source.Element, "line", "block", parts.Layout.BlockElements);
        FrameEmitter.EmitImageValue(writer, parts);
        if (parts.ExtendsSums)
        {
            writer.Line();
            writer.Line("// The first window of a row reaches out this many pixels. Rows [top, bottom) see no row outside the source.");
            writer.Line($"nint left = {Literals.Of(parts.Model.Horizontal.Before)};");
            DriverEmitter.EmitInsideRows(writer, parts);
        }
        else if (!parts.SortsSamples)
        {
            DriverEmitter.EmitInside(writer, parts);
        }

        if (!parts.SortsSamples)
        {
            EmitInsidePlanes(writer, parts.Model.Depth);
        }

        writer.Line();
    }

    private static void EmitBands(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        int elements =
            BandBytes / model.Form.Source.Element.Size() / model.Depth.EffectiveSize / model.PixelChannels / model.Vertical.Stride;
        writer.Line("// Band by band through all planes, so that those which windows see stay in the cache while the windows move on.");
        writer.Line($"nint band = Math.Max({Literals.Of(FewestRows)}, {Literals.Of(Math.Max(1, elements))} / (nint)width);");
        using (writer.Block("for (nint y = 0; y < rows; y += band)"))
        {
            writer.Line("nint end = Math.Min(y + band, rows);");
            using (writer.Block(model.ComputesPlanes ? "for (nint z = begin; z < past; z++)" : "for (nint z = 0; z < planes; z++)"))
            {
                if (parts.Plan.Halo.IsNeeded)
                {
                    EmitPlane(writer, parts);
                }
                else
                {
                    EmitRows(
                        writer,
                        parts,
                        DriverEmitter.FirstRow(model.Depth, "z"),
                        "ref destination",
                        $"{Place(model, "z")} * destinationPlanePitch",
                        ("y", "end"),
                        "0",
                        "columns"
                    );
                }
            }
        }
    }

    /// <summary>Prints how the band of a plane of the result is computed.</summary>
    private static void EmitPlane(SourceWriter writer, KernelParts parts)
    {
        writer.Line($"image.Plane = {DriverEmitter.FirstRow(parts.Model.Depth, "z")};");
        writer.Line($"image.Destination = ref Unsafe.Add(ref destination, {Place(parts.Model, "z")} * destinationPlanePitch);");
        if (parts.SortsSamples)
        {
            writer.Line("Framed(in image, 0, y, columns, end);");
            return;
        }

        writer.Line("nint first = Math.Clamp(top, y, end);");
        writer.Line("nint last = Math.Clamp(bottom, first, end);");
        string narrow = parts.ExtendsSums
            ? "first == last"
            : $"right - left < PassPixels || last - first < {Literals.Of(parts.FewestRows)}";
        using (writer.Block($"if (z < near || z >= far || {narrow})"))
        {
            writer.Line("Framed(in image, 0, y, columns, end);");
            writer.Line("continue;");
        }

        writer.Line();
        writer.Line("Framed(in image, 0, y, columns, first);");
        if (parts.ExtendsSums)
        {
            EmitRows(writer, parts, "image.Plane", "ref image.Destination", "", ("first", "last"), "", "columns");
        }
        else
        {
            writer.Line("Framed(in image, 0, first, left, last);");
            string column = parts.Elements("left" + FrameEmitter.Minus(parts.Model.Horizontal.Before));
            EmitRows(writer, parts, "image.Plane", "ref image.Destination", "", ("first", "last"), column, "right - left");
            writer.Line("Framed(in image, right, first, columns, last);");
        }

        writer.Line("Framed(in image, 0, last, columns, end);");
    }

    /// <summary>Prints the call for rows whose windows are read in place.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parts">The kernel.</param>
    /// <param name="plane">The first plane that their windows see.</param>
    /// <param name="destination">A reference to the first result of a plane, or of the volume.</param>
    /// <param name="offset">What lies between it and the plane, or nothing.</param>
    /// <param name="rows">The first row and the one after the last.</param>
    /// <param name="column">The element of a source row at which the first window begins; nothing where rows begin with the
    /// source's.</param>
    /// <param name="columns">Results of a row.</param>
    private static void EmitRows(
        SourceWriter writer,
        KernelParts parts,
        string plane,
        string destination,
        string offset,
        (string First, string End) rows,
        string column,
        string columns
    )
    {
        string window =
            $"(({plane}) * sourcePlanePitch) + (({DriverEmitter.FirstRow(parts.Model.Vertical, rows.First)}) * sourcePitch)"
            + (column is "" or "0" ? "" : $" + ({column})");
        string place =
            (offset.Length == 0 ? "" : $"({offset}) + ")
            + $"({rows.First} * destinationPitch)"
            + (column is "" or "0" ? "" : " + " + Reference.Grouped(parts.Elements("left")));
        writer.Line($"ref {parts.Source} inside = ref Unsafe.Add(ref source, {window});");
        writer.Line($"ref {parts.Destination} result = ref Unsafe.Add({destination}, {place});");
        writer.Line(RowsEmitter.Call(parts, "inside", "sourcePitch", "result", columns, $"{rows.End} - {rows.First}"));
    }

    /// <summary>Prints how the windows of a block are copied, plane by plane.</summary>
    private static void EmitGather(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        writer.Line(
            "/// <summary>Copies what the windows of a block see of each plane; the first one begins at the given place of the "
                + "image's plane.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void GatherPlanes(in {FrameEmitter.ImageType(writer, parts)} image, nint x, nint y, nint columns, "
                    + "nint lines)"
            )
        )
        {
            writer.Line($"{FrameEmitter.ImageType(writer, parts)} plane = image;");
            using (writer.Block($"for (nint i = 0; i < {Literals.Of(model.Kernel.Planes)}; i++)"))
            {
                writer.Line(
                    "nint place = image.Plane + " + (model.Depth.Dilation == 1 ? "i;" : $"(i * {Literals.Of(model.Depth.Dilation)});")
                );
                if (GatherEmitter.IsConstant(parts))
                {
                    using (writer.Block("if (place < 0 || place >= image.Depth)"))
                    {
                        writer.Line(
                            "MemoryMarshal.CreateSpan(ref plane.Windows.Block, "
                                + $"{Literals.Of(parts.Layout.PlaneElements)}).Fill({GatherEmitter.BorderConstant(parts)});"
                        );
                    }

                    using (writer.Block("else"))
                    {
                        EmitGatherPlane(writer, parts, "place");
                    }
                }
                else
                {
                    EmitGatherPlane(writer, parts, BorderFold.Use(writer, model.Border) + "(place, image.Depth)");
                }

                writer.Line();
                writer.Line($"plane.Windows.Block = ref Unsafe.Add(ref plane.Windows.Block, {Literals.Of(parts.Layout.PlaneElements)});");
            }
        }

        writer.Line();
    }

    private static void EmitGatherPlane(SourceWriter writer, KernelParts parts, string plane)
    {
        writer.Line($"plane.Windows.Source = ref Unsafe.Add(ref image.Windows.Source, {plane} * image.PlanePitch);");
        writer.Line(GatherEmitter.Call(writer, parts, "x", "y", "lines", "plane"));
    }
}
