using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers.Copies;

/// <summary>Prints <c>CopyRow</c>, which copies pixels of a row, and <c>JoinRow</c>, which puts others beside them.</summary>
internal static class CopiedRow
{
    public static void Emit(SourceWriter writer, LayerParts parts, bool joins)
    {
        int stride = parts.HasPixelLanes ? parts.Model.Horizontal.Stride : 1;
        string halves =
            !CopiedSample.JoinsHalves(parts) ? ""
            : joins ? ", beside those in the lower halves"
            : ", into the lower halves of pairs";
        writer.Line(
            $"/// <summary>Copies pixels of a row from x on{(stride > 1 ? ", " + Literals.Of(stride) + " apart" : "")}, with what lies outside the row{halves}.</summary>"
        );
        writer.Line($"[MethodImpl(MethodImplOptions.Aggressive{(parts.HasPixelLanes ? "Optimization" : "Inlining")})]");
        using (
            writer.Block(
                $"private static void {(joins ? "JoinRow" : "CopyRow")}(ref {parts.Source} row{(PlaneJoining.HasPitch(parts) ? ", nint plane" : "")}, nint width{LayerPartEmitter.HeldColumnParameters(parts)}, nint x, nint count, ref {CopiedSample.Type(parts)} copy{PlaneJoining.Strip(parts, $"ref {parts.Source} strip")}{CopiedSample.ZeroPoint(parts, "int zeroPoint")})"
            )
        )
        {
            writer.Line(
                stride == 1
                    ? "nint first = Math.Clamp(-x, 0, count);"
                    : $"nint first = Math.Clamp(({Literals.Of(stride - 1)} - x) / {Literals.Of(stride)}, 0, count);"
            );
            string end = LayerPartEmitter.EndOfRow(parts);
            writer.Line(
                stride == 1
                    ? $"nint last = Math.Clamp({end} - x, first, count);"
                    : $"nint last = Math.Clamp(({end} - x + {Literals.Of(stride - 1)}) / {Literals.Of(stride)}, first, count);"
            );
            EmitOutside(writer, parts, joins, "0", "first", stride);
            writer.Line();
            EmitInside(writer, parts, joins);
            writer.Line();
            EmitOutside(writer, parts, joins, "last", "count", stride);
        }

        writer.Line();
    }

    private static void EmitInside(SourceWriter writer, LayerParts parts, bool joins)
    {
        int pixel = Pixel(parts),
            copied = CopiedPixel(parts);
        if (PlaneJoining.HasPitch(parts) && !PlaneJoining.HasStrip(parts))
        {
            writer.Line(
                PlaneJoining.Join(writer, parts, LayerPartEmitter.HeldColumn(parts), LayerParts.Add("copy", Literals.Times("first", pixel)))
            );
            return;
        }

        if (parts.HasPixelLanes && (Step(parts) != 1 || copied != 1))
        {
            EmitApart(writer, parts, joins);
            return;
        }

        if (parts.Source == CopiedSample.Type(parts) && pixel == copied)
        {
            string copy = writer.Use(new HelperKey(HelperKind.CopyLine, parts.Model.Form.Source.Element));
            writer.Line(
                $"{copy}(ref Unsafe.Add(ref row, {LayerCopyEmitter.Product(LayerPartEmitter.HeldColumn(parts) + " + first", pixel)}), {LayerCopyEmitter.Product("last - first", pixel)}, ref Unsafe.Add(ref copy, {Literals.Times("first", pixel)}));"
            );
            return;
        }

        string row = "row";
        if (PlaneJoining.HasStrip(parts))
        {
            row = "strip";
            writer.Line(PlaneJoining.Join(writer, parts, LayerPartEmitter.HeldColumn(parts), row));
            writer.Line($"nint start = {Literals.Times("-first", pixel)};");
        }
        else
        {
            writer.Line($"nint start = {Literals.Times(LayerPartEmitter.HeldColumn(parts), pixel)};");
        }

        if (pixel != copied)
        {
            using (writer.Block("for (nint j = first; j < last; j++)"))
            using (writer.Block($"for (nint c = 0; c < {Literals.Of(pixel)}; c++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref copy, (j * {Literals.Of(copied)}) + c) = {CopiedSample.Of(parts, $"Unsafe.Add(ref {row}, start + (j * {Literals.Of(pixel)}) + c)")};"
                );
            }

            return;
        }

        EmitSideBySide(writer, parts, joins, row);
    }

