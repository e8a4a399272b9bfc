using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>Prints how samples come into a tile, with what stands for those outside the source, and how its results are kept.</summary>
internal sealed class TransformSamples(SourceWriter writer, KernelParts parts, TransformPlan plan)
{
    private readonly ConvolutionModel model = parts.Model;
    private readonly ElementType source = parts.Model.Form.Source.Element;
    private readonly ElementType destination = parts.Model.Form.Destination.Element;
    private readonly ElementType element = parts.Plan.Accumulator;
    private readonly ElementType sample = TileType(parts);
    private readonly string type = TileType(parts).Keyword();
    private readonly int channels = parts.Model.PixelChannels;

    /// <summary>
    /// The type in which a tile's samples are fetched: that of the source where the first pass converts what it loads, which spares the
    /// cache a tile that is several times as large.
    /// </summary>
    public static ElementType TileType(KernelParts parts) => Converts(parts) ? parts.Model.Form.Source.Element : parts.Plan.Accumulator;

    /// <summary>Whether the first pass converts samples.</summary>
    public static bool Converts(KernelParts parts) =>
        parts.Model.Form.Source.Element is var source
        && source is not (ElementType.Half or ElementType.Int64)
        && source != parts.Plan.Accumulator;

    /// <summary>Whether samples can be transformed where they are.</summary>
    public static bool ReadsInPlace(KernelParts parts) =>
        parts.Model.Form.Source.Element == TileType(parts) && parts.Model.PixelChannels == 1;

    /// <summary>Whether results see all samples of every tile that lies in the source.</summary>
    public static bool SeesAll(KernelParts parts) => parts.Model is { ComputesParts: false, Horizontal.Stride: 1, Vertical.Stride: 1 };

    /// <summary>Whether the source may hold less than the whole image, so that places are counted from what it holds.</summary>
    private readonly bool isPart = parts.Model.ComputesParts;

    /// <summary>Samples in a row of a tile that is fetched; a signal's rows follow each other.</summary>
    private int RowSamples => plan.HasTwoAxes ? plan.Columns.Points : plan.Points;

    /// <param name="sums">Prints how results are kept where they are rounded to whole sums first; null where they are not.</param>
    public void Emit(SumsEmitter? sums = null)
    {
        if (plan.HasTwoAxes)
        {
            if (ReadsInPlace(parts))
            {
                EmitIsInside();
            }

            EmitFetch();
        }

        EmitFetchRow();
        if (sums is not null)
        {
            sums.Emit();
            return;
        }

        EmitKeep();
        if (destination.IsInteger())
        {
            EmitFinish();
        }
    }

    /// <summary>Whether any window leaves the source.</summary>
    private bool HasOutside => parts.Plan.Halo.IsNeeded && model.Mode != OutputMode.Valid;

    private void EmitIsInside()
    {
        string Along(string place, AxisGeometry axis, int points, string size) =>
            (axis.Before == 0 ? "" : $"{place} >= {Literals.Of(axis.Before)} && ")
            + $"{place}{FrameEmitter.Plus(points - axis.Before)} <= {size}";
        bool seesAll = SeesAll(parts);
        string inside =
            $"{Along("x", model.Horizontal, plan.Columns.Points, "width")} && {Along("y", model.Vertical, plan.Rows.Points, "height")}";
        writer.Line(
            seesAll
                ? "/// <summary>Whether all samples of the tile whose first result has this place are in the source.</summary>"
                : "/// <summary>Whether all samples of the tile whose first result has this place are in the source, and are seen by results up "
                    + "to the last column and line.</summary>"
        );
        writer.Line(
            $"private static bool IsInside(nint x, nint y, nint width, nint height{(seesAll ? "" : ", nint windows, nint lines")}) =>"
        );
        writer.Line(
            seesAll
                ? $"    {inside};"
                : $"    {inside} && x + {Literals.Of(plan.Width)} <= windows && y + {Literals.Of(plan.Height)} <= lines;"
        );
        writer.Line();
    }

