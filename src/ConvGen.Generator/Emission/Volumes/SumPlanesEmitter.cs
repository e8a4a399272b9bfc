using ConvGen.Generator.Emission.Borders;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Volumes;

/// <summary>Prints how sums along planes are made: images of a few planes of the result, row by row.</summary>
internal sealed class SumPlanesEmitter
{
    private readonly SourceWriter writer;
    private readonly PlaneImages images;
    private readonly KernelParts parts;
    private readonly ConvolutionModel model;
    private readonly string intermediate;
    private readonly string image;

    private SumPlanesEmitter(SourceWriter writer, PlaneImages images)
    {
        this.writer = writer;
        this.images = images;
        parts = images.Parts;
        model = images.Model;
        intermediate = images.Intermediate;
        image = Literals.Of(images.ImageElements);
    }

    private string IsInsideParameter => images.LeavesPlanes ? ", bool isInside" : "";

    private string IsInsideArgument => images.LeavesPlanes ? ", isInside" : "";

    public static void Emit(SourceWriter writer, PlaneImages images)
    {
        SumPlanesEmitter emitter = new(writer, images);
        emitter.EmitSumPlanes();
        emitter.EmitSumRow();
        if (images.LeavesColumns && !images.IsConstant)
        {
            emitter.EmitExtend();
        }

        if ((images.LeavesColumns || images.LeavesRows) && images.IsConstant)
        {
            emitter.EmitFill();
        }
    }

    /// <summary>Prints how a group of images is made, row by row.</summary>
    private void EmitSumPlanes()
    {
        writer.Line(
            "/// <summary>Makes the images of so many planes: sums along planes for columns and rows of the source from the given ones on, "
                + "of which some may lie outside.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string parameters =
            "in Volume volume, nint column, nint line, nint plane, nint columns, nint lines, nint pitch, nint planes" + IsInsideParameter;
        using (writer.Block($"private static void SumPlanes({parameters})"))
        {
            if (images.LeavesColumns)
            {
                writer.Line("// Columns [first, past) lie inside.");
                writer.Line("nint first = Math.Clamp(-column, 0, columns);");
                writer.Line("nint past = Math.Clamp(volume.Width - column, first, columns);");
            }

            writer.Line($"ref {intermediate} sums = ref volume.Sums;");
            using (writer.Block("for (nint i = 0; i < lines; i++)"))
            {
                bool isFolded = images.LeavesRows && !images.IsConstant;
                writer.Line(
                    isFolded ? $"nint place = {BorderFold.Use(writer, model.Border)}(line + i, volume.Height);" : "nint place = line + i;"
                );
                if (images.LeavesRows && images.IsConstant)
                {
                    using (writer.Block("if (place < 0 || place >= volume.Height)"))
                    {
                        writer.Line($"Fill(ref sums, planes, {parts.Elements("columns")});");
                    }

                    using (writer.Block("else"))
                    {
                        EmitLine();
                    }
                }
                else
                {
                    EmitLine();
                }

                writer.Line();
                writer.Line("sums = ref Unsafe.Add(ref sums, pitch);");
            }
        }

        writer.Line();
    }

    private void EmitLine()
    {
        string row = $"ref {parts.Source} row = ref Unsafe.Add(ref volume.Source, place * volume.Pitch);";
        writer.Line(row);
        if (!images.LeavesColumns)
        {
            writer.Line(
                $"SumRow(in volume, ref {At("row", "column")}, ref sums, plane, {parts.Elements("columns")}, planes{IsInsideArgument});"
            );
            return;
        }

        using (writer.Block("if (past > first)"))
        {
            string count = parts.Elements("past - first");
            writer.Line(
                $"SumRow(in volume, ref {At("row", "column + first")}, ref {At("sums", "first")}, plane, {count}, planes{IsInsideArgument});"
            );
        }

        writer.Line();
        if (images.IsConstant)
        {
            writer.Line($"Fill(ref sums, planes, {parts.Elements("first")});");
            writer.Line($"Fill(ref {At("sums", "past")}, planes, {parts.Elements("columns - past")});");
            return;
        }

        string rest = $"first, past, plane, planes{IsInsideArgument}";
        writer.Line($"Extend(in volume, ref row, ref sums, column, 0, first, {rest});");
        writer.Line($"Extend(in volume, ref row, ref sums, column, past, columns, {rest});");
    }

    /// <summary>Prints how a row of a group of images is made of rows of the source's planes.</summary>
    private void EmitSumRow()
    {
        writer.Line(
            "/// <summary>Makes so many sums of a row of each image; where windows see planes outside, of a copy of what they see.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void SumRow(in Volume volume, ref {parts.Source} row, ref {intermediate} sums, nint plane, nint count, nint planes{IsInsideParameter})"
            )
        )
        {
            AxisGeometry depth = model.Depth;
            string step = images.Across.HasRowStep ? $", {Times("volume.PlanePitch", depth.Stride)}" : "";
            string inside =
                $"{images.Across.PassType}.Rows(ref Unsafe.Add(ref row, plane * volume.PlanePitch), {Times("volume.PlanePitch", depth.Dilation)}{step}, ref sums, {image}, count, planes);";
            if (!images.LeavesPlanes)
            {
                writer.Line(inside);
                return;
            }

            using (writer.Block("if (isInside)"))
            {
                writer.Line(inside);
                writer.Line("return;");
            }

            writer.Line();
            EmitCopies();
            string pitch = Literals.Of(images.RowElements);
            writer.Line(
                $"{images.Across.PassType}.Rows(ref volume.Block, {pitch}{(images.Across.HasRowStep ? ", " + pitch : "")}, ref sums, {image}, count, planes);"
            );
        }

        writer.Line();
    }

