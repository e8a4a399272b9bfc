using ConvGen.Generator.Emission.Entry;
using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Groups;
using ConvGen.Generator.Planning.Layers;
using ConvGen.Generator.Planning.Parts;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Parts;

/// <summary>
/// Prints a type <c>InPlace</c>, which overwrites an image by its result, band by band of its rows (of one axis, stretch by stretch; of
/// three, planes). The results of a band wait in memory of their own: those whose rows the next band sees until it has been computed. What
/// stands for rows outside is copied first, as long as nothing is overwritten, and bands at the ends are computed from copies, so that no
/// window leaves them at their top or bottom. A small image is copied whole.
/// </summary>
internal static class InPlaceEmitter
{
    public const string Name = "InPlace";

    public static void Emit(SourceWriter writer, KernelPlan plan) =>
        Emit(writer, plan.Model, ParallelBands.GroupOf(plan), PartTiles.Of(plan));

    public static void Emit(SourceWriter writer, LayerPlan plan) => Emit(writer, plan.Model, ParallelBands.GroupOf(plan));

    public static void Emit(SourceWriter writer, GroupPlan plan) => Emit(writer, plan.Model.Whole, PartSize.RowGroup);

    private static void Emit(SourceWriter writer, ConvolutionModel model, int group, PartTiles? tiles = null)
    {
        if (!model.Form.IsInPlace)
        {
            return;
        }

        InPlaceNames names = new(model, group, tiles);
        writer.Line(
            "/// <summary>Overwrites an image by its result, band by band, whose results wait as long as their places are seen.</summary>"
        );
        using (writer.Block("internal static class " + Name))
        {
            EmitRun(writer, model, names);
            InPlaceWhole.Emit(writer, model, names);
            InPlaceCopies.EmitMethods(writer, model, names);
        }

        writer.Line();
    }

    /// <summary>Bytes that are needed at least, as an expression that counts in 64 bits; of one axis they are few.</summary>
    public static string LeastBytes(SourceWriter writer, ConvolutionModel model, PartTiles? tiles)
    {
        int line = CacheLine.Elements(model.Form.Source.Element);
        string product = writer.Use(HelperKind.Product),
            row = $"sourceRow + {Literals.Of(2L * line)}";
        string copied = model.Form.IsVolume ? $"{product}(height, {row})" : row;
        return $"{product}({copied}, {Literals.Of(InPlaceBands.Of(model, 1, tiles).LeastBytes)}) + 64";
    }

    /// <summary>What goes through an image, or through a band of one where several threads take these.</summary>
    private static void EmitRun(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string band = names.IsParallel ? $", nint begin, nint past, ref {names.Type} edges" : "",
            token = names.IsParallel ? ", " + InPlaceNames.TokenParameter : "";
        if (names.IsParallel)
        {
            InPlaceThreads.EmitMethods(writer, model, names);
        }

        using (
            writer.Block(
                $"internal static void {(names.IsParallel ? "RunBand" : "Run")}(ref {names.Type} image, {names.SizeParameters}{band}{WeightArguments.AllParameters(model.Form)}{token})"
            )
        )
        {
            if (!names.IsParallel)
            {
                InPlaceWhole.EmitChoice(writer, model, names);
            }

            EmitSizes(writer, model, names);
            if (!names.IsParallel && names.Kept > 0)
            {
                names.EmitPlanes(writer, hasCopies: false, hasResults: false, () => InPlaceCopies.EmitEdges(writer, names));
            }

            if (names.Before > 0)
            {
                writer.Line("nint pending = 0;");
            }

            writer.Line("nint count;");
            using (writer.Block($"for (nint y = {names.Begin}; y < {names.End}; y += count)"))
            {
                if (names.IsParallel)
                {
                    writer.Line("cancellationToken.ThrowIfCancellationRequested();");
                }

                EmitBand(writer, model, names);
                writer.Line();
                EmitDone(writer, names);
            }

            writer.Line();
            CacheLine.EmitReturn(writer, "rented");
        }

        writer.Line();
    }

