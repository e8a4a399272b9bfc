using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Parts;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Volumes;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Borders;

/// <summary>
/// Prints <c>Framed</c>, which computes what sees beyond the source, or all of it where samples are sorted by the phases of a stride,
/// through copied blocks; and what it needs to know.
/// </summary>
internal static class FrameEmitter
{
    /// <summary>
    /// Prints the type that holds what the frame needs to know, where what a kernel hands down besides is part of it; the others share one.
    /// </summary>
    public static void EmitImage(SourceWriter writer, KernelParts parts)
    {
        if (HasOwnImage(parts))
        {
            writer.Line("/// <summary>What the frame needs to know.</summary>");
            EmitImage(writer, "private ref struct Image", parts.HasTwoAxes, parts.Source, parts.Destination, parts);
            writer.Line();
        }
    }

    /// <summary>Prints the type that kernels share.</summary>
    public static void EmitSharedImage(SourceWriter writer, bool hasTwoAxes)
    {
        writer.Line($"/// <summary>What the frame around {(hasTwoAxes ? "an image" : "a signal")} needs to know.</summary>");
        string name = new HelperKey(hasTwoAxes ? HelperKind.PlaneImage : HelperKind.LineImage).Name;
        EmitImage(writer, $"internal ref struct {name}<TSource, TDestination>", hasTwoAxes, "TSource", "TDestination", null);
    }

    /// <summary>The type as kernels write it.</summary>
    public static string ImageType(SourceWriter writer, KernelParts parts) =>
        HasOwnImage(parts)
            ? "Image"
            : $"{writer.Use(parts.HasTwoAxes ? HelperKind.PlaneImage : HelperKind.LineImage)}<{parts.Source}, {parts.Destination}>";

    private static bool HasOwnImage(KernelParts parts) => parts.Carried.Any() || parts.Model.ComputesParts || parts.Model.Form.IsVolume;

    private static void EmitImage(SourceWriter writer, string head, bool hasTwoAxes, string source, string destination, KernelParts? own)
    {
        using (writer.Block(head))
        {
            if (hasTwoAxes)
            {
                writer.Line($"public {writer.Use(HelperKind.Windows)}<{source}> Windows;");
                writer.Line("public nint DestinationPitch;");
            }
            else
            {
                writer.Line($"public ref {source} Source;");
                writer.Line("public nint Width;");
                writer.Line($"public ref {source} Block;");
            }

            if (own is { Model.Form.IsVolume: true })
            {
                VolumeEmitter.EmitImageFields(writer);
            }

            if (own is { Model.ComputesParts: true })
            {
                PartEmitter.EmitImageFields(writer, own);
            }

            writer.Line($"public ref {destination} Destination;");
            writer.Lines((own?.Carried ?? []).Select(reference => $"public ref {reference.Type} {reference.Field};"));
        }
    }

    /// <summary>Prints, in <c>Run</c>, a local <c>image</c> of that type.</summary>
    public static void EmitImageValue(SourceWriter writer, KernelParts parts)
    {
        writer.Line($"{ImageType(writer, parts)} image = new()");
        writer.Line("{");
        using (writer.Indent())
        {
            string block = parts.Layout.Lead == 0 ? "ref line" : $"ref Unsafe.Add(ref line, {Literals.Of(parts.Layout.Lead)})";
            string border = GatherEmitter.IsConstant(parts) ? ", Border = " + GatherEmitter.BorderConstant(parts) : "";
            string origin = parts.Model.ComputesParts ? ", Origin = " + PartEmitter.OriginValue(parts) : "";
            string pitch = Literals.Of(parts.Layout.RowElements),
                channels = Literals.Of(parts.Model.PixelChannels);
            writer.Line(
                parts.HasTwoAxes
                    ? $"Windows = {{ Source = ref source, Width = width, Pitch = sourcePitch, Height = height, Block = {block}, "
                        + $"BlockPitch = {pitch}, Channels = {channels}{border}{origin} }},"
                    : $"Source = ref source, Width = length, Block = {block},"
            );
            writer.Line("Destination = ref destination,");
            if (parts.HasTwoAxes)
            {
                writer.Line("DestinationPitch = destinationPitch,");
            }

            if (parts.Model.Form.IsVolume)
            {
                VolumeEmitter.EmitImageValues(writer);
            }

            if (parts.Model.ComputesParts)
            {
                PartEmitter.EmitImageValues(writer, parts);
            }

            writer.Lines(parts.Carried.Select(carried => $"{carried.Field} = ref {carried.Name},"));
        }

        writer.Line("};");
    }

