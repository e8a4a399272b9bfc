using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Layers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints a type <c>InPlace</c>, which overwrites an image by its result, band by band of its rows (of one axis, stretch by stretch). A
/// band is computed from copies of all rows that it sees. Those
/// which the next band sees too are kept; what stands for rows outside is copied first, as long as nothing is overwritten. So no window
/// leaves the copies at their top or bottom.
/// </summary>
internal static class InPlaceEmitter
{
    public const string Name = "InPlace";

    public static void Emit(SourceWriter writer, ConvolutionModel model)
    {
        if (!model.Form.IsInPlace)
        {
            return;
        }

        InPlaceNames names = new(model);
        writer.Line("/// <summary>Overwrites an image by its result, band by band, from copies of what a band sees.</summary>");
        using (writer.Block("internal static class " + Name))
        {
            EmitRun(writer, model, names);
            if (names.Kept > 0)
            {
                EmitKeep(writer, model, names);
            }

            writer.Line("private static void Copy(ref " + names.Type + " from, ref " + names.Type + " to, nint count)");
            writer.Line(
                "    => MemoryMarshal.CreateReadOnlySpan(ref from, (int)count).CopyTo(MemoryMarshal.CreateSpan(ref to, (int)count));"
            );
        }

        writer.Line();
    }

    /// <summary>Bytes that are needed at least, as an expression that counts in 64 bits; of one axis they are few.</summary>
    public static string LeastBytes(SourceWriter writer, ConvolutionModel model)
    {
        int line = CacheLine.Elements(model.Form.Source.Element);
        return $"{writer.Use(HelperKind.Product)}(sourceRow + {Literals.Of(2L * line)}, "
            + $"{Literals.Of(InPlaceBands.Of(model).LeastBytes)}) + 64";
    }

    private static void EmitRun(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string size = names.HasRows ? "nint pitch, int width, int height" : "int length";
        string factors = WeightArguments.Factors(model.Form, "float ");
        using (writer.Block($"internal static void Run(ref {names.Type} image, {size}{WeightArguments.Parameters(model.Form)}{factors})"))
        {
            EmitSizes(writer, model, names);
            EmitPlanes(writer, names, () => EmitFirst(writer, names));
            using (writer.Block($"for (nint y = 0; y < {names.Length}; y += band)"))
            {
                writer.Line($"nint count = Math.Min(band, {names.Length} - y);");
                EmitPlanes(writer, names, () => EmitSeen(writer, names));
                EmitPart(writer, model, names);
                if (names.Kept > 0)
                {
                    EmitPlanes(
                        writer,
                        names,
                        () =>
                        {
                            writer.Line(
                                $"Copy(ref Unsafe.Add(ref {names.Copy}, {names.Lines("count")}), ref {names.Copy}, {names.Lines(names.Kept)});"
                            );
                        }
                    );
                }
            }

            writer.Line();
            CacheLine.EmitReturn(writer, "rented");
        }

        writer.Line();
    }

    /// <summary>Prints something for every plane.</summary>
    private static void EmitPlanes(SourceWriter writer, InPlaceNames names, Action body)
    {
        if (names.Planes == 1)
        {
            body();
            return;
        }

        using (writer.Block($"for (nint plane = 0; plane < {Literals.Of(names.Planes)}; plane++)"))
        {
            writer.Line($"ref {names.Type} channel = ref Unsafe.Add(ref image, plane * imagePlane);");
            writer.Line($"ref {names.Type} copy = ref Unsafe.Add(ref copies, plane * {names.Lines("held")});");
            if (names.Below > 0)
            {
                writer.Line($"ref {names.Type} under = ref Unsafe.Add(ref below, plane * {names.Lines(names.Below)});");
            }

            body();
        }

        writer.Line();
    }

    private static void EmitSizes(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        ElementType element = model.Form.Source.Element;
        string kept = Literals.Of(names.Kept);
        if (names.HasRows)
        {
            string cacheLine = Literals.Of(CacheLine.Elements(element));
            writer.Line($"nint row = {LayerParts.Times("width", names.Pixel)};");
            writer.Line("// An odd number of cache lines a row, so that rows do not fall on each other in the cache.");
            writer.Line($"nint line = (((row + {Literals.Of(CacheLine.Elements(element) - 1)}) / {cacheLine}) | 1) * {cacheLine};");
            writer.Line($"nint bytes = {LayerParts.Times("line", names.Bands.RowBytes)};");
        }

        string bytes = names.HasRows ? "bytes" : Literals.Of(names.Bands.RowBytes);
        writer.Line(
            names.HasRows
                ? "// Rows of a band: few enough for the cache, and many beside those that are kept from one band to the next."
                : "// Samples of a stretch: few enough for the cache, and many beside those that are kept from one stretch to the next."
        );
        writer.Line(
            names.HasRows
                ? $"nint band = Math.Max({Literals.Of(names.Bands.Fewest)}, {Literals.Of(names.Bands.Bytes)} / bytes);"
                : $"nint band = {Literals.Of(names.Bands.StretchRows)};"
        );
        writer.Line(
            $"band = Math.Min(Math.Min(band, {names.Length}), ((Array.MaxLength - 63) / {bytes}) - "
                + $"{Literals.Of(names.Bands.Beside)});"
        );
        writer.Line($"band = (({names.Length} - 1) / ((({names.Length} - 1) / band) + 1)) + 1;");
        writer.Line($"nint held = band{(names.Kept == 0 ? "" : " + " + kept)};");
        if (model.HasPlanes)
        {
            writer.Line($"nint imagePlane = {(names.HasRows ? "pitch * height" : "length")};");
        }

        writer.Line(
            $"byte[] rented = ArrayPool<byte>.Shared.Rent((int)((held{(names.Below == 0 ? "" : " + " + Literals.Of(names.Below))}) * {bytes}) + 63);"
        );
        CacheLine.EmitAligned(writer, element, "copies", "rented");
        if (names.Below > 0)
        {
            writer.Line(
                $"ref {names.Type} below = ref Unsafe.Add(ref copies, {names.Lines("held")}{(names.Planes == 1 ? "" : " * " + Literals.Of(names.Planes))});"
            );
        }

        writer.Line();
    }