    /// <summary>The results of a band: of the image where its windows lie in it, and otherwise of copies.</summary>
    private static void EmitBand(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        string before = Literals.Of(names.Before),
            below = Literals.Of(names.Below);
        if (names.Kept == 0)
        {
            writer.Line($"count = Math.Min(band, {names.End} - y);");
            EmitPart(writer, model, names, isInside: true, isLast: false);
            return;
        }

        string begin = names.IsParallel && names.Before > 0 ? $"begin + {before}" : before;
        bool isCut = names is { Below: > 0, Bands.IsAligned: true };
        string seen = isCut ? Literals.Of(names.Below + names.Bands.Group - 1) : below;
        string[] conditions =
        [
            .. names.Before == 0 ? Array.Empty<string>() : [$"y >= {begin}"],
            .. names.Below == 0 ? Array.Empty<string>() : [$"y + {seen} < {names.End}"],
        ];
        writer.Line($"bool isInside = {string.Join(" && ", conditions)};");
        string rest = names.Below == 0 ? $"{names.End} - y" : $"{names.End} - {below} - y";
        string inside = isCut ? $"({rest}) / {Literals.Of(names.Bands.Group)} * {Literals.Of(names.Bands.Group)}" : rest;
        writer.Line($"count = isInside ? Math.Min(band, {inside}) : Math.Min(ends, {names.End} - y);");
        using (writer.Block("if (isInside)"))
        {
            EmitPart(writer, model, names, isInside: true, isLast: false);
        }

        using (writer.Block("else"))
        {
            names.EmitPlanes(writer, hasCopies: true, hasResults: false, () => InPlaceCopies.EmitSeen(writer, names));
            using (writer.Block($"if (y + count == {names.End})"))
            {
                writer.Line("// Nothing is seen any more but these copies.");
                if (names.Before > 0)
                {
                    names.EmitPlanes(writer, hasCopies: false, hasResults: true, () => InPlaceCopies.EmitResults(writer, names, "pending"));
                }

                EmitPart(writer, model, names, isInside: false, isLast: true);
                writer.Line("break;");
            }

            writer.Line();
            EmitPart(writer, model, names, isInside: false, isLast: false);
        }
    }

    /// <summary>What is done with the results of a band.</summary>
    private static void EmitDone(SourceWriter writer, InPlaceNames names)
    {
        if (names.Before == 0)
        {
            writer.Line("nint done = count;");
        }
        else
        {
            writer.Line($"// The next windows see {Literals.Of(names.Before)} of these {names.Ones}, whose results wait.");
            writer.Line("nint all = pending + count;");
            writer.Line($"nint done = y + count == {names.End} ? all : Math.Max(0, all - {Literals.Of(names.Before)});");
        }

        names.EmitPlanes(writer, hasCopies: false, hasResults: true, () => InPlaceCopies.EmitDone(writer, names));
        if (names.Before > 0)
        {
            writer.Line("pending = all - done;");
        }
    }

    private static void EmitSizes(SourceWriter writer, ConvolutionModel model, InPlaceNames names)
    {
        names.EmitLine(writer);
        if (names.HasRows)
        {
            writer.Line($"nint bytes = {Literals.Times(names.Line, names.Bands.RowBytes)};");
        }

        string bytes = names.HasRows ? "bytes" : Literals.Of(names.Bands.RowBytes);
        writer.Line(
            names.IsVolume ? "// Planes of a band: as few as take little memory beside the volume, and many beside those that wait."
            : names.HasRows ? "// Rows of a band: few enough for the cache, and many beside those that wait for the next one."
            : "// Samples of a stretch: few enough for the cache, and many beside those that wait for the next one."
        );
        writer.Line(
            names.HasRows
                ? $"nint band = Math.Max({Literals.Of(names.Bands.Fewest)}, {Literals.Of(names.Bands.Bytes)} / bytes);"
                : $"nint band = {Literals.Of(names.Bands.StretchRows)};"
        );
        string length = names.IsParallel ? "(past - begin)" : names.Length;
        if (names.Bands.Group > 1)
        {
            string group = Literals.Of(names.Bands.Group);
            writer.Line(
                names.Bands.IsAligned
                    ? "// Pairs of tiles lie in one band each, so that results have the bits of a whole call."
                    : "// As many as whole passes compute."
            );
            writer.Line($"band = ((band + {Literals.Of(names.Bands.Group - 1)}) / {group}) * {group};");
        }

        writer.Line(
            $"band = Math.Min(Math.Min(band, {length}), (((Array.MaxLength - 63) / {bytes}) - {Literals.Of(names.Bands.Beside)}) / 2);"
        );
        if (names.Bands.IsAligned)
        {
            string group = Literals.Of(names.Bands.Group);
            writer.Line($"band = band < {length} ? band / {group} * {group} : band;");
        }

        if (model.HasPlanes)
        {
            writer.Line($"nint imagePlane = {(names.HasRows ? $"{names.Pitch} * {names.Length}" : "length")};");
        }

        EmitMemory(writer, model, names, bytes, length);
        writer.Line();
    }

