using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how rows of an image (samples of a signal, planes of a volume) are copied before they are overwritten, and what stands for those
/// outside.
/// </summary>
internal static class InPlaceCopies
{
    /// <summary>What windows see before an image and behind it, or of a band of one whose neighbours others overwrite.</summary>
    public static void EmitEdges(SourceWriter writer, InPlaceNames names)
    {
        string sizes = Sizes(names, "");
        if (names.Before > 0)
        {
            using (writer.Block($"for (nint i = 0; i < {Literals.Of(names.Before)}; i++)"))
            {
                string row = (names.IsParallel ? "begin + i" : "i") + $" - {Literals.Of(names.Before)}";
                writer.Line(
                    $"Keep(ref {names.Plane}, {sizes}{names.Length}, {row}, ref Unsafe.Add(ref {names.Edge}, {names.Lines("i")}));"
                );
            }

            writer.Line();
        }

        if (names.Below > 0)
        {
            using (writer.Block($"for (nint i = 0; i < {Literals.Of(names.Below)}; i++)"))
            {
                string place = names.Before == 0 ? names.Lines("i") : names.Lines($"({Literals.Of(names.Before)} + i)");
                string row = names.IsParallel ? "past + i" : $"(nint){names.Length} + i";
                writer.Line($"Keep(ref {names.Plane}, {sizes}{names.Length}, {row}, ref Unsafe.Add(ref {names.Edge}, {place}));");
            }

            writer.Line();
        }
    }

    /// <summary>The rows that a band at an end sees: those that were kept before and behind, and those of the image between them.</summary>
    public static void EmitSeen(SourceWriter writer, InPlaceNames names)
    {
        string first = names.Before == 0 ? "y" : $"y - {Literals.Of(names.Before)}";
        writer.Line($"nint above = {(names.Before == 0 ? "0" : $"Math.Max(0, {names.Begin} - ({first}))")};");
        writer.Line($"nint behind = {(names.Below == 0 ? "0" : $"Math.Max(0, y + count + {Literals.Of(names.Below)} - {names.End})")};");
        writer.Line($"nint inside = count + {Literals.Of(names.Kept)} - above - behind;");
        if (names.Before > 0)
        {
            string start = names.Lines($"({Literals.Of(names.Before)} - above)");
            writer.Line($"Copy(ref Unsafe.Add(ref {names.Edge}, {start}), ref {names.Copy}, {names.Lines("above")});");
        }

        string from = names.Before == 0 ? "y" : $"({first} + above)";
        if (names.HasRows)
        {
            using (writer.Block("for (nint i = 0; i < inside; i++)"))
            {
                string row = $"Unsafe.Add(ref {names.Plane}, ({from} + i) * {names.Pitch})";
                writer.Line(CopyRow(names, row, $"Unsafe.Add(ref {names.Copy}, (above + i) * {names.Line})", toCopies: true));
            }

            writer.Line();
        }
        else
        {
            string image = $"Unsafe.Add(ref {names.Plane}, {names.Pitches(from)})",
                copy = $"Unsafe.Add(ref {names.Copy}, {names.Lines("above")})";
            writer.Line($"Copy(ref {image}, ref {copy}, {names.Lines("inside")});");
        }

        if (names.Below > 0)
        {
            string start = names.Before == 0 ? names.Edge : $"Unsafe.Add(ref {names.Edge}, {names.Lines(names.Before)})";
            writer.Line(
                $"Copy(ref {start}, ref Unsafe.Add(ref {names.Copy}, {names.Lines("(above + inside)")}), {names.Lines("behind")});"
            );
        }
    }

    /// <summary>The results whose places no window sees any more, into the image; the others wait.</summary>
    public static void EmitDone(SourceWriter writer, InPlaceNames names)
    {
        EmitResults(writer, names, "done");
        if (names.Before > 0)
        {
            writer.Line(
                $"Copy(ref Unsafe.Add(ref {names.Result}, {names.Lines("done")}), ref {names.Result}, {names.Lines("(all - done)")});"
            );
        }
    }

