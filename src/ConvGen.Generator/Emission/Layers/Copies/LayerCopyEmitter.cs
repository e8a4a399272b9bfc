using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>
/// Prints how source rows are copied into a block, with what lies outside the source, in the accumulator's type and in the order in which
/// samples are read.
/// </summary>
internal static class LayerCopyEmitter
{
    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        EmitCopy(writer, parts);
        CopiedRow.Emit(writer, parts, joins: false);
        if (CopiedSample.JoinsHalves(parts))
        {
            CopiedRow.Emit(writer, parts, joins: true);
        }
    }

    /// <summary>Prints <c>Copy</c>, which copies what windows see of all planes of a volume.</summary>
    private static void EmitVolume(SourceWriter writer, LayerParts parts)
    {
        AxisGeometry depth = parts.Model.Depth;
        bool isConstant = parts.Model.Border == BorderMode.Constant,
            sharesPlanes = parts.Plan.Copies!.Planes > 1;
        writer.Line(
            "/// <summary>Copies what the windows of some output pixels see of each plane; the first window begins at the given place of "
                + "the source.</summary>"
        );
        using (
            writer.Block(
                $"private static void Copy(in Image image, ref {parts.Sum} copy, nint x, nint count, nint y, nint lines, nint z{(sharesPlanes ? ", nint planes" : "")})"
            )
        )
        {
            string place = depth.Dilation == 1 ? "z + d" : $"z + (d * {Literals.Of(depth.Dilation)})";
            using (writer.Block($"for (nint d = 0; d < {(sharesPlanes ? "planes" : Literals.Of(depth.Size))}; d++)"))
            {
                if (isConstant)
                {
                    writer.Line("// Of a plane outside, rows behind the last one are copied.");
                    writer.Line($"nint plane = {place};");
                    writer.Line("bool isInside = plane >= 0 && plane < image.Depth;");
                }
                else
                {
                    writer.Line($"nint plane = {BorderFold.Use(writer, parts.Model.Border)}({place}, image.Depth);");
                }

                writer.Line(
                    $"ref {parts.Source} source = ref Unsafe.Add(ref image.Source, {(isConstant ? "(isInside ? plane : 0)" : "plane")} * image.PlanePitch);"
                );
                writer.Line(
                    $"CopyPlane(in image, ref source, ref copy, x, count, {(isConstant ? "isInside ? y : image.Height" : "y")}, lines);"
                );
                writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(parts.CopiedDepth)});");
            }
        }

        writer.Line();
    }

    private static void EmitCopy(SourceWriter writer, LayerParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        if (parts.IsVolume)
        {
            EmitVolume(writer, parts);
        }

        writer.Line(
            parts.IsVolume
                ? "/// <summary>The same of one plane.</summary>"
                : "/// <summary>Copies what the windows of some output pixels see; the first window begins at the given place of the "
                    + "source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string lines = parts.HasRows ? ", nint y, nint lines" : "",
            source = parts.IsVolume ? $", ref {parts.Source} source" : "";
        using (
            writer.Block(
                $"private static void {(parts.IsVolume ? "CopyPlane" : "Copy")}(in Image image{source}, ref {parts.Sum} copy, nint x, nint count{lines})"
            )
        )
        {
            if (!parts.HasRows)
            {
                EmitLine(writer, parts, "image.Source");
                return;
            }

            using (writer.Block("for (nint i = 0; i < lines; i++)"))
            {
                writer.Line(
                    $"nint line = y + {(parts.Plan.Copies!.Rows > 1 || vertical.Dilation == 1 ? "i" : "(i * " + Literals.Of(vertical.Dilation) + ")")};"
                );
                if (parts.Model.Border == BorderMode.Constant)
                {
                    EmitLineOutside(writer, parts);
                }

                string folded =
                    parts.Model.Border == BorderMode.Constant
                        ? "line"
                        : BorderFold.Use(writer, parts.Model.Border) + "(line, image.Height)";
                writer.Line(
                    $"ref {parts.Source} row = ref Unsafe.Add(ref {(parts.IsVolume ? "source" : "image.Source")}, {LayerPartEmitter.HeldLine(parts, folded)} * image.Pitch);"
                );
                EmitLine(writer, parts, "row");
                writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(parts.CopiedLine)});");
            }
        }

        writer.Line();
    }

    private static void EmitLineOutside(SourceWriter writer, LayerParts parts)
    {
        using (writer.Block("if (line < 0 || line >= image.Height)"))
        {
            string length = parts.HasPixelLanes
                ? Literals.Of(parts.CopiedLine)
                : $"(int)({Product(CopiedPixels(parts), parts.Plan.ReadChannels)})";
            writer.Line($"MemoryMarshal.CreateSpan(ref copy, {length}).Fill({CopiedSample.BorderElement(parts)});");
            writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(parts.CopiedLine)});");
            writer.Line("continue;");
        }

        writer.Line();
    }

    /// <summary>Pixels that the windows of <c>count</c> output pixels see in a row.</summary>
    private static string CopiedPixels(LayerParts parts)
    {
        int stride = parts.Model.Horizontal.Stride,
            effective = parts.Model.Horizontal.EffectiveSize;
        return stride > 1 ? $"((count - 1) * {Literals.Of(stride)}) + {Literals.Of(effective)}"
            : effective == 1 ? "count"
            : "count + " + Literals.Of(effective - 1);
    }

    private static void EmitLine(SourceWriter writer, LayerParts parts, string row)
    {
        if (!parts.HasPixelLanes)
        {
            writer.Line(
                $"CopyRow(ref {row}{(PlaneJoining.HasPitch(parts) ? ", image.Plane" : "")}, image.Width{LayerPartEmitter.HeldColumns(parts)}, x, {CopiedPixels(parts)}, ref {CopiedSample.AsCopied(parts, "copy")}{PlaneJoining.Strip(parts, "ref image.Strip")}{CopiedSample.ZeroPoint(parts, "image.ZeroPoint")});"
            );
            return;
        }

        int channels = parts.Plan.ReadChannels;
        if (parts.Layer.InputChannels == 1)
        {
            EmitPhases(writer, parts, row, "copy");
        }
        else if (channels == 1)
        {
            EmitChannel(writer, parts, row);
        }
        else
        {
            using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(channels)}; channel++)"))
            {
                EmitChannel(writer, parts, row);
            }
        }
    }

    /// <summary>Prints copies of the pixels of each phase of a stride, those of a phase side by side.</summary>
    private static void EmitPhases(SourceWriter writer, LayerParts parts, string source, string target, string method = "CopyRow")
    {
        string overhang = parts.PhaseOverhang == 0 ? "count" : "count + " + Literals.Of(parts.PhaseOverhang);
        for (int phase = 0; phase < parts.Phases.Length; phase++)
        {
            string start = parts.Phases[phase] == 0 ? "x" : "x + " + Literals.Of(parts.Phases[phase]);
            string first = CopiedSample.AsCopied(parts, LayerParts.Add(target, Literals.Of(phase * parts.PhasePixels)));
            writer.Line(
                $"{method}(ref {source}, image.Width{LayerPartEmitter.HeldColumns(parts)}, {start}, {overhang}, ref {first}{CopiedSample.ZeroPoint(parts, "image.ZeroPoint")});"
            );
        }
    }

    /// <summary>Prints copies of a channel, or of a pair of them.</summary>
    private static void EmitChannel(SourceWriter writer, LayerParts parts, string row)
    {
        int channels = parts.Plan.ReadChannels;
        string plane = parts.Layer.IsPlanar ? "image.Plane" : "1";
        string channel =
            channels == 1 ? "0"
            : parts.Plan.PairsChannels ? "channel * 2"
            : "channel";
        string place = channel == "0" || plane == "1" ? channel : channel + " * " + plane;
        writer.Line($"ref {parts.Source} samples = ref {LayerParts.Add(row, place)};");
        writer.Line(
            $"ref {parts.Sum} target = ref {LayerParts.Add("copy", channels == 1 ? "0" : $"channel * {Literals.Of(parts.CopiedPlane)}")};"
        );
        EmitPhases(writer, parts, "samples", "target");
        if (!parts.Plan.PairsChannels)
        {
            return;
        }

        string neighbour = $"Unsafe.Add(ref samples, {plane})";
        if (parts.Layer.GroupInputs % 2 == 0)
        {
            EmitPhases(writer, parts, neighbour, "target", "JoinRow");
            return;
        }

        // The last channel has no neighbour; zeros stay beside it.
        using (writer.Block($"if (channel < {Literals.Of(channels - 1)})"))
        {
            EmitPhases(writer, parts, neighbour, "target", "JoinRow");
        }
    }

    public static string Product(string sum, int factor) => factor == 1 ? sum : Literals.Times("(" + sum + ")", factor);
}