    private void EmitCopies()
    {
        string planes = Literals.Of(model.Kernel.Planes);
        writer.Line($"ref {parts.Source} copy = ref volume.Block;");
        string seen = images.Sums.CopiedPlanes == 1 ? planes : $"planes + {Literals.Of(model.Kernel.Planes - 1)}";
        using (writer.Block($"for (nint i = 0; i < {seen}; i++)"))
        {
            string place = $"plane + {Reference.Grouped(Times("i", model.Depth.Dilation))}";
            string Copy(string from) =>
                $"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref row, {from} * volume.PlanePitch), (int)count).CopyTo(MemoryMarshal.CreateSpan(ref copy, (int)count));";
            if (images.IsConstant)
            {
                writer.Line($"nint place = {place};");
                using (writer.Block("if (place < 0 || place >= volume.Depth)"))
                {
                    writer.Line($"MemoryMarshal.CreateSpan(ref copy, (int)count).Fill({GatherEmitter.BorderConstant(parts)});");
                }

                using (writer.Block("else"))
                {
                    writer.Line(Copy("place"));
                }

                writer.Line();
            }
            else
            {
                writer.Line(Copy($"{BorderFold.Use(writer, model.Border)}({place}, volume.Depth)"));
            }

            writer.Line($"copy = ref Unsafe.Add(ref copy, {Literals.Of(images.RowElements)});");
        }

        writer.Line();
    }

    /// <summary>Prints how sums outside of rows are made: copied from the image, or formed where it has none of those.</summary>
    private void EmitExtend()
    {
        writer.Line(
            "/// <summary>Makes sums [begin, end) of a row of each image, whose columns lie outside, of those that stand for them.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void Extend(in Volume volume, ref {parts.Source} row, ref {intermediate} sums, nint column, nint begin, nint end, nint first, nint past, nint plane, nint planes{IsInsideParameter})"
            )
        )
        using (writer.Block("for (nint i = begin; i < end; i++)"))
        {
            writer.Line($"nint place = {BorderFold.Use(writer, model.Border)}(column + i, volume.Width);");
            using (writer.Block("if (place < column + first || place >= column + past)"))
            {
                writer.Line(
                    $"SumRow(in volume, ref {At("row", "place")}, ref {At("sums", "i")}, plane, {Literals.Of(model.PixelChannels)}, planes{IsInsideArgument});"
                );
                writer.Line("continue;");
            }

            writer.Line();
            writer.Line($"ref {intermediate} sum = ref {At("sums", "i")};");
            writer.Line($"ref {intermediate} other = ref {At("sums", "place - column")};");
            using (writer.Block("for (nint k = 0; k < planes; k++)"))
            {
                if (model.PixelChannels == 1)
                {
                    writer.Line("sum = other;");
                }
                else
                {
                    using (writer.Block($"for (nint c = 0; c < {Literals.Of(model.PixelChannels)}; c++)"))
                    {
                        writer.Line("Unsafe.Add(ref sum, c) = Unsafe.Add(ref other, c);");
                    }

                    writer.Line();
                }

                writer.Line($"sum = ref Unsafe.Add(ref sum, {image});");
                writer.Line($"other = ref Unsafe.Add(ref other, {image});");
            }
        }

        writer.Line();
    }

    private void EmitFill()
    {
        string constant = GatherEmitter.BorderConstant(new KernelParts(images.Sums.Within));
        writer.Line("/// <summary>Fills so many sums of a row of each image with those of the constant outside.</summary>");
        using (writer.Block($"private static void Fill(ref {intermediate} sums, nint planes, nint count)"))
        using (writer.Block("for (nint i = 0; i < planes; i++)"))
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref sums, i * {image}), (int)count).Fill({constant});");
        }

        writer.Line();
    }

    /// <summary>An element of a row by its pixel, without its <c>ref</c>.</summary>
    private string At(string row, string pixel) => $"Unsafe.Add(ref {row}, {parts.Elements(pixel)})";

    private static string Times(string value, int factor) => factor == 1 ? value : $"{Literals.Of(factor)} * {value}";
}