    /// <summary>So many of the results that wait, into the image.</summary>
    public static void EmitResults(SourceWriter writer, InPlaceNames names, string count)
    {
        string place = names.Before == 0 ? "y" : "(y - pending)";
        if (names.HasRows)
        {
            using (writer.Block($"for (nint i = 0; i < {count}; i++)"))
            {
                string image = $"Unsafe.Add(ref {names.Plane}, ({place} + i) * {names.Pitch})";
                writer.Line(CopyRow(names, $"Unsafe.Add(ref {names.Result}, i * {names.Line})", image, toCopies: false));
            }

            writer.Line();
        }
        else
        {
            writer.Line($"Copy(ref {names.Result}, ref Unsafe.Add(ref {names.Plane}, {names.Pitches(place)}), {names.Lines(count)});");
        }
    }

    /// <summary>The methods that copy.</summary>
    public static void EmitMethods(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        if (names.Kept > 0)
        {
            EmitKeep(writer, model, names);
        }

        if (names.IsVolume)
        {
            writer.Line("// Copies a plane, row by row.");
            using (
                writer.Block(
                    $"private static void CopyPlane(ref {names.Type} from, nint fromPitch, ref {names.Type} to, nint toPitch, nint row, nint height)"
                )
            )
            {
                using (writer.Block("for (nint y = 0; y < height; y++)"))
                {
                    writer.Line("Copy(ref Unsafe.Add(ref from, y * fromPitch), ref Unsafe.Add(ref to, y * toPitch), row);");
                }
            }

            writer.Line();
        }

        writer.Line("private static void Copy(ref " + names.Type + " from, ref " + names.Type + " to, nint count)");
        writer.Line("    => MemoryMarshal.CreateReadOnlySpan(ref from, (int)count).CopyTo(MemoryMarshal.CreateSpan(ref to, (int)count));");
    }

    private static void EmitKeep(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string what =
            names.IsVolume ? "a plane of the volume"
            : names.HasRows ? "a row of the image"
            : "a sample of the signal";
        writer.Line($"// Copies {what}, or what stands for one outside.");
        using (
            writer.Block(
                $"private static void Keep(ref {names.Type} image, {Sizes(names, "nint ")}nint {names.Length}, nint place, ref {names.Type} copy)"
            )
        )
        {
            string folded = "place";
            if (model.Border == BorderMode.Constant)
            {
                string elements =
                    names.IsVolume ? "(int)(line * height)"
                    : names.HasRows ? "(int)row"
                    : Literals.Of(names.Pixel);
                using (writer.Block($"if (place < 0 || place >= {names.Length})"))
                {
                    writer.Line(
                        $"MemoryMarshal.CreateSpan(ref copy, {elements}).Fill({Literals.Of(model.BorderValue, model.Form.Source.Element)});"
                    );
                    writer.Line("return;");
                }

                writer.Line();
            }
            else
            {
                folded = $"{BorderFold.Use(writer, model.Border)}(place, {names.Length})";
            }

            writer.Line(CopyRow(names, $"Unsafe.Add(ref image, {names.Pitches(folded)})", "copy", toCopies: true));
        }

        writer.Line();
    }

    /// <summary>What <c>Keep</c> must know of rows and planes, each behind a type or behind nothing, and with its comma.</summary>
    private static string Sizes(InPlaceNames names, string type) =>
        names.IsVolume ? $"{type}pitch, {type}planePitch, {type}line, {type}row, {type}height, "
        : names.HasRows ? $"{type}pitch, {type}row, "
        : "";

    /// <summary>A call that copies a row, a plane or a sample, from the image or to it.</summary>
    private static string CopyRow(InPlaceNames names, string from, string to, bool toCopies) =>
        names.IsVolume
            ? $"CopyPlane(ref {from}, {(toCopies ? "pitch" : "line")}, ref {to}, {(toCopies ? "line" : "pitch")}, row, height);"
            : $"Copy(ref {from}, ref {to}, {(names.HasRows ? "row" : Literals.Of(names.Pixel))});";
}
