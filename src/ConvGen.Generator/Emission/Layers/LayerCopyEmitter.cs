using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Layers;

/// <summary>
/// Prints how source rows are copied into a block, with what lies outside the source, in the accumulator's type and in the order in which
/// samples are read.
/// </summary>
internal static class LayerCopyEmitter
{
    public static void Emit(SourceWriter writer, LayerParts parts)
    {
        EmitCopy(writer, parts);
        EmitRow(writer, parts, joins: false);
        if (JoinsHalves(parts))
        {
            EmitRow(writer, parts, joins: true);
        }
    }

    /// <summary>
    /// Whether pairs are put together from two planes, or from samples of two channels that lie apart: the lower halves first, and then the
    /// upper ones beside them.
    /// </summary>
    public static bool JoinsHalves(LayerParts parts) => parts.Plan.PairsChannels && parts.HasPixelLanes;

    /// <summary>A statement that copies a number.</summary>
    private static string Store(LayerParts parts, bool joins, string place, string number) =>
        !JoinsHalves(parts) ? $"{place} = {number};"
        : joins ? $"{place} |= ({number}) << 16;"
        : $"{place} = ({number}) & 0xFFFF;";

    /// <summary>The zero point of the source, behind a type or behind nothing, where samples are copied less it.</summary>
    private static string ZeroPoint(LayerParts parts, string text) => parts.Quantised is { HasSourceZeroPoint: true } ? ", " + text : "";

    /// <summary>A sample as it is copied: outside lies 0 where samples are copied less their zero point.</summary>
    private static string Sample(LayerParts parts, string sample) =>
        parts.Source == Copied(parts) ? sample
        : parts.Plan.QuadsChannels ? $"(byte)({sample} + 128)"
        : parts.Quantised is { HasSourceZeroPoint: true }
            ? Copied(parts) == "int" ? sample + " - zeroPoint"
                : $"({Copied(parts)})({sample} - zeroPoint)"
        : $"({Copied(parts)}){sample}";

    /// <summary>What lies outside as a copied sample; where samples are copied with their zero point, that.</summary>
    private static string BorderConstant(LayerParts parts, string zeroPoint = "zeroPoint")
    {
        if (parts.Plan.QuadsChannels)
        {
            return parts.Quantised is { HasSourceZeroPoint: true } ? "(byte)" + zeroPoint
                : parts.Source == Copied(parts) ? Literals.Of(parts.Model.BorderValue, ElementType.Byte)
                : Literals.Of(parts.Model.BorderValue + new Rational(128, 1), ElementType.Byte);
        }

        string constant = Literals.Of(parts.Model.BorderValue, parts.Model.Form.Source.Element);
        return parts.Source == Copied(parts) ? constant : $"({Copied(parts)})({constant})";
    }

    /// <summary>The same as an element that is read: where channels are read in pairs, in both halves, and in all quarters.</summary>
    private static string BorderElement(LayerParts parts) =>
        parts.Plan.QuadsChannels ? $"unchecked({BorderConstant(parts, "image.ZeroPoint")} * 0x01010101)"
        : parts.Plan.PairsChannels ? $"({BorderConstant(parts)} & 0xFFFF) | ({BorderConstant(parts)} << 16)"
        : BorderConstant(parts);

    /// <summary>The type of copied samples: that of the sums, or 16 or 8 bits where two or four of them are read as one.</summary>
    public static string Copied(LayerParts parts) =>
        parts.Plan.QuadsChannels ? "byte"
        : parts.Plan.PairsChannels && !JoinsHalves(parts) ? "short"
        : parts.Sum;

    /// <summary>A reference to elements as they are read, as one to copied samples.</summary>
    private static string AsCopied(LayerParts parts, string reference) =>
        Copied(parts) == parts.Sum ? reference : $"Unsafe.As<int, {Copied(parts)}>(ref {reference})";

    private static void EmitCopy(SourceWriter writer, LayerParts parts)
    {
        AxisGeometry vertical = parts.Model.Vertical;
        writer.Line(
            "/// <summary>Copies what the windows of some output pixels see; the first window begins at the given place of the "
                + "source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string lines = parts.HasTwoAxes ? ", nint y, nint lines" : "";
        using (writer.Block($"private static void Copy(in Image image, ref {parts.Sum} copy, nint x, nint count{lines})"))
        {
            if (!parts.HasTwoAxes)
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
                    using (writer.Block("if (line < 0 || line >= image.Height)"))
                    {
                        string length = parts.HasPixelLanes
                            ? Literals.Of(parts.CopiedLine)
                            : $"(int)({Product(CopiedPixels(parts), parts.Plan.ReadChannels)})";
                        writer.Line($"MemoryMarshal.CreateSpan(ref copy, {length}).Fill({BorderElement(parts)});");
                        writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(parts.CopiedLine)});");
                        writer.Line("continue;");
                    }

                    writer.Line();
                }

