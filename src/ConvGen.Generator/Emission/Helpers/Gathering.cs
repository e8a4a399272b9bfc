using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Helpers;

/// <summary>
/// Prints how what the windows of a block see is copied, with what lies outside the source. Sizes and distances are arguments; the border
/// and the distance between the rows of a
/// kernel, which decide how a place is found, are not. A source may hold only a part of the image: its first element is then the one at
/// <c>origin</c> of the image, as its rows lie, and places are counted from there.
/// </summary>
internal static class Gathering
{
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        switch (key.Kind)
        {
            case HelperKind.Windows:
                EmitWindows(writer);
                break;
            case HelperKind.Gather:
                EmitImage(writer, key);
                break;
            case HelperKind.GatherLines:
                EmitLines(writer, key);
                break;
            case HelperKind.GatherLine:
                EmitSignal(writer, key);
                break;
            case HelperKind.RepeatColumn:
                EmitRepeatColumn(writer, key.Type.Keyword());
                break;
            default:
                EmitFillColumn(writer, key.Type.Keyword());
                break;
        }
    }

    private static bool IsConstant(HelperKey key) => key.Border == BorderMode.Constant;

    private static void EmitWindows(SourceWriter writer)
    {
        writer.Line(
            "/// <summary>A source, in pixels but for its pitch, and the block that receives what windows see of it; channels are "
                + "elements of a pixel, and the border what lies outside where it is constant.</summary>"
        );
        writer.Line(
            "/// <remarks>Where a source holds only a part of an image, its first element is the one at the origin, as far as its "
                + "rows lie apart; places are counted from there.</remarks>"
        );
        using (writer.Block($"internal ref struct {nameof(HelperKind.Windows)}<T>"))
        {
            writer.Line("public ref T Source;");
            writer.Line("public nint Width;");
            writer.Line("public nint Pitch;");
            writer.Line("public nint Height;");
            writer.Line("public ref T Block;");
            writer.Line("public nint BlockPitch;");
            writer.Line("public nint Channels;");
            writer.Line("public T Border;");
            writer.Line("public nint Origin;");
        }
    }

    /// <summary>The parameter that says where everything lies: few enough others stay in registers.</summary>
    private static string Parameter(SourceWriter writer, string type) => $"in {writer.Use(HelperKind.Windows)}<{type}> windows";

    private static void EmitImage(SourceWriter writer, HelperKey key)
    {
        string type = key.Type.Keyword();
        string lines = writer.Use(key with { Kind = HelperKind.GatherLines });
        string Lines(string column, string place, string length) => $"{lines}(in windows, {column}, y, {place}, {length}, lines);";
        writer.Line(
            "/// <summary>Copies what the windows of a block see, so many pixels of so many lines; the first window begins at "
                + "pixel x of line y of the source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void {key.Name}({Parameter(writer, type)}, nint x, nint y, nint count, nint lines)"))
        {
            writer.Line("nint channels = windows.Channels;");
            writer.Line("nint first = Math.Clamp(-x, 0, count);");
            writer.Line("nint last = Math.Clamp(windows.Width - x, first, count);");
            writer.Line(Lines("(x + first) * channels", "first * channels", "(last - first) * channels"));

            // What lies beside the source, column by column, so that the place of each is found once and not for every row.
            foreach (string loop in new[] { "for (nint i = 0; i < first; i++)", "for (nint i = last; i < count; i++)" })
            {
                writer.Line();
                using (writer.Block(loop))
                {
                    if (IsConstant(key))
                    {
                        writer.Line($"{writer.Use(new HelperKey(HelperKind.FillColumn, key.Type))}(in windows, i * channels, lines);");
                        continue;
                    }

                    // Most borders repeat columns that the block has by now, with the lines above and below the source.
                    writer.Line($"nint column = {BorderFold.Use(writer, key.Border)}(x + i, windows.Width);");
                    using (writer.Block("if (column - x >= first && column - x < last)"))
                    {
                        string repeat = writer.Use(new HelperKey(HelperKind.RepeatColumn, key.Type));
                        writer.Line($"{repeat}(in windows, (column - x) * channels, i * channels, lines);");
                    }

                    using (writer.Block("else"))
                    {
                        writer.Line(Lines("column * channels", "i * channels", "channels"));
                    }
                }
            }
        }
    }

    /// <summary>Prints how a part of every line of a block is copied: those inside the source at once, the others one by one.</summary>
    private static void EmitLines(SourceWriter writer, HelperKey key)
    {
        string type = key.Type.Keyword();
        string dilation = Literals.Of(key.Dilation);
        string Lines(string number) => key.Dilation == 1 ? number : $"({number} + {Literals.Of(key.Dilation - 1)}) / {dilation}";
        string Line(string line) => key.Dilation == 1 ? $"y + {line}" : $"y + ({line} * {dilation})";
        string copy = writer.Use(new HelperKey(HelperKind.CopyLines, key.Type));
        writer.Line("/// <summary>Copies elements of every line of a block.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {key.Name}({Parameter(writer, type)}, nint column, nint y, nint place, nint length, nint lines)"
            )
        )
        {
            writer.Line("// Lines [top, bottom) are in the source.");
            writer.Line($"nint top = Math.Clamp({Lines("-y")}, 0, lines);");
            writer.Line($"nint bottom = Math.Clamp({Lines("windows.Height - y")}, top, lines);");
            using (writer.Block("if (top < bottom && length > 0)"))
            {
                string pitch = key.Dilation == 1 ? "windows.Pitch" : $"{dilation} * windows.Pitch";
                writer.Line(
                    $"ref {type} inside = ref Unsafe.Add(ref windows.Source, (({Line("top")}) * windows.Pitch) + column - windows.Origin);"
                );
                writer.Line(
                    $"{copy}(ref inside, {pitch}, ref Unsafe.Add(ref windows.Block, (top * windows.BlockPitch) + place), "
                        + "windows.BlockPitch, length, bottom - top);"
                );
            }

            writer.Line();
            using (writer.Block("for (nint i = top > 0 ? 0 : bottom; i < lines; i = i + 1 == top ? bottom : i + 1)"))
            {
                if (IsConstant(key))
                {
                    writer.Line(
                        "MemoryMarshal.CreateSpan(ref Unsafe.Add(ref windows.Block, i * windows.BlockPitch), "
                            + "(int)windows.BlockPitch).Fill(windows.Border);"
                    );
                }
                else
                {
                    writer.Line(
                        $"ref {type} folded = ref Unsafe.Add(ref windows.Source, ({BorderFold.Use(writer, key.Border)}({Line("i")}, windows.Height) * windows.Pitch) + column - windows.Origin);"
                    );
                    writer.Line(
                        $"{copy}(ref folded, 0, ref Unsafe.Add(ref windows.Block, (i * windows.BlockPitch) + place), "
                            + "windows.BlockPitch, length, 1);"
                    );
                }
            }
        }
    }

    private static void EmitSignal(SourceWriter writer, HelperKey key)
    {
        string type = key.Type.Keyword();
        string copy = writer.Use(new HelperKey(HelperKind.CopyLine, key.Type));
        writer.Line(
            "/// <summary>Copies what the windows of a block see, so many pixels; the first window begins at pixel x of the "
                + "source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"internal static void {key.Name}(ref {type} source, nint origin, nint width, ref {type} block, nint x, nint count, nint channels{(IsConstant(key) ? $", {type} border" : "")})"
            )
        )
        {
            writer.Line("nint first = Math.Clamp(-x, 0, count);");
            writer.Line("nint last = Math.Clamp(width - x, first, count);");
            writer.Line(
                $"{copy}(ref Unsafe.Add(ref source, ((x + first) * channels) - origin), (last - first) * channels, ref "
                    + "Unsafe.Add(ref block, first * channels));"
            );
            foreach (string loop in new[] { "for (nint i = 0; i < first; i++)", "for (nint i = last; i < count; i++)" })
            {
                writer.Line();
                using (writer.Block(loop))
                {
                    if (!IsConstant(key))
                    {
                        writer.Line($"nint column = {BorderFold.Use(writer, key.Border)}(x + i, width);");
                    }

                    using (writer.Block("for (nint c = 0; c < channels; c++)"))
                    {
                        writer.Line(
                            $"Unsafe.Add(ref block, (i * channels) + c) = {(IsConstant(key) ? "border" : "Unsafe.Add(ref source, (column * channels) + c - origin)")};"
                        );
                    }
                }
            }
        }
    }

    private static void EmitRepeatColumn(SourceWriter writer, string type) =>
        EmitColumn(
            writer,
            "Copies a column of a block to another place of its lines.",
            $"{nameof(HelperKind.RepeatColumn)}({Parameter(writer, type)}, nint from, nint place, nint lines)",
            type,
            "nint back = from - place;",
            "Unsafe.Add(ref column, back)",
            "Unsafe.Add(ref column, c + back)"
        );

    private static void EmitFillColumn(SourceWriter writer, string type) =>
        EmitColumn(
            writer,
            "Fills a column of a block that lies outside the source.",
            $"{nameof(HelperKind.FillColumn)}({Parameter(writer, type)}, nint place, nint lines)",
            type,
            $"{type} border = windows.Border;",
            "border",
            "border"
        );

    /// <summary>Prints what writes a column of a block, at a place of its lines.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">What the method does.</param>
    /// <param name="signature">Its name and parameters.</param>
    /// <param name="type">The type of an element.</param>
    /// <param name="setup">A statement ahead of the loops.</param>
    /// <param name="first">What the first element of a pixel is.</param>
    /// <param name="each">The same of element <c>c</c>.</param>
    private static void EmitColumn(
        SourceWriter writer,
        string summary,
        string signature,
        string type,
        string setup,
        string first,
        string each
    )
    {
        const string Step = "column = ref Unsafe.Add(ref column, pitch);";
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("internal static void " + signature))
        {
            writer.Line($"ref {type} column = ref Unsafe.Add(ref windows.Block, place);");
            writer.Line(setup);
            writer.Line("nint channels = windows.Channels, pitch = windows.BlockPitch;");
            using (writer.Block("if (channels == 1)"))
            {
                using (writer.Block("for (; lines > 0; lines--)"))
                {
                    writer.Line($"column = {first};");
                    writer.Line(Step);
                }

                writer.Line();
                writer.Line("return;");
            }

            writer.Line();
            using (writer.Block("for (; lines > 0; lines--)"))
            {
                using (writer.Block("for (nint c = 0; c < channels; c++)"))
                {
                    writer.Line($"Unsafe.Add(ref column, c) = {each};");
                }

                writer.Line();
                writer.Line(Step);
            }
        }
    }
}
