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

        if (plan.HasTwoAxes)
        {
            EmitKeepOfImage();
        }
        else
        {
            EmitKeepOfSignal();
        }

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
        writer.Line("/// <summary>Whether all samples of the tile whose first result has this place are in the source.</summary>");
        writer.Line("private static bool IsInside(nint x, nint y, nint width, nint height) =>");
        writer.Line(
            $"    {Along("x", model.Horizontal, plan.Columns.Points, "width")} && {Along("y", model.Vertical, plan.Rows.Points, "height")};"
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
                $"private static void Fetch(ref {parts.Source} source, nint pitch, nint width, nint height, nint x, nint y, nint "
                    + $"columns, nint lines, ref {type} tile)"
            )
        )
        using (writer.Block($"for (nint i = 0; i < {Literals.Of(plan.Rows.Points)}; i++)"))
        {
            writer.Line("nint line = y + i;");
            if (HasOutside && !GatherEmitter.IsConstant(parts))
            {
                writer.Line("nint seen = i < lines ? columns : 0;");
                writer.Line(
                    "FetchRow(ref Unsafe.Add(ref source, (seen > 0 ? "
                        + BorderFold.Use(writer, model.Border)
                        + "(line, height) : 0) * pitch), width, x, seen, ref Unsafe.Add(ref tile, i * "
                        + row
                        + "));"
                );
            }
            else
            {
                writer.Line("bool isInside = line >= 0 && line < height;");
                writer.Line(
                    "FetchRow(ref Unsafe.Add(ref source, (isInside ? line : 0) * pitch), isInside ? width : 0, x, i < lines ? "
                        + "columns : 0, ref Unsafe.Add(ref tile, i * "
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
        using (writer.Block($"private static void {name}(ref {parts.Source} source, nint width, nint x, nint seen, ref {type} tile)"))
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
                    "MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, x + first), (int)(last - "
                        + "first)).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref tile, first), (int)(last - first)));"
                );
            }

            writer.Line();
            return;
        }

        string place = channels == 1 ? "x + i" : $"(x + i) * {Literals.Of(channels)}";
        using (writer.Block("for (nint i = first; i < last; i++)"))
        {
            writer.Line($"Unsafe.Add(ref tile, i) = {Converted($"Unsafe.Add(ref source, {place})")};");
        }

        writer.Line();
    }

    private void EmitOutside(string loop)
    {
        string Place() => BorderFold.Use(writer, model.Border) + "(x + i, width)" + (channels == 1 ? "" : " * " + Literals.Of(channels));
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

    /// <summary>Prints how the results of a tile of a signal are kept.</summary>
    private void EmitKeepOfSignal()
    {
        writer.Line("/// <summary>Keeps the results of a tile whose first one has this place, up to the given number of all.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Keep(ref {parts.Sum} tile, nint x, nint columns, ref {parts.Destination} destination)"))
        {
            EmitKeepRow("tile", "destination");
        }

        writer.Line();
    }

    /// <summary>Prints how the results of a tile of an image are kept.</summary>
    private void EmitKeepOfImage()
    {
        AxisGeometry vertical = model.Vertical;
        writer.Line(
            "/// <summary>Keeps the results of a tile whose first one has this place, within the given rows and columns of all.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Keep(ref {parts.Sum} tile, nint x, nint y, nint columns, nint rows, ref {parts.Destination} "
                    + "destination, nint pitch)"
            )
        )
        {
            string stride = Literals.Of(vertical.Stride);
            string loop =
                vertical.Stride == 1
                    ? $"for (nint row = y; row < rows && row < y + {Literals.Of(plan.Height)}; row++)"
                    : $"for (nint row = (y + {Literals.Of(vertical.Stride - 1)}) / {stride}; row < rows && row * {stride} < y + "
                        + $"{Literals.Of(plan.Height)}; row++)";
            using (writer.Block(loop))
            {
                string line = vertical.Stride == 1 ? "row - y" : $"(row * {stride}) - y";
                writer.Line($"ref {parts.Sum} line = ref Unsafe.Add(ref tile, ({line}) * {Literals.Of(plan.TilePitch(element))});");
                writer.Line($"ref {parts.Destination} result = ref Unsafe.Add(ref destination, row * pitch);");
                EmitKeepRow("line", "result");
            }
        }

        writer.Line();
    }

    /// <summary>Prints how the results of a row of a tile are kept.</summary>
    private void EmitKeepRow(string from, string to)
    {
        string width = Literals.Of(plan.Width);
        int stride = model.Horizontal.Stride;
        if (stride == 1 && channels == 1 && destination == element)
        {
            writer.Line($"int count = (int)Math.Clamp(columns - x, 0, {width});");
            writer.Line(
                $"MemoryMarshal.CreateReadOnlySpan(ref {from}, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {to}, "
                    + "x), count));"
            );
            return;
        }

        string step = Literals.Of(stride);
        string loop =
            stride == 1
                ? $"for (nint column = x; column < columns && column < x + {width}; column++)"
                : $"for (nint column = (x + {Literals.Of(stride - 1)}) / {step}; column < columns && column * {step} < x + "
                    + $"{width}; column++)";
        using (writer.Block(loop))
        {
            string sum = $"Unsafe.Add(ref {from}, {(stride == 1 ? "column - x" : $"(column * {step}) - x")})";
            string result =
                destination == element ? sum
                : destination.IsInteger() ? $"Finish({sum})"
                : $"({parts.Destination}){sum}";
            writer.Line($"Unsafe.Add(ref {to}, {(channels == 1 ? "column" : $"column * {Literals.Of(channels)}")}) = {result};");
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