    /// <summary>What the first windows see before the first band's own rows, and what stands for rows below the image.</summary>
    private static void EmitFirst(SourceWriter writer, InPlaceNames names)
    {
        if (names.Kept == 0)
        {
            return;
        }

        using (writer.Block($"for (nint i = 0; i < {Literals.Of(names.Kept)}; i++)"))
        {
            string row = names.Before == 0 ? "i" : $"i - {Literals.Of(names.Before)}";
            writer.Line(
                $"Keep(ref {names.Plane}, {(names.HasRows ? "pitch, row, " : "")}{names.Length}, {row}, ref Unsafe.Add(ref {names.Copy}, {names.Lines("i")}));"
            );
        }

        writer.Line();
        if (names.Below == 0)
        {
            return;
        }

        using (writer.Block($"for (nint i = 0; i < {Literals.Of(names.Below)}; i++)"))
        {
            writer.Line(
                $"Keep(ref {names.Plane}, {(names.HasRows ? "pitch, row, " : "")}{names.Length}, (nint){names.Length} + i, ref Unsafe.Add(ref {names.BelowPlane}, {names.Lines("i")}));"
            );
        }

        writer.Line();
    }

    /// <summary>The rows that a band sees and the one before did not.</summary>
    private static void EmitSeen(SourceWriter writer, InPlaceNames names)
    {
        string start = names.Below == 0 ? "y" : "y + " + Literals.Of(names.Below);
        string target = names.Kept == 0 ? names.Copy : $"Unsafe.Add(ref {names.Copy}, {names.Lines(names.Kept)})";
        string end = names.Below == 0 ? "count" : "inside";
        writer.Line($"ref {names.Type} seen = ref {target};");
        if (names.Below > 0)
        {
            writer.Line($"nint inside = Math.Clamp({names.Length} - ({start}), 0, count);");
        }

        if (names.HasRows)
        {
            using (writer.Block($"for (nint i = 0; i < {end}; i++)"))
            {
                writer.Line($"Copy(ref Unsafe.Add(ref {names.Plane}, ({start} + i) * pitch), ref Unsafe.Add(ref seen, i * line), row);");
            }

            writer.Line();
        }
        else
        {
            string from = names.Pixel == 1 ? start : $"({start}) * {names.Pitch}";
            string copy = $"Copy(ref Unsafe.Add(ref {names.Plane}, {from}), ref seen, {names.Lines(end)});";
            if (names.Below == 0)
            {
                writer.Line(copy);
            }
            else
            {
                // No reference may point beyond the signal.
                using (writer.Block("if (inside > 0)"))
                {
                    writer.Line(copy);
                }

                writer.Line();
            }
        }

        if (names.Below > 0)
        {
            using (writer.Block("if (inside < count)"))
            {
                string first = $"Math.Max(0, {start} - {names.Length})";
                writer.Line(
                    $"Copy(ref Unsafe.Add(ref {names.BelowPlane}, {names.Lines(first)}), ref Unsafe.Add(ref seen, {names.Lines("inside")}), {names.Lines("(count - inside)")});"
                );
            }

            writer.Line();
        }
    }

    private static void EmitPart(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string before = Literals.Of(names.Before),
            past = names.Before == 0 ? "count" : before + " + count";
        string length = names.Kept == 0 ? "(int)count" : $"(int)(count + {Literals.Of(names.Kept)})";
        PartText part = names.HasRows
            ? new("line", ("0", "0", "width", "held"), "pitch", "imagePlane", ("0", before, "width", past), "")
            {
                Image = ("width", length),
            }
            : new("", ("0", "", "held", ""), "", "imagePlane", (before, "", past, ""), "") { Image = (length, "") };
        string place = names.Pitches("y");
        string weights = WeightArguments.PassedOn(model.Form) + WeightArguments.Factors(model.Form, "");
        writer.Line(part.Call(model, "", "copies", $"Unsafe.Add(ref image, {place})", weights));
    }

    private static void EmitKeep(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        writer.Line(
            names.HasRows
                ? "// Copies a row of the image, or what stands for one outside."
                : "// Copies a sample of the signal, or what stands for one outside."
        );
        using (
            writer.Block(
                $"private static void Keep(ref {names.Type} image, {(names.HasRows ? "nint pitch, nint row, " : "")}nint {names.Length}, nint place, ref {names.Type} copy)"
            )
        )
        {
            if (model.Border == BorderMode.Constant)
            {
                using (writer.Block($"if (place < 0 || place >= {names.Length})"))
                {
                    writer.Line(
                        $"MemoryMarshal.CreateSpan(ref copy, {(names.HasRows ? "(int)row" : names.Row)}).Fill({Literals.Of(model.BorderValue, model.Form.Source.Element)});"
                    );
                    writer.Line("return;");
                }

                writer.Line();
                writer.Line($"Copy(ref Unsafe.Add(ref image, {names.Pitches("place")}), ref copy, {names.Row});");
            }
            else
            {
                writer.Line(
                    $"Copy(ref Unsafe.Add(ref image, {names.Pitches($"{BorderFold.Use(writer, model.Border)}(place, {names.Length})")}), ref copy, {names.Row});"
                );
            }
        }

        writer.Line();
    }
}
