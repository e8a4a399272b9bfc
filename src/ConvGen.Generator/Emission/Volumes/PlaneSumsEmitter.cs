using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>
/// Prints <c>Run</c> for volumes whose sums are formed along planes first: strip by strip and band by band, images of such sums are made
/// for a few planes of the result, with what lies outside of their rows and columns, and filtered by a type of their own.
/// </summary>
internal static class PlaneSumsEmitter
{
    private const string WithinType = "WithinPlane";

    /// <summary>Prints all that computes the kernel but its sizes.</summary>
    public static void Emit(SourceWriter writer, KernelParts parts, PlaneSums sums)
    {
        PlaneImages images = new(parts, sums);
        EmitVolume(writer, images);
        EmitRun(writer, images);
        SumPlanesEmitter.Emit(writer, images);
        SeparableEmitter.EmitPass(writer, images.Across, "Sums along the planes of the source.");
        writer.Line("/// <summary>Filters an image of these, all windows of which lie inside.</summary>");
        using (writer.Block($"private static class {WithinType}"))
        {
            KernelEmitter.EmitMembers(writer, sums.Within);
        }
    }

    private static void EmitVolume(SourceWriter writer, PlaneImages images)
    {
        writer.Line("/// <summary>What sums along planes are made of, and where they go.</summary>");
        using (writer.Block("private ref struct Volume"))
        {
            writer.Line($"public ref {images.Parts.Source} Source;");
            writer.Line("public nint Pitch;");
            writer.Line("public nint PlanePitch;");
            writer.Line("public nint Width;");
            writer.Line("public nint Height;");
            writer.Line("public nint Depth;");
            writer.Line($"public ref {images.Intermediate} Sums;");
            if (images.LeavesPlanes)
            {
                writer.Line($"public ref {images.Parts.Source} Block;");
            }
        }

        writer.Line();
    }

    private static void EmitRun(SourceWriter writer, PlaneImages images)
    {
        KernelParts parts = images.Parts;
        VolumeEmitter.EmitRunSummary(writer, parts);
        using (writer.Block(VolumeEmitter.RunHead(parts)))
        {
            writer.Line(
                $"// Sums along planes, as images of {Literals.Of(images.Sums.Planes)} planes of the result, from the beginning of a cache line on."
            );
            CacheLine.EmitRented(writer, images.Sums.Intermediate, "sums", "rented", (long)images.ImageElements * images.Sums.Planes);
            if (images.LeavesPlanes)
            {
                CacheLine.EmitRented(
                    writer,
                    images.Model.Form.Source.Element,
                    "block",
                    "copied",
                    (long)images.RowElements * images.Sums.SeenPlanes
                );
            }

            writer.Line("nint columns = (nint)OutputWidth(width);");
            writer.Line("nint rows = (nint)OutputHeight(height);");
            if (!images.Model.ComputesPlanes || images.LeavesPlanes)
            {
                writer.Line("nint planes = (nint)OutputDepth(depth);");
            }

            string block = images.LeavesPlanes ? ", Block = ref block" : "";
            writer.Line(
                "Volume volume = new() { Source = ref source, Pitch = sourcePitch, PlanePitch = sourcePlanePitch, Width = width, "
                    + $"Height = height, Depth = depth, Sums = ref sums{block} }};"
            );
            if (images.LeavesPlanes)
            {
                VolumeEmitter.EmitInsidePlanes(writer, images.Model.Depth);
            }

            writer.Line();
            EmitStrips(writer, images);
            writer.Line();
            CacheLine.EmitReturn(writer, "rented");
            if (images.LeavesPlanes)
            {
                CacheLine.EmitReturn(writer, "copied");
            }
        }

        writer.Line();
    }

    private static void EmitStrips(SourceWriter writer, PlaneImages images)
    {
        PlaneSums sums = images.Sums;
        AxisGeometry vertical = images.Model.Vertical,
            horizontal = images.Model.Horizontal;
        writer.Line("// Strip by strip and band by band through all planes, so that those which windows see stay in the cache.");
        writer.Line("nint strip;");
        using (writer.Block("for (nint x = 0; x < columns; x += strip)"))
        {
            writer.Line($"strip = columns - x < {Literals.Of(sums.WidestStrip)} ? columns - x : {Literals.Of(sums.StripPixels)};");
            writer.Line($"nint seen = {Seen("strip", horizontal)};");
            writer.Line("// An odd number of cache lines a row, so that rows do not fall on each other in the cache.");
            string lines = Literals.Of(images.LineElements);
            writer.Line(
                $"nint pitch = ((({Grouped(images.Parts.Elements("seen"))} + {Literals.Of(images.LineElements - 1)}) / {lines}) | 1) * {lines};"
            );
            string rest = $"({Literals.Of(images.ImageElements)} / pitch){FrameEmitter.Minus(vertical.EffectiveSize - vertical.Stride)}";
            writer.Line($"nint band = {(vertical.Stride == 1 ? rest : $"({rest}) / {Literals.Of(vertical.Stride)}")};");
            using (writer.Block("for (nint y = 0; y < rows; y += band)"))
            {
                writer.Line($"nint lines = {Seen("Math.Min(band, rows - y)", vertical)};");
                writer.Line("nint group;");
                (string first, string past) = images.Model.ComputesPlanes ? ("begin", "past") : ("0", "planes");
                using (writer.Block($"for (nint z = {first}; z < {past}; z += group)"))
                {
                    EmitGroup(writer, images, past);
                }
            }
        }
    }

    private static void EmitGroup(SourceWriter writer, PlaneImages images, string past)
    {
        ConvolutionModel model = images.Model;
        PlaneSums sums = images.Sums;
        string most = Literals.Of(sums.Planes);
        if (!images.LeavesPlanes)
        {
            writer.Line($"group = Math.Min({past} - z, {most});");
        }
        else
        {
            writer.Line("bool isInside = z >= near && z < far;");
            string end = $"Math.Min({past}, z < near ? near : z < far ? far : planes)";
            writer.Line(
                $"group = Math.Min({end} - z, {(sums.CopiedPlanes == sums.Planes ? most : $"isInside ? {most} : {Literals.Of(sums.CopiedPlanes)}")});"
            );
        }

        string At(AxisGeometry axis, string place) => DriverEmitter.FirstRow(axis, place);
        writer.Line(
            $"SumPlanes(in volume, {At(model.Horizontal, "x")}, {At(model.Vertical, "y")}, {At(model.Depth, "z")}, seen, lines, pitch, group{(images.LeavesPlanes ? ", isInside" : "")});"
        );
        using (writer.Block("for (nint i = 0; i < group; i++)"))
        {
            writer.Line(
                $"ref {images.Parts.Destination} result = ref Unsafe.Add(ref destination, ({VolumeEmitter.Place(model, "(z + i)")} * destinationPlanePitch) + (y * destinationPitch) + {Grouped(images.Parts.Elements("x"))});"
            );
            writer.Line(
                $"{WithinType}.Run(ref Unsafe.Add(ref sums, i * {Literals.Of(images.ImageElements)}), pitch, (int)seen, (int)lines, ref result, destinationPitch);"
            );
        }
    }

    /// <summary>What so many results see along an axis.</summary>
    private static string Seen(string results, AxisGeometry axis)
    {
        int beyond = axis.EffectiveSize - axis.Stride;
        return (axis.Stride == 1 ? results : $"({results} * {Literals.Of(axis.Stride)})") + FrameEmitter.Plus(beyond);
    }

    private static string Grouped(string text) => text.Contains(" * ") ? "(" + text + ")" : text;
}