    public static void Emit(SourceWriter writer, KernelParts parts)
    {
        writer.Line("/// <summary>Computes a part of the result through copies of its windows, block by block.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        if (parts.HasTwoAxes)
        {
            using (
                writer.Block(
                    $"private static void Framed(in {ImageType(writer, parts)} image, nint left, nint top, nint right, nint bottom)"
                )
            )
            using (
                writer.Block(
                    $"for (nint y = top; y < bottom; {(parts.Plan.Halo.Rows == 1 ? "y++" : "y += " + Literals.Of(parts.Plan.Halo.Rows))})"
                )
            )
            {
                EmitMoveBack(writer, parts, $"Math.Max(top, bottom - {Literals.Of(parts.FewestRows)})");
                if (parts.Plan.Halo.Rows > 1)
                {
                    writer.Line($"nint rows = Math.Min({Literals.Of(parts.Plan.Halo.Rows)}, bottom - y);");
                }

                EmitFramedColumns(writer, parts);
            }
        }
        else
        {
            using (writer.Block($"private static void Framed(in {ImageType(writer, parts)} image, nint left, nint right)"))
            {
                EmitFramedColumns(writer, parts);
            }
        }

        writer.Line();
    }

    private static void EmitFramedColumns(SourceWriter writer, KernelParts parts)
    {
        ConvolutionModel model = parts.Model;
        string columns = Literals.Of(parts.Plan.Halo.Columns);
        using (writer.Block($"for (nint x = left; x < right; x += {columns})"))
        {
            writer.Line($"nint columns = Math.Min({columns}, right - x);");
            string start = Times("x", model.Horizontal.Stride) + Minus(model.Horizontal.Before);
            if (parts.HasTwoAxes)
            {
                string line = Times("y", model.Vertical.Stride) + Minus(model.Vertical.Before);
                int overhang = model.Vertical.Size - model.Vertical.Stride;
                string lines =
                    parts.Plan.Halo.Rows == 1 ? Literals.Of(model.Vertical.Size) : Times("rows", model.Vertical.Stride) + Plus(overhang);
                writer.Line(
                    model.Form.IsVolume
                        ? VolumeEmitter.GatherCall(parts, start, line, lines)
                        : GatherEmitter.Call(writer, parts, start, line, lines)
                );
                writer.Line(
                    $"ref {parts.Destination} result = ref Unsafe.Add(ref image.Destination, (y * image.DestinationPitch) + {parts.Elements("x")}{PartEmitter.FromFirstResult(parts)});"
                );
            }
            else
            {
                writer.Line(GatherEmitter.Call(writer, parts, start, "", ""));
                writer.Line(
                    $"ref {parts.Destination} result = ref Unsafe.Add(ref image.Destination, {parts.Elements("x")}{PartEmitter.FromFirstResult(parts)});"
                );
            }

            if (!parts.HasNarrowBlocks)
            {
                writer.Line(RowsEmitter.CallOnBlock(parts, "columns", "result", "image.DestinationPitch", "rows"));
                return;
            }

            using (
                writer.Block("if (columns >= PassPixels" + (parts.FewestRows > 1 ? $" && rows >= {Literals.Of(parts.FewestRows)})" : ")"))
            )
            {
                writer.Line(RowsEmitter.CallOnBlock(parts, "columns", "result", "image.DestinationPitch", "rows"));
            }

            using (writer.Block("else"))
            {
                EmitNarrowBlock(writer, parts);
            }
        }
    }

    /// <summary>
    /// Blocks that are narrower or lower than a pass of the widest vectors. Narrower vectors and single rows would serve them as well, but
    /// nothing else would use those: the first call
    /// would have to compile them, which takes longer than thousands of calls.
    /// </summary>
    private static void EmitNarrowBlock(SourceWriter writer, KernelParts parts)
    {
        string pass = parts.Elements("pass");
        string rows = parts.FewestRows > 1 ? $"Math.Max(rows, {Literals.Of(parts.FewestRows)})" : "rows";
        ElementType type = parts.Model.Form.Destination.Element;
        string Bytes(string reference, string place) =>
            Reinterpretation.Of($"Unsafe.Add(ref {reference}, {place})", type, ElementType.Byte);
        string length = parts.Elements("columns") + (type.Size() == 1 ? "" : " * " + Literals.Of(type.Size()));
        writer.Line("// A whole pass computes more than the block has; the result takes what counts.");
        writer.Line("nint pass = Math.Max(columns, PassPixels);");
        writer.Line(
            $"ref {parts.Destination} wide = {Reinterpretation.Of($"Unsafe.Add(ref image.Windows.Block, {Literals.Of(parts.Layout.ResultPlace)})", parts.Model.Form.Source.Element, type)};"
        );
        writer.Line(RowsEmitter.CallOnBlock(parts, "pass", "wide", pass, rows));
        using (writer.Block($"for (nint i = 0; i < {(parts.Plan.Halo.Rows == 1 ? "1" : "rows")}; i++)"))
        {
            writer.Line(
                $"Unsafe.CopyBlockUnaligned({Bytes("result", "i * image.DestinationPitch")}, {Bytes("wide", $"i * {pass}")}, (uint){Reference.Grouped(length)});"
            );
        }
    }

    /// <summary>Prints how a few rows that are left begin sooner, so that they fill a tile; what is computed twice is the same.</summary>
    public static void EmitMoveBack(SourceWriter writer, KernelParts parts, string start)
    {
        if (parts.FewestRows > 1)
        {
            writer.Line($"y = Math.Min(y, {start});");
        }
    }

    /// <summary>A number to take from what stands before it; nothing where it is zero.</summary>
    public static string Minus(int value) => Plus(-value);

    public static string Plus(int value) =>
        value == 0 ? ""
        : value > 0 ? " + " + Literals.Of(value)
        : " - " + Literals.Of(-value);

    private static string Times(string value, int factor) => factor == 1 ? value : $"({value} * {Literals.Of(factor)})";
}
