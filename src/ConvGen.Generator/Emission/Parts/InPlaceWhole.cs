using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how a small image is overwritten by its result: it is copied whole, and its copy is the source of a call. Bands, and what is kept
/// beside them, would take longer there than the sums.
/// </summary>
internal static class InPlaceWhole
{
    private const string Name = "RunWhole";

    /// <summary>Prints the choice of it.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="model">The kernel.</param>
    /// <param name="names">Its names.</param>
    public static void EmitChoice(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string bytes = Literals.Of(names.Bands.WholeBytes),
            row = Literals.Times(names.IsVolume ? "(long)width * height" : "(long)width", names.Bands.RowBytes * names.Pixel);
        string limit =
            !names.HasRows ? Literals.Of(names.Bands.WholeBytes / names.Bands.RowBytes)
            : row == "(long)width" ? $"{bytes} / width"
            : $"{bytes} / ({row})";
        using (writer.Block($"if ({names.Length} <= {limit})"))
        {
            if (names.IsParallel)
            {
                writer.Line("cancellationToken.ThrowIfCancellationRequested();");
            }

            string weights = WeightArguments.AllPassedOn(model.Form);
            writer.Line($"{Name}(ref image, {names.Sizes}{weights});");
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Prints the method.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="model">The kernel.</param>
    /// <param name="names">Its names.</param>
    public static void Emit(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string parameters = WeightArguments.AllParameters(model.Form);
        writer.Line("// Overwrites a small image, which is copied whole.");
        using (writer.Block($"private static void {Name}(ref {names.Type} image, {names.SizeParameters}{parameters})"))
        {
            writer.Line($"nint row = {Literals.Times(names.HasRows ? "width" : "length", names.Pixel)};");
            writer.Lines(names.IsVolume ? ["nint area = row * height;"] : []);
            string one = names.IsVolume ? "area" : "row",
                all = Literals.Times(names.HasRows ? $"{one} * {names.Length}" : one, names.Planes);
            CacheLine.EmitRented(writer, model.Form.Source.Element, "copies", "rented", all);
            EmitCopy(writer, names, one, all);
            writer.Line(Call(model, names));
            CacheLine.EmitReturn(writer, "rented");
        }

        writer.Line();
    }

    /// <summary>Prints the copies: at once where nothing lies between rows, or planes, and otherwise one by one.</summary>
    /// <param name="writer">Where they are printed.</param>
    /// <param name="names">The kernel's names.</param>
    /// <param name="one">Elements of a row, of a volume those of a plane.</param>
    /// <param name="all">Elements of the image.</param>
    private static void EmitCopy(SourceWriter writer, InPlaceNames names, string one, string all)
    {
        string atOnce = $"Copy(ref image, ref copies, {all});";
        if (!names.HasRows)
        {
            writer.Line(atOnce);
            return;
        }

        string image = $"ref Unsafe.Add(ref image, i * {names.Pitch})",
            copy = $"ref Unsafe.Add(ref copies, i * {one})";
        using (writer.Block($"if ({(names.IsVolume ? "pitch == row && planePitch == area" : "pitch == row")})"))
        {
            writer.Line(atOnce);
        }

        using (writer.Block("else"))
        using (writer.Block($"for (nint i = 0; i < {Literals.Times(names.Length, names.Planes)}; i++)"))
        {
            writer.Line(names.IsVolume ? $"CopyPlane({image}, pitch, {copy}, row, row, height);" : $"Copy({image}, {copy}, row);");
        }

        writer.Line();
    }

    /// <summary>The call that computes the image from its copy.</summary>
    private static string Call(ConvolutionModel model, InPlaceNames names)
    {
        string imagePlane = $"{names.Pitch} * {names.Length}";
        PartText part = model.Form.Axes switch
        {
            1 => new("", ("0", "", "length", ""), "", "length", ("0", "", "length", ""), "") { Image = ("length", "") },
            2 => new("row", ("0", "0", "width", "height"), "pitch", imagePlane, ("0", "0", "width", "height"), ""),
            _ => new("row", ("", "", "", ""), "pitch", imagePlane, ("", "0", "", "depth"), "") { Volume = ("depth", "area", "planePitch") },
        };
        string kernelType = names.IsVolume ? KernelNames.KernelType(model.Header) : "";
        string weights = WeightArguments.AllPassedOn(model.Form);
        return part.Call(model, kernelType, "copies", "image", weights);
    }
}
