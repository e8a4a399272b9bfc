using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Emission.Transforms;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Parts;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints how pairs of tiles are handed out to threads in place of bands of rows: a pair that two bands fall into would be transformed
/// twice.
/// </summary>
internal static class PairHanding
{
    /// <summary>The field for the spectrum of weights that arrive at run time, which the calling thread computes for all.</summary>
    public const string Spectrum = "Spectrum";

    /// <summary>The field for the byte at which that begins in its memory.</summary>
    public const string Beginning = "SpectrumBeginning";

    private const string Pairs = "Pairs";

    /// <summary>Locals of the entry: the memory of a spectrum, and the byte at which it begins.</summary>
    private const string Memory = "frequencies",
        Start = "beginning";

    /// <summary>Prints how many pairs there are, and the work of each; where there are none, of whole sums, that of a row.</summary>
    /// <returns>What is handed out, and how much of it at least, and as a multiple of what.</returns>
    public static (string Units, string Least) EmitWork(
        SourceWriter writer,
        ConvolutionModel model,
        PartText part,
        PartTiles tiles,
        string rows
    )
    {
        string kernelType = KernelNames.KernelType(model.Header),
            type = TypeOf(model, tiles);
        string size = model.Form.HasRows ? $"{part.Image.Width}, {part.Image.Height}" : part.Image.Width,
            sides = model.Form.HasRows
                ? $"{part.Sides.Left}, {part.Sides.Top}, {part.Sides.Right}, {part.Sides.Bottom}"
                : $"{part.Sides.Left}, {part.Sides.Right}";
        writer.Line($"nint pairs = {type}.{TransformParts.Count}({size}, {sides});");
        if (!tiles.IsExact)
        {
            writer.Line($"double work = {kernelType}.PairWork;");
            return ("pairs", "1, 1");
        }

        writer.Line($"double work = pairs > 0 ? {kernelType}.PairWork : {kernelType}.Work * {part.RowElements};");
        writer.Line($"nint units = pairs > 0 ? pairs : {rows};");
        return ("units", $"pairs > 0 ? 1 : {kernelType}.Least, pairs > 0 ? 1 : {kernelType}.Group");
    }

    /// <summary>What <c>Call</c> knows besides.</summary>
    public static IEnumerable<(string Type, string Name, string Value)> Fields(ConvolutionModel model, PartTiles tiles)
    {
        yield return ("nint", Pairs, "pairs");
        if (IsKept(model))
        {
            yield return (tiles.Sum.Keyword() + "[]", Spectrum, $"{TypeOf(model, tiles)}.{TransformTables.SpectrumName}(kernel)");
        }
        else if (SharesSpectrum(model, tiles))
        {
            yield return ("byte[]", Spectrum, Memory);
            yield return ("nint", Beginning, Start);
        }
    }

    /// <summary>Prints, ahead of the call, what computes the spectrum of weights that nothing keeps.</summary>
    public static void EmitSpectrum(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        if (SharesSpectrum(model, tiles))
        {
            string type = TypeOf(model, tiles!);
            writer.Line($"byte[] {Memory} = ArrayPool<byte>.Shared.Rent({type}.{TransformTables.BytesName});");
            writer.Line($"nint {Start} = {type}.{TransformTables.SpectrumName}(ref firstWeight, {Memory});");
        }
    }

    /// <summary>Prints, behind the call, what gives its memory back.</summary>
    public static void EmitReturn(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        if (SharesSpectrum(model, tiles))
        {
            CacheLine.EmitReturn(writer, Memory);
        }
    }

    /// <summary>Prints a local for the spectrum, from the memory that holds it and, where that is rented, from where it begins.</summary>
    public static void EmitReference(
        SourceWriter writer,
        ConvolutionModel model,
        PartTiles tiles,
        string memory = Memory,
        string beginning = Start
    )
    {
        if (IsKept(model))
        {
            CacheLine.EmitReference(writer, tiles.Sum, "spectrum", memory);
            return;
        }

        string first = $"Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference({memory}), {beginning})";
        writer.Line($"ref {tiles.Sum.Keyword()} spectrum = {Reinterpretation.Of(first, ElementType.Byte, tiles.Sum)};");
    }

    /// <summary>Whether a call computes the spectrum for all of its threads and items.</summary>
    public static bool SharesSpectrum(ConvolutionModel model, PartTiles? tiles) => tiles is { HasSpectrum: true } && !IsKept(model);

    /// <summary>Whether a prepared kernel keeps the spectrum.</summary>
    private static bool IsKept(ConvolutionModel model) => model.Form.Kernel is { Carrier: Carrier.Prepared };

    /// <summary>Prints what computes the pairs of a number that a thread has taken.</summary>
    public static void EmitPairs(SourceWriter writer, ConvolutionModel model, PartTiles tiles, string number, string source, string step)
    {
        if (!tiles.IsExact)
        {
            EmitCall(writer, model, tiles, number, source, step);
            return;
        }

        using (writer.Block($"if ({Pairs} > 0)"))
        {
            EmitCall(writer, model, tiles, number, source, step);
            writer.Line(model.Form.HasBatch ? "continue;" : "return;");
        }

        writer.Line();
    }

    private static void EmitCall(SourceWriter writer, ConvolutionModel model, PartTiles tiles, string number, string source, string step)
    {
        SignatureForm form = model.Form;
        writer.Line($"nint firstPair = {number} * Size;");
        (string left, string top) = form.HasRegion ? ("Left", "Top") : ("0", "0");
        PartText part = new(
            "SourcePitch",
            form.HasHeld ? ("HeldLeft", "HeldTop", "HeldWidth", "HeldHeight") : ("0", "0", "Width", "Height"),
            "DestinationPitch",
            "",
            (left, top, "Right", "Bottom"),
            ""
        )
        {
            Image = ("Width", "Height"),
        };
        string result = step.Length == 0 ? "firstDestination" : $"Unsafe.Add(ref firstDestination, {step})";
        string which = $"{(tiles.HasSpectrum ? ", ref spectrum" : "")}, firstPair, Math.Min(firstPair + Size, {Pairs})";
        writer.Line(part.Call(model, TypeOf(model, tiles), source, result, which, TransformParts.Name));
    }

    /// <summary>The type that computes pairs.</summary>
    private static string TypeOf(ConvolutionModel model, PartTiles tiles) =>
        KernelNames.KernelType(model.Header) + (tiles.IsExact ? "." + ExactEmitter.TilesType : "");
}
