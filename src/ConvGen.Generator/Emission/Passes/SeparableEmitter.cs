using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints <c>Rows</c> for a separated sum, which lets the vertical passes fill a few rows of intermediate sums and the horizontal one read
/// them, and
/// the types that hold the passes.
/// </summary>
internal static class SeparableEmitter
{
    private const string Horizontal = "Horizontal",
        PartialType = "Partial";

    /// <summary>Elements that sorting may read beyond a row.</summary>
    private const int LongestRest = 16;

    public static void Emit(SourceWriter writer, KernelParts parts, Separation separation)
    {
        KernelParts horizontal = new(separation.Horizontal, Horizontal);
        KernelParts[] vertical = [.. separation.Vertical.Select((plan, term) => new KernelParts(plan, VerticalType(separation, term)))];
        if (parts.ExtendsSums)
        {
            if (LeavesColumns(parts))
            {
                EmitExtend(writer, parts, separation);
            }
        }
        else if (parts.Plan.Halo.IsNeeded && parts.Model.Horizontal.Stride == 1)
        {
            RowsEmitter.EmitPassPixels(writer, horizontal);
        }

        EmitRows(writer, parts, separation, vertical, horizontal);
        PrefixEmitter.Emit(writer, parts, separation);
        StridedSums.Emit(writer, horizontal);
        foreach (KernelParts pass in vertical)
        {
            EmitPass(writer, pass, "Sums down the columns of the source.");
        }

        if (separation.Partial is { } partial)
        {
            EmitPass(
                writer,
                new KernelParts(partial, PartialType),
                "Sums of neighbours along the rows of what the vertical pass computed."
            );
        }

        EmitPass(writer, horizontal, "Sums along the rows of what the vertical pass computed.");
    }

    /// <summary>Prints, at the start of <c>Run</c>, a local <c>sums</c>: a reference to memory for the intermediate sums.</summary>
    public static void EmitBuffer(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Separation is not { } separation)
        {
            return;
        }

        writer.Line("// Intermediate sums of a few rows, from the beginning of a cache line on.");
        long sorted = StridedSums.Elements(new KernelParts(separation.Horizontal), separation);
        CacheLine.EmitRented(
            writer,
            separation.Intermediate,
            "sums",
            "rented",
            ((long)PlaneElements(parts, separation) * separation.Planes) + sorted
        );
        if (separation.Prefixes is { } prefixes)
        {
            CacheLine.EmitRented(writer, prefixes, "prefixes", "rentedToo", PlaneElements(parts, separation));
        }

