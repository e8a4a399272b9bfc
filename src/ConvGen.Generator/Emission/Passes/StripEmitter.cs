using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>
/// Prints <c>Rows</c> for a separated sum: the vertical passes fill a few rows of intermediate sums, strip by strip, and the horizontal one
/// reads them.
/// </summary>
/// <param name="writer">The writer.</param>
/// <param name="parts">The kernel.</param>
/// <param name="separation">How it is separated.</param>
/// <param name="vertical">The vertical passes, one a term.</param>
/// <param name="horizontal">The horizontal pass.</param>
internal sealed class StripEmitter(
    SourceWriter writer,
    KernelParts parts,
    Separation separation,
    KernelParts[] vertical,
    KernelParts horizontal
)
{
    private readonly StripSums sizes = new(parts, separation);

    public void Emit()
    {
        string widest = Literals.Of(separation.WidestStrip);
        string line = Literals.Of(sizes.LineElements);
        string rowsOfTile = Literals.Of(Separation.Rows);
        EmitSummary();
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
            string longest = Stepped($"Math.Min(count, {widest})");
            writer.Line($"nint sumsPitch = ((({longest} + {Literals.Of(sizes.Slack)}) / {line}) | 1) * {line};");
            writer.Line(
                $"nint most = Math.Min({Literals.Of(SizeHalo.BandRows)}, {Literals.Of(sizes.PlaneElements)} / "
                    + $"sumsPitch / {rowsOfTile} * {rowsOfTile});"
            );
            EmitBands();
        }

        writer.Line();
    }

    private void EmitSummary()
    {
        string cache = sizes.ReadsColumns ? "the caches" : "the first-level cache";
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
    }

    /// <summary>Bands of rows, and strips of them.</summary>
    private void EmitBands()
    {
        string widest = Literals.Of(separation.WidestStrip);
        (string name, string most) = separation.Slides ? ("band", Literals.Of(SlidingSum.BandRows)) : ("group", "most");
        using (writer.Block("while (rows > 0)"))
        {
            writer.Line($"nint {name} = Math.Min(rows, {most});");
            writer.Line("nint x = 0;");
            using (writer.Block("while (x < count)"))
            {
                writer.Line($"nint columns = count - x < {widest} ? count - x : {Literals.Of(sizes.StripElements)};");
                EmitStrip();
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

    /// <summary>Results as elements of a row of sums.</summary>
    private string Stepped(string results) => sizes.ReadsColumns ? $"({results} * {Literals.Of(parts.Model.Horizontal.Stride)})" : results;

    private void EmitStrip()
    {
        string all = Stepped("columns") + FrameEmitter.Plus(sizes.Overhang);
        string start = sizes.ReadsColumns ? "start" : "x";
        string left = Grouped(parts.Elements("left"));
        (string sums, string window, string count) = ("sums", "x", all);
        if (parts.ExtendsSums)
        {
            EmitInside(all, left, start);
            all = sizes.ReadsColumns ? "all" : all;
            (sums, window, count) = ("strip", $"{start} + first - {left}", "past - first");
        }

        writer.Line($"ref {parts.Source} window = ref Unsafe.Add(ref source, {window});");
        if (!separation.Slides)
        {
            EmitPasses(new StripText(sums, all, start, count, "ref Unsafe.Add(ref destination, x)"));
            return;
        }

        writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        writer.Line("nint group;");
        using (writer.Block("for (nint y = 0; y < band; y += group)"))
        {
            writer.Line("group = Math.Min(band - y, most);");
            EmitPasses(new StripText(sums, all, start, count, "ref result"));
            writer.Line("window = ref Unsafe.Add(ref window, group * pitch);");
            writer.Line("result = ref Unsafe.Add(ref result, group * destinationPitch);");
        }

        writer.Line();
    }

    /// <summary>Which sums of a strip belong to columns inside, where the others are copied from these.</summary>
    private void EmitInside(string all, string left, string start)
    {
        writer.Line();
        writer.Line("// Sums [first, past) of a row belong to columns inside; the first of them lies on the beginning of a cache line.");
        if (sizes.ReadsColumns)
        {
            int unseen = (parts.Model.Horizontal.Stride - 1) * parts.Model.PixelChannels;
            writer.Line($"nint start = x * {Literals.Of(parts.Model.Horizontal.Stride)};");
            writer.Line($"nint all = {all};");
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
                + $"{Literals.Of(sizes.LineElements - 1)});"
        );
    }

    private void EmitPasses(StripText strip)
    {
        int plane = sizes.PlaneElements;
        EmitVertical(strip);
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
                $"{SeparableEmitter.PartialType}.Rows(ref {strip.Sums}, sumsPitch, ref {Reference.At(strip.Sums, plane)}, sumsPitch, {count}, group);"
            );
        }

        string read = separation.Prefixes is null ? strip.Sums : "prefixes";
        writer.Line(
            $"{horizontal.PassType}.Rows(ref {read}, {Literals.Of(plane)}, sumsPitch, {strip.Result}, destinationPitch, columns, group);"
        );
    }

    private void EmitVertical(StripText strip)
    {
        string step = parts.HasRowStep ? ", step" : "";
        string left = Grouped(parts.Elements("left"));
        for (int term = 0; term < vertical.Length; term++)
        {
            int offset = term * sizes.PlaneElements;
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
            if (SumExtension.IsNeeded(parts))
            {
                writer.Line($"Extend(ref {target}, sumsPitch, group, 0, first, {strip.Start} - {left}, width);");
                writer.Line($"Extend(ref {target}, sumsPitch, group, past, {strip.All}, {strip.Start} - {left}, width);");
            }
        }
    }

    private static string Grouped(string text) => text.Contains(" * ") ? "(" + text + ")" : text;

    /// <summary>What the calls of the passes on a strip are given.</summary>
    /// <param name="Sums">The sums of its first row.</param>
    /// <param name="All">Sums of a row.</param>
    /// <param name="Start">The element of a row at which it begins.</param>
    /// <param name="Inside">Those that the vertical pass computes.</param>
    /// <param name="Result">A reference to its first result.</param>
    private sealed record StripText(string Sums, string All, string Start, string Inside, string Result);
}