    private void EmitFetch()
    {
        string row = Literals.Of(plan.TilePitch(element));
        writer.Line(
            "/// <summary>Fetches the samples of a tile that begins at a place of the source and has results to give that see so "
                + "many columns and lines; the others are zero.</summary>"
        );
        using (
            writer.Block(
                $"private static void Fetch(ref {parts.Source} source, nint pitch, {(isPart ? "nint heldLeft, nint heldTop, " : "")}nint width, "
                    + $"nint height, nint x, nint y, nint columns, nint lines, ref {type} tile)"
            )
        )
        using (writer.Block($"for (nint i = 0; i < {Literals.Of(plan.Rows.Points)}; i++)"))
        {
            string held = isPart ? ", heldLeft" : "";
            string Row(string line) => isPart ? line + " - heldTop" : line;
            writer.Line("nint line = y + i;");
            if (HasOutside && !GatherEmitter.IsConstant(parts))
            {
                writer.Line("nint seen = i < lines ? columns : 0;");
                writer.Line(
                    "FetchRow(ref Unsafe.Add(ref source, (seen > 0 ? "
                        + Row(BorderFold.Use(writer, model.Border) + "(line, height)")
                        + $" : 0) * pitch){held}, width, x, seen, ref Unsafe.Add(ref tile, i * "
                        + row
                        + "));"
                );
            }
            else
            {
                writer.Line("bool isInside = line >= 0 && line < height;");
                writer.Line(
                    $"FetchRow(ref Unsafe.Add(ref source, (isInside{(isPart ? " && i < lines" : "")} ? {Row("line")} : 0) * pitch){held}, "
                        + "isInside ? width : 0, x, i < lines ? columns : 0, ref Unsafe.Add(ref tile, i * "
                        + row
                        + "));"
                );
            }
        }

        writer.Line();
    }

    private void EmitFetchRow()
    {
        string row = Literals.Of(RowSamples);
        string name = plan.HasTwoAxes ? "FetchRow" : "Fetch";
        writer.Line(
            plan.HasTwoAxes
                ? "/// <summary>Fetches the samples of a row of a tile that begins at a place of a row and has results to give "
                    + "that see so many; the others are zero.</summary>"
                : "/// <summary>Fetches the samples of a tile that begins at a place of the source and has results to give that "
                    + "see so many; the others are zero.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string held = isPart ? ", nint heldLeft" : "";
        using (writer.Block($"private static void {name}(ref {parts.Source} source{held}, nint width, nint x, nint seen, ref {type} tile)"))
        {
            writer.Line("// Samples [first, last) lie in the source.");
            writer.Line($"nint count = Math.Clamp(seen, 0, {row});");
            writer.Line("nint first = Math.Clamp(-x, 0, count);");
            writer.Line("nint last = Math.Clamp(width - x, first, count);");
            EmitOutside("for (nint i = 0; i < first; i++)");
            EmitInside();
            EmitOutside("for (nint i = last; i < count; i++)");
            writer.Line($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref tile, count), {row} - (int)count).Clear();");
        }

        writer.Line();
    }

    /// <summary>The samples that lie side by side, and in the type of the tile, at once.</summary>
    private void EmitInside()
    {
        if (ReadsInPlace(parts))
        {
            using (writer.Block("if (first < last)"))
            {
                writer.Line(
                    $"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, x + first{(isPart ? " - heldLeft" : "")}), (int)(last - "
                        + "first)).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref tile, first), (int)(last - first)));"
                );
            }

            writer.Line();
            return;
        }

        string pixel = isPart ? "x + i - heldLeft" : "x + i";
        string place = channels == 1 ? pixel : $"({pixel}) * {Literals.Of(channels)}";
        using (writer.Block("for (nint i = first; i < last; i++)"))
        {
            writer.Line($"Unsafe.Add(ref tile, i) = {Converted($"Unsafe.Add(ref source, {place})")};");
        }

        writer.Line();
    }