        writer.Line();
    }

    /// <summary>Prints, at the end of <c>Run</c>, what gives the memory back.</summary>
    public static void EmitReturn(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Separation is not { } separation)
        {
            return;
        }

        CacheLine.EmitReturn(writer, "rented");
        if (separation.Prefixes is not null)
        {
            CacheLine.EmitReturn(writer, "rentedToo");
        }
    }

    private static string VerticalType(Separation separation, int term) =>
        separation.Vertical.Count == 1 ? "Vertical" : "Vertical" + Literals.Of(term + 1);

    /// <summary>Whether the horizontal pass reads sums of columns as they lie, though it has a stride.</summary>
    private static bool ReadsColumns(KernelParts parts) => parts.ExtendsSums && parts.Model.Horizontal.Stride > 1;

    /// <summary>Whether windows reach beyond the ends of rows.</summary>
    private static bool LeavesColumns(KernelParts parts) => parts.Model.Mode != OutputMode.Valid;

    /// <summary>
    /// Elements of a row's sums beyond one for each result, or beyond one for each column that these skip; where sums are formed by phases,
    /// those of all phases but the results' own.
    /// </summary>
    private static int Overhang(KernelParts parts) =>
        ReadsColumns(parts)
            ? (parts.Model.Horizontal.EffectiveSize - parts.Model.Horizontal.Stride) * parts.Model.PixelChannels
            : Enumerable.Range(0, parts.Model.Horizontal.Size).Max(parts.Layout.Offset);

    /// <summary>
    /// The same for what may be read beyond: columns that no window sees, but that stand for others outside, and the rest of a vector.
    /// </summary>
    private static int MostOverhang(KernelParts parts) =>
        ReadsColumns(parts)
            ? ((parts.Model.Horizontal.EffectiveSize + parts.Model.Horizontal.Stride) * parts.Model.PixelChannels) + LongestRest
            : Overhang(parts);

    private static int LineElements(Separation separation) => CacheLine.Elements(separation.Intermediate);

    /// <summary>Sums of a strip's results: one for each, or one for each column that they skip.</summary>
    private static int WidestStrip(KernelParts parts, Separation separation) =>
        separation.WidestStrip * (ReadsColumns(parts) ? parts.Model.Horizontal.Stride : 1);

    /// <summary>
    /// Elements beyond those of a strip's results that a row of sums needs, at most, before it is rounded to cache lines.
    /// </summary>
    private static int Slack(KernelParts parts, Separation separation) =>
        MostOverhang(parts)
        + ((LineElements(separation) - 1) * (parts.ExtendsSums ? 2 : 1))
        + (separation.Prefixes is null ? 0 : PrefixEmitter.Slack(parts, separation));

    /// <summary>Elements that the sums of the widest strip take; narrower ones use them for more rows.</summary>
    private static int PlaneElements(KernelParts parts, Separation separation)
    {
        int line = LineElements(separation);
        int lines = (WidestStrip(parts, separation) + Slack(parts, separation)) / line;
        return (lines | 1) * line * Separation.Rows;
    }

    private static void EmitRows(
        SourceWriter writer,
        KernelParts parts,
        Separation separation,
        KernelParts[] vertical,
        KernelParts horizontal
    )
    {
        string widest = Literals.Of(separation.WidestStrip);
        string line = Literals.Of(LineElements(separation));
        string rowsOfTile = Literals.Of(Separation.Rows);
        string cache = ReadsColumns(parts) ? "the caches" : "the first-level cache";
        writer.Line(
            "/// <summary>Computes rows whose windows can be read in place: a few rows at a time, in strips whose intermediate "
                + $"sums stay in {cache}.</summary>"
        );
        if (parts.ExtendsSums)
        {
            writer.Line(
                "/// <remarks>The source refers to the first pixel of a row of the given width; the first window begins left "
                    + "pixels before it.</remarks>"
            );
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string step = parts.HasRowStep ? ", nint step" : "";
        string sides = parts.ExtendsSums ? ", nint left, nint width" : "";
        using (
            writer.Block(
                $"private static void Rows(ref {parts.Source} source, nint pitch{parts.PlaneParameter}{step}, ref "
                    + $"{parts.Destination} destination, nint destinationPitch, nint count, nint "
                    + $"rows{sides}{RowsEmitter.Parameters(parts)})"
            )
        )
        {
            writer.Line(
                "// An odd number of cache lines a row, so that rows do not fall on each other in the cache. Narrow strips have "
                    + "more rows: what is"
            );
            writer.Line("// read as soon as it is written, at other places than it was written, waits for memory.");
            string longest = Stepped(parts, $"Math.Min(count, {widest})");
            writer.Line($"nint sumsPitch = ((({longest} + {Literals.Of(Slack(parts, separation))}) / {line}) | 1) * {line};");
            writer.Line(
                $"nint most = Math.Min({Literals.Of(SizeHalo.BandRows)}, {Literals.Of(PlaneElements(parts, separation))} / "
                    + $"sumsPitch / {rowsOfTile} * {rowsOfTile});"
            );
            (string name, string most) = separation.Slides ? ("band", Literals.Of(SlidingSum.BandRows)) : ("group", "most");
            using (writer.Block("while (rows > 0)"))
            {
                writer.Line($"nint {name} = Math.Min(rows, {most});");
                writer.Line("nint x = 0;");
                using (writer.Block("while (x < count)"))
                {
                    writer.Line($"nint columns = count - x < {widest} ? count - x : {Literals.Of(StripElements(parts, separation))};");
                    EmitStrip(writer, parts, separation, vertical, horizontal);
                    if (StridedSums.AreSorted(horizontal))
                    {
                        writer.Line();
                    }

                    writer.Line("x += columns;");
                }

                writer.Line();
                writer.Line($"source = ref Unsafe.Add(ref source, {name} * {(parts.HasRowStep ? "step" : "pitch")});");
                writer.Line($"destination = ref Unsafe.Add(ref destination, {name} * destinationPitch);");
                writer.Line($"rows -= {name};");
            }
        }

        writer.Line();
    }

    /// <summary>Results as elements of a row of sums.</summary>
    private static string Stepped(KernelParts parts, string results) =>
        ReadsColumns(parts) ? $"({results} * {Literals.Of(parts.Model.Horizontal.Stride)})" : results;

    /// <summary>Results of a strip; whole pixels where these lie apart.</summary>
    private static int StripElements(KernelParts parts, Separation separation) =>
        ReadsColumns(parts) ? separation.StripElements / parts.Model.PixelChannels * parts.Model.PixelChannels : separation.StripElements;

    private static void EmitStrip(
        SourceWriter writer,
        KernelParts parts,
        Separation separation,
        KernelParts[] vertical,
        KernelParts horizontal
    )
    {
        string all = Stepped(parts, "columns") + FrameEmitter.Plus(Overhang(parts));
        string start = ReadsColumns(parts) ? "start" : "x";
        string left = Grouped(parts.Elements("left"));
        (string sums, string window, string count) = ("sums", "x", all);
        if (parts.ExtendsSums)
        {
            (sums, window, count) = ("strip", $"{start} + first - {left}", "past - first");
            writer.Line();
            writer.Line(
                "// Sums [first, past) of a row belong to columns inside; the first of them lies on the beginning of a cache line."
            );
            if (ReadsColumns(parts))
            {
                int unseen = (parts.Model.Horizontal.Stride - 1) * parts.Model.PixelChannels;
                writer.Line($"nint start = x * {Literals.Of(parts.Model.Horizontal.Stride)};");
                writer.Line($"nint all = {all};");
                all = "all";
                writer.Line($"nint first = Math.Max(0, {left} - start);");
                writer.Line($"nint past = Math.Min(all + {Literals.Of(unseen)}, {Grouped(parts.Elements("left + width"))} - start);");
            }
            else
            {
                writer.Line($"nint first = Math.Max(0, {left} - x);");
                writer.Line($"nint past = Math.Min({all}, {Grouped(parts.Elements("left + width"))} - x);");
            }

            writer.Line(
                $"ref {separation.Intermediate.Keyword()} strip = ref Unsafe.Add(ref sums, -first & "
                    + $"{Literals.Of(LineElements(separation) - 1)});"
            );
        }

        writer.Line($"ref {parts.Source} window = ref Unsafe.Add(ref source, {window});");
        if (!separation.Slides)
        {
            EmitPasses(
                writer,
                parts,
                separation,
                vertical,
                horizontal,
                new StripText(sums, all, start, count, "ref Unsafe.Add(ref destination, x)")
            );
            return;
        }

        writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        writer.Line("nint group;");
        using (writer.Block("for (nint y = 0; y < band; y += group)"))
        {
            writer.Line("group = Math.Min(band - y, most);");
            EmitPasses(writer, parts, separation, vertical, horizontal, new StripText(sums, all, start, count, "ref result"));
            writer.Line("window = ref Unsafe.Add(ref window, group * pitch);");
            writer.Line("result = ref Unsafe.Add(ref result, group * destinationPitch);");
        }

        writer.Line();
    }

    /// <summary>What the calls of the passes on a strip are given.</summary>
    /// <param name="Sums">The sums of its first row.</param>
    /// <param name="All">Sums of a row.</param>
    /// <param name="Start">The element of a row at which it begins.</param>
    /// <param name="Inside">Those that the vertical pass computes.</param>
    /// <param name="Result">A reference to its first result.</param>
    private sealed record StripText(string Sums, string All, string Start, string Inside, string Result);

    private static void EmitPasses(
        SourceWriter writer,
        KernelParts parts,
        Separation separation,
        KernelParts[] vertical,
        KernelParts horizontal,
        StripText strip
    )
    {
        string step = parts.HasRowStep ? ", step" : "";
        string left = Grouped(parts.Elements("left"));
        int plane = PlaneElements(parts, separation);
        for (int term = 0; term < vertical.Length; term++)
        {
            int offset = term * plane;
            string target = Reference.At(strip.Sums, offset);
            string inside =
                !parts.ExtendsSums ? target
                : offset == 0 ? $"Unsafe.Add(ref {strip.Sums}, first)"
                : $"Unsafe.Add(ref {strip.Sums}, {Literals.Of(offset)} + first)";
            writer.Line(
                separation.Slides
                    ? $"{vertical[term].PassType}.Slide(ref window, pitch, ref {inside}, sumsPitch, {strip.Inside}, group, y == 0 ? "
                        + "0 : most);"
                    : $"{vertical[term].PassType}.Rows(ref window, pitch{parts.PlaneArgument}{step}, ref {inside}, sumsPitch, "
                        + $"{strip.Inside}, group);"
            );
            if (parts.ExtendsSums && LeavesColumns(parts))
            {
                writer.Line($"Extend(ref {target}, sumsPitch, group, 0, first, {strip.Start} - {left}, width);");
                writer.Line($"Extend(ref {target}, sumsPitch, group, past, {strip.All}, {strip.Start} - {left}, width);");
            }
        }

        if (StridedSums.AreSorted(horizontal))
        {
            StridedSums.EmitHorizontal(writer, horizontal, separation, plane);
            return;
        }

        if (separation.Prefixes is not null)
        {
            writer.Line($"SumUp(ref {strip.Sums}, ref prefixes, sumsPitch, {strip.All}, group);");
        }

        if (separation.Partial is { } partial)
        {
            string count = $"{strip.All} - {Literals.Of((partial.Model.Kernel.Columns - 1) * parts.Model.PixelChannels)}";
            writer.Line(
                $"{PartialType}.Rows(ref {strip.Sums}, sumsPitch, ref {Reference.At(strip.Sums, plane)}, sumsPitch, {count}, group);"
            );
        }

        string read = separation.Prefixes is null ? strip.Sums : "prefixes";
        writer.Line(
            $"{horizontal.PassType}.Rows(ref {read}, {Literals.Of(plane)}, sumsPitch, {strip.Result}, destinationPitch, columns, group);"
        );
    }

    private static string Grouped(string text) => text.Contains(" * ") ? "(" + text + ")" : text;

    private static void EmitExtend(SourceWriter writer, KernelParts parts, Separation separation)
    {
        string type = separation.Intermediate.Keyword();
        int channels = parts.Model.PixelChannels;
        writer.Line(
            "/// <summary>Copies sums [first, past) of each row, whose columns lie outside the source, from those that stand for "
                + "them. Sum 0 belongs to the given element of the source.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (
            writer.Block(
                $"private static void Extend(ref {type} sums, nint pitch, nint rows, nint first, nint past, nint origin, nint width)"
            )
        )
        using (writer.Block("for (nint i = first; i < past; i++)"))
        {
            if (channels == 1)
            {
                writer.Line($"nint place = {BorderFold.Use(writer, parts.Model.Border)}(origin + i, width) - origin;");
            }
            else
            {
                string number = Literals.Of(channels);
                writer.Line(
                    $"nint column = ((origin + i + {Literals.Of(MostOutside(parts))}) / {number}) - "
                        + $"{Literals.Of(MostOutside(parts) / channels)};"
                );
                writer.Line(
                    $"nint place = ({BorderFold.Use(writer, parts.Model.Border)}(column, width) * {number}) + (origin + i - (column "
                        + $"* {number})) - origin;"
                );
            }

            writer.Line($"ref {type} sum = ref Unsafe.Add(ref sums, i);");
            using (writer.Block("for (nint row = 0; row < rows; row++)"))
            {
                writer.Line("sum = Unsafe.Add(ref sum, place - i);");
                writer.Line("sum = ref Unsafe.Add(ref sum, pitch);");
            }
        }

        writer.Line();
    }

    /// <summary>Elements by which a row's windows begin before the source: added before a division, so that it rounds down.</summary>
    private static int MostOutside(KernelParts parts) => parts.Model.Horizontal.Before * parts.Model.PixelChannels;

    /// <summary>Prints the type that holds a pass.</summary>
    public static void EmitPass(SourceWriter writer, KernelParts pass, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        using (writer.Block("private static class " + pass.PassType))
        {
            WeightEmitter.EmitTable(writer, pass);
            PairWeights.EmitTable(writer, pass.Plan);
            TapLoop.EmitTables(writer, pass);
            if (pass.Plan.Sum is SlidingSum { Sliding: Sliding.FromRowToRow })
            {
                SlideEmitter.Emit(writer, pass);
            }

            KernelEmitter.EmitPasses(writer, pass);
        }

        writer.Line();
    }
}