    /// <summary>Prints copies of samples that do not lie side by side, in the source or where they are copied to.</summary>
    private static void EmitApart(SourceWriter writer, LayerParts parts, bool joins)
    {
        // An index, not a reference to the first pixel: that one may lie outside the source, where no reference may point.
        writer.Line($"nint start = {Literals.Times(LayerPartEmitter.HeldColumn(parts), PixelPitch(parts))};");
        writer.Line("nint j = first;");
        LayerVectorCopy.EmitEven(writer, parts);
        using (writer.Block("for (; j < last; j++)"))
        {
            string place = Step(parts) == 1 ? "j" : $"({Literals.Times("j", Step(parts))})";
            writer.Line(
                CopiedSample.Store(
                    parts,
                    joins,
                    $"Unsafe.Add(ref copy, {Literals.Times("j", CopiedPixel(parts))})",
                    CopiedSample.Of(parts, $"Unsafe.Add(ref row, start + {place})")
                )
            );
        }
    }

    /// <summary>Prints copies of samples that are converted on their way, one after the other.</summary>
    private static void EmitSideBySide(SourceWriter writer, LayerParts parts, bool joins, string row)
    {
        int pixel = Pixel(parts);
        writer.Line($"nint j = {Literals.Times("first", pixel)}, end = {Literals.Times("last", pixel)};");
        if (parts.Plan.QuadsChannels)
        {
            LayerVectorCopy.EmitUnsigned(writer, row);
        }
        else if (
            parts.Plan.Accumulator == ElementType.Int32
            && parts.Model.Form.Source.Element.Size() < (CopiedSample.Type(parts) == "short" ? 2 : 4)
        )
        {
            LayerVectorCopy.EmitWidened(writer, parts, joins, row);
        }

        using (writer.Block("for (; j < end; j++)"))
        {
            writer.Line(
                CopiedSample.Store(parts, joins, "Unsafe.Add(ref copy, j)", CopiedSample.Of(parts, $"Unsafe.Add(ref {row}, start + j)"))
            );
        }
    }

    private static void EmitOutside(SourceWriter writer, LayerParts parts, bool joins, string from, string to, int stride)
    {
        int pixel = Pixel(parts),
            pitch = PixelPitch(parts);
        bool isConstant = parts.Model.Border == BorderMode.Constant;
        if (isConstant && pixel > 1 && pixel == CopiedPixel(parts))
        {
            string length = from == "0" ? to : $"({to} - {from})";
            string first = LayerParts.Add("copy", from == "0" ? from : Literals.Times(from, pixel));
            writer.Line(
                $"MemoryMarshal.CreateSpan(ref {first}, (int)({Literals.Times(length, pixel)})).Fill({CopiedSample.BorderConstant(parts)});"
            );
            return;
        }

        using (writer.Block($"for (nint i = {from}; i < {to}; i++)"))
        {
            if (!isConstant)
            {
                string place = stride == 1 ? "x + i" : $"x + (i * {Literals.Of(stride)})";
                writer.Line(
                    $"ref {parts.Source} pixel = ref Unsafe.Add(ref row, {Literals.Times(LayerPartEmitter.Folded(parts, $"{BorderFold.Use(writer, parts.Model.Border)}({place}, width)"), pitch)});"
                );
            }

            if (pixel == 1)
            {
                writer.Line(
                    CopiedSample.Store(
                        parts,
                        joins,
                        $"Unsafe.Add(ref copy, {Literals.Times("i", CopiedPixel(parts))})",
                        isConstant ? CopiedSample.BorderConstant(parts) : CopiedSample.Of(parts, "pixel")
                    )
                );
                return;
            }

            using (writer.Block($"for (nint c = 0; c < {Literals.Of(pixel)}; c++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref copy, (i * {Literals.Of(CopiedPixel(parts))}) + c) = {(isConstant ? CopiedSample.BorderConstant(parts) : CopiedSample.Of(parts, $"Unsafe.Add(ref pixel, {(PlaneJoining.HasPitch(parts) ? "c * plane" : "c")})"))};"
                );
            }
        }
    }

    /// <summary>Elements that are copied for a pixel: all channels, or one.</summary>
    private static int Pixel(LayerParts parts) => parts.HasPixelLanes ? 1 : parts.Layer.InputChannels;

    /// <summary>Elements from one copied pixel's to the next one's in the source.</summary>
    public static int Step(LayerParts parts) =>
        !parts.HasPixelLanes ? parts.Layer.InputChannels : parts.Model.Horizontal.Stride * PixelPitch(parts);

    private static int PixelPitch(LayerParts parts) => parts.Layer.IsPlanar ? 1 : parts.Layer.InputChannels;

    /// <summary>Samples from one copied pixel to the next.</summary>
    public static int CopiedPixel(LayerParts parts) => parts.HasPixelLanes ? 1 : parts.Plan.ChannelsPerElement * parts.Plan.ReadChannels;
}