    private void EmitOutside(string loop)
    {
        string Pixel() => BorderFold.Use(writer, model.Border) + "(x + i, width)" + (isPart ? " - heldLeft" : "");
        string Place() =>
            channels == 1 ? Pixel()
            : isPart ? $"({Pixel()}) * {Literals.Of(channels)}"
            : $"{Pixel()} * {Literals.Of(channels)}";
        string value =
            !HasOutside ? Literals.Of(Kernels.Rational.Zero, sample)
            : GatherEmitter.IsConstant(parts) ? Converted(GatherEmitter.BorderConstant(parts))
            : Converted($"Unsafe.Add(ref source, {Place()})");
        using (writer.Block(loop))
        {
            writer.Line($"Unsafe.Add(ref tile, i) = {value};");
        }

        writer.Line();
    }

    /// <summary>A sample in the type of the tile.</summary>
    private string Converted(string value) => source == sample ? value : $"({type}){value}";

    private void EmitKeep()
    {
        writer.Line($"/// <summary>Keeps the results of a tile whose first one has this place, {KeptResults.Words(parts)}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string parameters = KeptResults.Parameters(parts);
        using (
            writer.Block(
                plan.HasTwoAxes
                    ? $"private static void Keep(ref {parts.Sum} tile, {parameters}, ref {parts.Destination} destination, nint pitch)"
                    : $"private static void Keep(ref {parts.Sum} tile, {parameters}, ref {parts.Destination} destination)"
            )
        )
        {
            if (plan.HasTwoAxes)
            {
                KeptResults.EmitRows(writer, parts, plan, parts.Sum, parts.Destination, () => EmitKeepRow("line", "result"));
            }
            else
            {
                EmitKeepRow("tile", "destination");
            }
        }

        writer.Line();
    }

    private void EmitKeepRow(string from, string to)
    {
        int stride = model.Horizontal.Stride;
        string width = Literals.Of(plan.Width),
            end = isPart ? "right" : "columns";
        if (stride == 1 && channels == 1 && destination == element)
        {
            if (isPart)
            {
                writer.Line("nint first = Math.Max(x, left);");
                writer.Line($"int count = (int)Math.Max(Math.Min(right, x + {width}) - first, 0);");
                using (writer.Block("if (count > 0)"))
                {
                    writer.Line(
                        $"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref {from}, first - x), count).CopyTo(MemoryMarshal.CreateSpan(ref "
                            + $"Unsafe.Add(ref {to}, first - left), count));"
                    );
                }

                return;
            }

            writer.Line($"int count = (int)Math.Clamp(columns - x, 0, {width});");
            writer.Line(
                $"MemoryMarshal.CreateReadOnlySpan(ref {from}, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {to}, "
                    + "x), count));"
            );
            return;
        }

        string first = KeptResults.First("x", stride, isPart ? "left" : ""),
            column = isPart ? "(column - left)" : "column";
        string loop =
            stride == 1
                ? $"for (nint column = {first}; column < {end} && column < x + {width}; column++)"
                : $"for (nint column = {first}; column < {end} && column * {Literals.Of(stride)} < x + {width}; column++)";
        using (writer.Block(loop))
        {
            string sum = $"Unsafe.Add(ref {from}, {(stride == 1 ? "column - x" : $"(column * {Literals.Of(stride)}) - x")})";
            string result =
                destination == element ? sum
                : destination.IsInteger() ? $"Finish({sum})"
                : $"({parts.Destination}){sum}";
            string place =
                channels > 1 ? $"{column} * {Literals.Of(channels)}"
                : isPart ? "column - left"
                : column;
            writer.Line($"Unsafe.Add(ref {to}, {place}) = {result};");
        }
    }

    private void EmitFinish()
    {
        writer.Line("/// <summary>A sum as a result: rounded to the nearest integer and saturated; not a number becomes 0.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {parts.Destination} Finish({parts.Sum} sum)"))
        {
            ArithmeticEmitter.EmitRounding(writer, element, destination, "return");
        }

        writer.Line();
    }
}