                string folded =
                    parts.Model.Border == BorderMode.Constant
                        ? "line"
                        : BorderFold.Use(writer, parts.Model.Border) + "(line, image.Height)";
                writer.Line(
                    $"ref {parts.Source} row = ref Unsafe.Add(ref image.Source, {LayerPartEmitter.HeldLine(parts, folded)} * image.Pitch);"
                );
                EmitLine(writer, parts, "row");
                writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(parts.CopiedLine)});");
            }
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
                $"CopyRow(ref {row}{(PlaneJoining.HasPitch(parts) ? ", image.Plane" : "")}, image.Width{LayerPartEmitter.HeldColumns(parts)}, x, {CopiedPixels(parts)}, ref {AsCopied(parts, "copy")}{ZeroPoint(parts, "image.ZeroPoint")});"
            );
            return;
        }

        int channels = parts.Plan.ReadChannels;
        string overhang = parts.PhaseOverhang == 0 ? "count" : "count + " + Literals.Of(parts.PhaseOverhang);
        void Phases(string source, string target, string method = "CopyRow")
        {
            for (int phase = 0; phase < parts.Phases.Length; phase++)
            {
                string start = parts.Phases[phase] == 0 ? "x" : "x + " + Literals.Of(parts.Phases[phase]);
                string first = AsCopied(parts, LayerParts.Add(target, Literals.Of(phase * parts.PhasePixels)));
                writer.Line(
                    $"{method}(ref {source}, image.Width{LayerPartEmitter.HeldColumns(parts)}, {start}, {overhang}, ref {first}{ZeroPoint(parts, "image.ZeroPoint")});"
                );
            }
        }

        if (parts.Layer.InputChannels == 1)
        {
            Phases(row, "copy");
            return;
        }

        if (channels == 1)
        {
            EmitChannel();
            return;
        }

        using (writer.Block($"for (nint channel = 0; channel < {Literals.Of(channels)}; channel++)"))
        {
            EmitChannel();
        }

        void EmitChannel()
        {
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
            Phases("samples", "target");
            if (!parts.Plan.PairsChannels)
            {
                return;
            }

            if (parts.Layer.GroupInputs % 2 == 0)
            {
                Phases($"Unsafe.Add(ref samples, {plane})", "target", "JoinRow");
                return;
            }

            // The last channel has no neighbour; zeros stay beside it.
            using (writer.Block($"if (channel < {Literals.Of(channels - 1)})"))
            {
                Phases($"Unsafe.Add(ref samples, {plane})", "target", "JoinRow");
            }
        }
    }

    /// <summary>Elements that are copied for a pixel: all channels, or one.</summary>
    private static int Pixel(LayerParts parts) => parts.HasPixelLanes ? 1 : parts.Layer.InputChannels;

    /// <summary>Elements from one copied pixel's to the next one's in the source.</summary>
    public static int Step(LayerParts parts) =>
        !parts.HasPixelLanes ? parts.Layer.InputChannels : parts.Model.Horizontal.Stride * PixelPitch(parts);

    private static int PixelPitch(LayerParts parts) => parts.Layer.IsPlanar ? 1 : parts.Layer.InputChannels;

    private static void EmitRow(SourceWriter writer, LayerParts parts, bool joins)
    {
        int stride = parts.HasPixelLanes ? parts.Model.Horizontal.Stride : 1;
        string halves =
            !JoinsHalves(parts) ? ""
            : joins ? ", beside those in the lower halves"
            : ", into the lower halves of pairs";
        writer.Line(
            $"/// <summary>Copies pixels of a row from x on{(stride > 1 ? ", " + Literals.Of(stride) + " apart" : "")}, with what lies outside the row{halves}.</summary>"
        );
        writer.Line($"[MethodImpl(MethodImplOptions.Aggressive{(parts.HasPixelLanes ? "Optimization" : "Inlining")})]");
        using (
            writer.Block(
                $"private static void {(joins ? "JoinRow" : "CopyRow")}(ref {parts.Source} row{(PlaneJoining.HasPitch(parts) ? ", nint plane" : "")}, nint width{LayerPartEmitter.HeldColumnParameters(parts)}, nint x, nint count, ref {Copied(parts)} copy{ZeroPoint(parts, "int zeroPoint")})"
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
        if (PlaneJoining.HasPitch(parts))
        {
            writer.Line(PlaneJoining.Join(writer, parts, LayerPartEmitter.HeldColumn(parts)));
            return;
        }

        if (parts.HasPixelLanes && (Step(parts) != 1 || copied != 1))
        {
            // An index, not a reference to the first pixel: that one may lie outside the source, where no reference may point.
            writer.Line($"nint start = {LayerParts.Times(LayerPartEmitter.HeldColumn(parts), PixelPitch(parts))};");
            writer.Line("nint j = first;");
            LayerVectorCopy.EmitEven(writer, parts);
            using (writer.Block("for (; j < last; j++)"))
            {
                string place = Step(parts) == 1 ? "j" : $"({LayerParts.Times("j", Step(parts))})";
                writer.Line(
                    Store(
                        parts,
                        joins,
                        $"Unsafe.Add(ref copy, {LayerParts.Times("j", copied)})",
                        Sample(parts, $"Unsafe.Add(ref row, start + {place})")
                    )
                );
            }

            return;
        }

        if (parts.Source == Copied(parts) && pixel == copied)
        {
            string copy = writer.Use(new HelperKey(HelperKind.CopyLine, parts.Model.Form.Source.Element));
            writer.Line(
                $"{copy}(ref Unsafe.Add(ref row, {Product(LayerPartEmitter.HeldColumn(parts) + " + first", pixel)}), {Product("last - first", pixel)}, ref Unsafe.Add(ref copy, {LayerParts.Times("first", pixel)}));"
            );
            return;
        }

        writer.Line($"nint start = {LayerParts.Times(LayerPartEmitter.HeldColumn(parts), pixel)};");
        if (pixel != copied)
        {
            using (writer.Block("for (nint j = first; j < last; j++)"))
            using (writer.Block($"for (nint c = 0; c < {Literals.Of(pixel)}; c++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref copy, (j * {Literals.Of(copied)}) + c) = {Sample(parts, $"Unsafe.Add(ref row, start + (j * {Literals.Of(pixel)}) + c)")};"
                );
            }

            return;
        }

        writer.Line($"nint j = {LayerParts.Times("first", pixel)}, end = {LayerParts.Times("last", pixel)};");
        if (parts.Plan.QuadsChannels)
        {
            LayerVectorCopy.EmitUnsigned(writer);
        }
        else if (parts.Plan.Accumulator == ElementType.Int32 && parts.Model.Form.Source.Element.Size() < (Copied(parts) == "short" ? 2 : 4))
        {
            LayerVectorCopy.EmitWidened(writer, parts, joins);
        }

        using (writer.Block("for (; j < end; j++)"))
        {
            writer.Line(Store(parts, joins, "Unsafe.Add(ref copy, j)", Sample(parts, "Unsafe.Add(ref row, start + j)")));
        }
    }

    /// <summary>Samples from one copied pixel to the next.</summary>
    private static int CopiedPixel(LayerParts parts) => parts.HasPixelLanes ? 1 : parts.Plan.ChannelsPerElement * parts.Plan.ReadChannels;

    private static string Product(string sum, int factor) => factor == 1 ? sum : LayerParts.Times("(" + sum + ")", factor);

    private static void EmitOutside(SourceWriter writer, LayerParts parts, bool joins, string from, string to, int stride)
    {
        int pixel = Pixel(parts),
            pitch = PixelPitch(parts);
        bool isConstant = parts.Model.Border == BorderMode.Constant;
        if (isConstant && pixel > 1 && pixel == CopiedPixel(parts))
        {
            string length = from == "0" ? to : $"({to} - {from})";
            string first = LayerParts.Add("copy", from == "0" ? from : LayerParts.Times(from, pixel));
            writer.Line($"MemoryMarshal.CreateSpan(ref {first}, (int)({LayerParts.Times(length, pixel)})).Fill({BorderConstant(parts)});");
            return;
        }

        using (writer.Block($"for (nint i = {from}; i < {to}; i++)"))
        {
            if (!isConstant)
            {
                string place = stride == 1 ? "x + i" : $"x + (i * {Literals.Of(stride)})";
                writer.Line(
                    $"ref {parts.Source} pixel = ref Unsafe.Add(ref row, {LayerParts.Times(LayerPartEmitter.Folded(parts, $"{BorderFold.Use(writer, parts.Model.Border)}({place}, width)"), pitch)});"
                );
            }

            if (pixel == 1)
            {
                writer.Line(
                    Store(
                        parts,
                        joins,
                        $"Unsafe.Add(ref copy, {LayerParts.Times("i", CopiedPixel(parts))})",
                        isConstant ? BorderConstant(parts) : Sample(parts, "pixel")
                    )
                );
                return;
            }

            using (writer.Block($"for (nint c = 0; c < {Literals.Of(pixel)}; c++)"))
            {
                writer.Line(
                    $"Unsafe.Add(ref copy, (i * {Literals.Of(CopiedPixel(parts))}) + c) = {(isConstant ? BorderConstant(parts) : Sample(parts, $"Unsafe.Add(ref pixel, {(PlaneJoining.HasPitch(parts) ? "c * plane" : "c")})"))};"
                );
            }
        }
    }
}