    /// <summary>Prints the memory of results that wait, and of what is copied.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="model">The kernel.</param>
    /// <param name="names">Its names.</param>
    /// <param name="bytes">Bytes of a row, in all planes.</param>
    /// <param name="length">Rows of the image, or of the band that a thread has taken.</param>
    private static void EmitMemory(SourceWriter writer, ConvolutionModel model, InPlaceNames names, string bytes, string length)
    {
        string kept = Literals.Of(names.Kept),
            waiting = "band" + (names.Before == 0 ? "" : " + " + Literals.Of(names.Before)),
            rows = "waiting";
        if (names.Kept > 0)
        {
            writer.Line("// Those at the ends are computed from copies of what they see, and so is a single one.");
            writer.Line($"nint ends = band < {length} ? Math.Min(band, {Literals.Of(names.Bands.Ends)}) : band;");
            writer.Line($"nint held = ends + {kept};");
            // The first band is at an end where its windows begin before it; a single one does not wait then.
            waiting = names.Before == 0 ? waiting : $"band < {length} ? {waiting} : 0";
            rows = $"(waiting + held{(names.IsParallel ? "" : " + " + kept)})";
        }

        writer.Line($"nint waiting = {waiting};");
        writer.Line($"byte[] rented = ArrayPool<byte>.Shared.Rent((int)({rows} * {bytes}) + 63);");
        CacheLine.EmitAligned(writer, model.Form.Source.Element, "results", "rented");
        if (names.Kept == 0)
        {
            return;
        }

        string planes = names.Planes == 1 ? "" : " * " + Literals.Of(names.Planes);
        writer.Line($"ref {names.Type} copies = ref Unsafe.Add(ref results, {names.Lines("waiting")}{planes});");
        if (!names.IsParallel)
        {
            writer.Line($"ref {names.Type} edges = ref Unsafe.Add(ref copies, {names.Lines("held")}{planes});");
        }
    }

    /// <summary>Prints the call that computes a band.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="model">The kernel.</param>
    /// <param name="names">Its names.</param>
    /// <param name="isInside">Whether its windows lie in the image, or in copies.</param>
    /// <param name="isLast">Whether its results need not wait.</param>
    private static void EmitPart(SourceWriter writer, ConvolutionModel model, InPlaceNames names, bool isInside, bool isLast)
    {
        (string first, string past) = isInside ? ("y", "y + count") : (Literals.Of(names.Before), Literals.Of(names.Before) + " + count");
        (string source, string pitch, string plane) = isInside ? ("image", "pitch", "planePitch") : ("copies", "line", "area");
        string length = isInside ? names.Length : $"(int)(count + {Literals.Of(names.Kept)})",
            held = isInside ? names.Length : "held";
        (string to, string channel, string toPlane) = isLast
            ? ("pitch", "imagePlane", "planePitch")
            : ("line", names.Lines("waiting"), "area");
        PartText part = model.Form.Axes switch
        {
            1 => new("", ("0", "", held, ""), "", channel, (first, "", past, ""), "") { Image = (length, "") },
            2 => new(pitch, ("0", "0", "width", held), to, channel, ("0", first, "width", past), "") { Image = ("width", length) },
            _ => new(pitch, ("", "", "", ""), to, channel, ("", first, "", past), "")
            {
                // No plane behind those that are seen is read, and the copies of a channel lie as many apart as there may be.
                Volume = (isInside ? "depth" : "(int)held", plane, toPlane),
            },
        };
        string kernelType = names.IsVolume ? KernelNames.KernelType(model.Header) : "";
        string results =
            isLast ? $"Unsafe.Add(ref image, {names.Pitches("y")})"
            : names.Before == 0 ? "results"
            : $"Unsafe.Add(ref results, {names.Lines("pending")})";
        string weights = WeightArguments.AllPassedOn(model.Form);
        writer.Line(part.Call(model, kernelType, source, results, weights));
    }
}
