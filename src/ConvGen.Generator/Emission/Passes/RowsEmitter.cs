using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Emission.Passes;

/// <summary>Prints <c>Rows</c> (<c>Row</c> for one axis), which picks the vector width, and the size of a pass.</summary>
internal static class RowsEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Halo.IsNeeded && (parts.Model.Horizontal.Stride == 1 || parts.HasNarrowBlocks))
        {
            EmitPassPixels(writer, parts);
        }

        writer.Line(
            parts.HasTwoAxes
                ? "/// <summary>Computes rows whose windows are read in place, with the widest vectors that a row fills.</summary>"
                : "/// <summary>Computes samples whose windows are read in place, with the widest vectors that they fill.</summary>"
        );
        writer.Line("/// <remarks>What the processor lacks is a constant to the JIT compiler and vanishes.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string step = parts.HasRowStep ? ", nint step" : "";
        string parameters = parts.HasTwoAxes
            ? $"ref {parts.Source} source, nint pitch{parts.PlaneParameter}{step}, ref {parts.Destination} destination, nint "
                + $"destinationPitch, nint count, nint rows{Parameters(parts)}"
            : $"ref {parts.Source} source, ref {parts.Destination} destination, nint count{Parameters(parts)}";
        string access = parts.PassType is null ? "private" : "internal";
        using (writer.Block($"{access} static void {(parts.HasTwoAxes ? "Rows" : "Row")}({parameters})"))
        {
            if (parts.PassType is not null && parts.PassesWeights)
            {
                writer.Line($"ref {parts.Weight} weights = ref MemoryMarshal.GetReference(Weights);");
            }

            if (!parts.HasTwoAxes)
            {
                EmitChoice(writer, parts, _ => "OneRow");
            }
            else
            {
                using (writer.Block("while (rows > 0)"))
                {
                    EmitGroup(writer, parts);
                }
            }
        }

        writer.Line();
    }

    /// <summary>A call that reads windows in place.</summary>
    public static string Call(
        KernelParts parts,
        string source,
        string pitch,
        string destination,
        string columns,
        string rows,
        string left = "left",
        string width = "width",
        string planePitch = "sourcePlanePitch"
    )
    {
        string count = parts.Elements(columns);
        if (!parts.HasTwoAxes)
        {
            return $"Row(ref {source}, ref {destination}, {count}{Arguments(parts)});";
        }

        string tapPitch = Times(pitch, parts.Model.Vertical.Dilation);
        string step = parts.HasRowStep ? ", " + Times(pitch, parts.Model.Vertical.Stride) : "";
        string sides = parts.ExtendsSums ? $", {left}, {width}" : "";
        string planes = parts.HasPlaneTaps ? ", " + Times(planePitch, parts.Model.Depth.Dilation) : "";
        return $"Rows(ref {source}, {tapPitch}{planes}{step}, ref {destination}, destinationPitch, {count}, "
            + $"{rows}{sides}{Arguments(parts)});";
    }

    /// <summary>A call that reads the copies in the block.</summary>
    public static string CallOnBlock(KernelParts parts, string columns, string destination, string destinationPitch, string rows)
    {
        string count = parts.Elements(columns);
        string carried = string.Concat(parts.Carried.Select(reference => ", ref image." + reference.Field));
        if (!parts.HasTwoAxes)
        {
            return $"Row(ref image.Block, ref {destination}, {count}{carried});";
        }

        string pitch = Literals.Of(parts.Layout.RowElements);
        string step = parts.HasRowStep ? ", " + Literals.Of(parts.Layout.RowElements * parts.Model.Vertical.Stride) : "";
        string sides = parts.ExtendsSums ? ", 0, " + SeenPixels.Of(parts.Layout, columns) : "";
        string planes = parts.HasPlaneTaps ? ", " + Literals.Of(parts.Layout.PlaneElements) : "";
        return $"Rows(ref image.Windows.Block, {pitch}{planes}{step}, ref {destination}, {destinationPitch}, {count}, {(parts.Plan.Halo.Rows == 1 ? "1" : rows)}{sides}{carried});";
    }

    /// <summary>The parameters for what <c>Run</c> hands down; a pass of a separated sum has its weights at hand.</summary>
    public static string Parameters(KernelParts parts) =>
        parts.PassType is not null ? "" : string.Concat(parts.Carried.Select(reference => $", ref {reference.Type} {reference.Name}"));

    private static string Arguments(KernelParts parts) =>
        parts.PassType is not null ? "" : string.Concat(parts.Carried.Select(reference => ", ref " + reference.Name));

    private static string Times(string value, int factor) => factor == 1 ? value : $"{Literals.Of(factor)} * {value}";

    private static void EmitGroup(SourceWriter writer, KernelParts parts)
    {
        int tileRows = parts.Plan.Tile.Rows;
        string pitch = parts.HasRowStep ? "step" : "pitch";
        if (tileRows == 1)
        {
            EmitChoice(writer, parts, _ => "OneRow");
            writer.Line($"source = ref Unsafe.Add(ref source, {pitch});");
            writer.Line("destination = ref Unsafe.Add(ref destination, destinationPitch);");
            writer.Line("rows--;");
            return;
        }

        string number = Literals.Of(tileRows);
        writer.Line(parts.HasNarrowBlocks ? $"nint group = {number};" : $"nint group = rows >= {number} ? {number} : 1;");
        EmitChoice(writer, parts, width => width is null ? "OneRow" : $"group == {number}");
        writer.Line($"source = ref Unsafe.Add(ref source, group * {pitch});");
        writer.Line("destination = ref Unsafe.Add(ref destination, group * destinationPitch);");
        writer.Line("rows -= group;");
        if (tileRows != ChooseTile.TallRows && !parts.HasNarrowBlocks)
        {
            // So few rows are left of a lower tile that one by one they cost as little.
            return;
        }

        writer.Line();
        writer.Line("// The last group moves back to end with the last row; what it computes twice is the same.");
        using (writer.Block($"if (group == {number} && rows > 0 && rows < {number})"))
        {
            writer.Line($"source = ref Unsafe.Add(ref source, (rows - {number}) * {pitch});");
            writer.Line($"destination = ref Unsafe.Add(ref destination, (rows - {number}) * destinationPitch);");
            writer.Line($"rows = {number};");
        }
    }

    private static void EmitChoice(SourceWriter writer, KernelParts parts, Func<VectorWidth?, string> choice)
    {
        if (parts.Plan.ScalarReason is not null)
        {
            writer.Line(ScalarPassEmitter.Call(parts));
            return;
        }

        WidthChoice.Emit(
            writer,
            writer.Widths,
            width => $"{width.Condition(writer, parts.Plan.Fuses)} && count >= {Literals.Of(width.Step(parts.Plan))}",
            width => EmitPass(writer, parts, width, choice(width)),
            () =>
            {
                if (parts.Plan.Tile.Rows > 1)
                {
                    writer.Line("group = 1;");
                }

                writer.Line(ScalarPassEmitter.Call(parts));
            }
        );
        writer.Line();
    }

    private static void EmitPass(SourceWriter writer, KernelParts parts, VectorWidth width, string condition)
    {
        if (width.Rows(parts.Plan.Tile) < parts.Plan.Tile.Rows)
        {
            writer.Line("group = 1;");
            writer.Line(VectorPassEmitter.Call(parts, width, 1));
        }
        else if (condition == "OneRow")
        {
            writer.Line(VectorPassEmitter.Call(parts, width, 1));
        }
        else if (parts.HasWholeTiles(width))
        {
            writer.Line(VectorPassEmitter.Call(parts, width, parts.Plan.Tile.Rows));
        }
        else
        {
            bool isSlow = width == VectorWidth.Narrowest && writer.Widths.Count > 1 && parts.Plan.Tile.IsSlowAt128;
            using (
                writer.Block(
                    $"if ({condition}{(isSlow ? $" && !{writer.Widths[writer.Widths.Count - 2].Operations}.IsHardwareAccelerated" : "")})"
                )
            )
            {
                writer.Line(VectorPassEmitter.Call(parts, width, parts.Plan.Tile.Rows));
            }

            using (writer.Block("else"))
            {
                if (isSlow)
                {
                    writer.Line("group = 1;");
                }

                writer.Line(VectorPassEmitter.Call(parts, width, 1));
            }
        }
    }

    /// <summary>
    /// The frame is as wide as a pass of the widest vectors: narrower ones would copy a little less, but take as many passes, in code that
    /// nothing else needs and that the first call
    /// would have to compile.
    /// </summary>
    public static void EmitPassPixels(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Pixels that one pass of the widest vectors computes in a row.</summary>");
        if (parts.Plan.ScalarReason is not null)
        {
            writer.Line("private const int PassPixels = 1;");
        }
        else
        {
            string Pixels(VectorWidth width) => Literals.Of(parts.Plan.PassPixels(width.Bits));
            string wider = string.Concat(
                writer
                    .Widths.Where(width => width != VectorWidth.Narrowest)
                    .Select(width => $"{width.Condition(writer, parts.Plan.Fuses)} ? {Pixels(width)} : ")
            );
            writer.Line($"private static int PassPixels => {wider}{Pixels(VectorWidth.Narrowest)};");
        }

        writer.Line();
    }
}
