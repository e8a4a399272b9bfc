using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the passes of one vector width. Every lane is a column of its own, whose points lie a pitch apart, so that no vector has to be
/// sorted. The way back takes the same transforms with real and imaginary parts exchanged.
/// </summary>
internal static class TransformPasses
{
    /// <summary>Prints a pass for each width of vectors.</summary>
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        foreach (VectorWidth width in writer.Widths)
        {
            Lanes lanes = new(width, key.Type);
            switch (key.Kind)
            {
                case HelperKind.Divide or HelperKind.Convert:
                    EmitDivide(writer, lanes, key);
                    break;
                case HelperKind.Join:
                    EmitJoin(writer, lanes, key);
                    break;
                case HelperKind.Finish or HelperKind.FinishLine:
                    EmitFinish(writer, lanes, key);
                    break;
                case HelperKind.Begin or HelperKind.BeginLine:
                    EmitBegin(writer, lanes, key);
                    break;
                case HelperKind.MultiplySpectrum:
                    EmitSpectrum(writer, lanes, key);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(key), key, "no pass");
            }
        }
    }

    private static string Method(HelperKey key, Lanes lanes) => key.Name + "By" + lanes.Suffix;

    private static void EmitHead(SourceWriter writer, params string[] summary)
    {
        for (int line = 0; line < summary.Length; line++)
        {
            writer.Line("/// " + (line == 0 ? "<summary>" : "") + summary[line] + (line == summary.Length - 1 ? "</summary>" : ""));
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
    }

    /// <summary>A pass that divides blocks into several, one for each point: transforms, then products with factors.</summary>
    private static void EmitDivide(SourceWriter writer, Lanes lanes, HelperKey key)
    {
        int radix = key.Points;
        string type = lanes.Keyword,
            points = Literals.Of(radix);
        bool converts = key.Kind == HelperKind.Convert;
        string sample = converts ? key.Sample.Keyword() : type;
        EmitHead(
            writer,
            (converts ? "Converts samples and divides" : "Divides")
                + $" a block into {points}: transforms of {points} points that lie <c>span</c> rows apart, and the products with "
                + "their factors."
        );
        using (
            writer.Block(
                $"private static void {Method(key, lanes)}(ref {sample} re, ref {sample} im, nint pitch, nint span, ref "
                    + $"{type} toRe, ref {type} toIm, nint toPitch, ref {type} factors)"
            )
        )
        {
            writer.Line("nuint step = (nuint)(span * pitch), toStep = (nuint)(span * toPitch);");
            Butterfly.EmitRoot(writer, lanes, radix);
            using (writer.Block("for (nint row = 0; row < span; row++)"))
            {
                EmitLoads(writer, lanes, radix, "step", converts ? key.Sample : null);
                Butterfly.Emit(writer, lanes, radix, "r", "i");
                EmitFactors(writer, lanes, radix);
                EmitStores(writer, radix, "toStep");
                EmitNext(writer, radix);
            }
        }

        writer.Line();
    }

    /// <summary>Its inverse: products with factors, then transforms.</summary>
    private static void EmitJoin(SourceWriter writer, Lanes lanes, HelperKey key)
    {
        int radix = key.Points;
        string type = lanes.Keyword,
            points = Literals.Of(radix);
        EmitHead(
            writer,
            $"Joins {points} blocks to one: the products with factors, and transforms of {points} points that lie <c>span</c> rows apart."
        );
        using (
            writer.Block(
                $"private static void {Method(key, lanes)}(ref {type} re, ref {type} im, nint pitch, nint span, ref {type} "
                    + $"toRe, ref {type} toIm, nint toPitch, ref {type} factors)"
            )
        )
        {
            writer.Line("nuint step = (nuint)(span * pitch), toStep = (nuint)(span * toPitch);");
            Butterfly.EmitRoot(writer, lanes, radix);
            using (writer.Block("for (nint row = 0; row < span; row++)"))
            {
                EmitLoads(writer, lanes, radix, "step");
                EmitFactors(writer, lanes, radix);
                Butterfly.Emit(writer, lanes, radix, "r", "i");
                EmitStores(writer, radix, "toStep");
                EmitNext(writer, radix);
            }
        }

        writer.Line();
    }

    /// <summary>The last pass down columns: neighbours, and of a signal the products with the factors between rows and columns.</summary>
    private static void EmitFinish(SourceWriter writer, Lanes lanes, HelperKey key)
    {
        string? factors = key.Kind == HelperKind.FinishLine ? "factors" : null;
        string products = factors is null ? "" : ", and the products with the factors between rows and columns";
        EmitInPlace(
            writer,
            lanes,
            key,
            $"Transforms of {Literals.Of(key.Points)} neighbours, the last ones of a column{products}.",
            factors,
            () =>
            {
                Butterfly.Emit(writer, lanes, key.Points, "r", "i");
                EmitRowFactors(writer, lanes, key.Points, factors);
            }
        );
    }

    /// <summary>Its inverse, which is the first pass of the way back.</summary>
    private static void EmitBegin(SourceWriter writer, Lanes lanes, HelperKey key)
    {
        string? factors = key.Kind == HelperKind.BeginLine ? "factors" : null;
        string products = factors is null ? "T" : "The products with the factors between rows and columns, and t";
        EmitInPlace(
            writer,
            lanes,
            key,
            $"{products}ransforms of {Literals.Of(key.Points)} neighbours, on the way back the first ones of a column.",
            factors,
            () =>
            {
                EmitRowFactors(writer, lanes, key.Points, factors);
                Butterfly.Emit(writer, lanes, key.Points, "r", "i");
            }
        );
    }

    /// <summary>
    /// The turning point: the last pass along rows, the product with the kernel's spectrum, and the first pass of the way back.
    /// </summary>
    private static void EmitSpectrum(SourceWriter writer, Lanes lanes, HelperKey key) =>
        EmitInPlace(
            writer,
            lanes,
            key,
            $"Transforms of {Literals.Of(key.Points)} neighbours, their products with the spectrum of the kernel, and the transforms back.",
            "spectrum",
            () =>
            {
                Butterfly.Emit(writer, lanes, key.Points, "r", "i");
                EmitRowFactors(writer, lanes, key.Points, "spectrum");
                Butterfly.Emit(writer, lanes, key.Points, "i", "r");
            }
        );

    /// <summary>
    /// A pass over neighbours that stay where they are; some take a complex factor for each number, whose parts lie as those of the numbers
    /// do.
    /// </summary>
    private static void EmitInPlace(SourceWriter writer, Lanes lanes, HelperKey key, string summary, string? factors, Action steps)
    {
        int radix = key.Points;
        string type = lanes.Keyword;
        string parameter = factors is null ? "" : $", ref {type} {factors}, nuint {factors}Im, nuint {factors}Pitch";
        EmitHead(writer, summary);
        using (
            writer.Block(
                $"private static void {Method(key, lanes)}(ref {type} re, ref {type} im, nuint pitch, nint " + $"blocks{parameter})"
            )
        )
        {
            Butterfly.EmitRoot(writer, lanes, radix);
            using (writer.Block("for (; blocks > 0; blocks--)"))
            {
                EmitLoads(writer, lanes, radix, "pitch");
                steps();
                for (int point = 0; point < radix; point++)
                {
                    string place = Place(point, "pitch");
                    writer.Line(
                        Lanes.StoreBehind("r" + Literals.Of(point), "re", place)
                            + " "
                            + Lanes.StoreBehind("i" + Literals.Of(point), "im", place)
                    );
                }

                writer.Line($"re = ref Unsafe.Add(ref re, {Literals.Of(radix)} * pitch);");
                writer.Line($"im = ref Unsafe.Add(ref im, {Literals.Of(radix)} * pitch);");
                if (factors is not null)
                {
                    writer.Line($"{factors} = ref Unsafe.Add(ref {factors}, {Literals.Of(radix)} * {factors}Pitch);");
                }
            }
        }

        writer.Line();
    }

    private static void EmitLoads(SourceWriter writer, Lanes lanes, int radix, string distance, ElementType? converted = null)
    {
        string? load = converted is { } sample
            ? writer.Use(new HelperKey(HelperKind.LoadSamples, lanes.Element) { Sample = sample }) + "By" + lanes.Suffix
            : null;
        string Load(string reference, string place) =>
            load is null ? lanes.LoadBehind(reference, place) : $"{load}(ref {Lanes.At(reference, place)})";

        for (int point = 0; point < radix; point++)
        {
            string number = Literals.Of(point),
                place = Place(point, distance);
            writer.Line($"{lanes.Type} r{number} = {Load("re", place)}, i{number} = {Load("im", place)};");
        }
    }

    private static void EmitStores(SourceWriter writer, int radix, string distance)
    {
        for (int point = 0; point < radix; point++)
        {
            string number = Literals.Of(point),
                place = Place(point, distance);
            writer.Line(Lanes.StoreBehind("r" + number, "toRe", place) + " " + Lanes.StoreBehind("i" + number, "toIm", place));
        }
    }

    /// <summary>Factors that all columns share.</summary>
    private static void EmitFactors(SourceWriter writer, Lanes lanes, int radix)
    {
        for (int point = 1; point < radix; point++)
        {
            string number = Literals.Of(point);
            writer.Line(
                $"{lanes.Type} u{number} = {lanes.Broadcast("factors", Place((2 * point) - 2))}, v{number} = {lanes.Broadcast("factors", Place((2 * point) - 1))};"
            );
            lanes.EmitProduct(writer, "r" + number, "i" + number, "u" + number, "v" + number);
        }
    }

    /// <summary>Factors of each number.</summary>
    private static void EmitRowFactors(SourceWriter writer, Lanes lanes, int radix, string? factors)
    {
        for (int point = 0; point < radix && factors is not null; point++)
        {
            string number = Literals.Of(point),
                place = Place(point, factors + "Pitch");
            writer.Line(
                $"{lanes.Type} u{number} = {lanes.LoadBehind(factors, place)}, v{number} = {lanes.LoadBehind(factors, place.Length == 0 ? factors + "Im" : $"({place}) + {factors}Im")};"
            );
            lanes.EmitProduct(writer, "r" + number, "i" + number, "u" + number, "v" + number);
        }
    }

    private static void EmitNext(SourceWriter writer, int radix)
    {
        writer.Line("re = ref Unsafe.Add(ref re, pitch);");
        writer.Line("im = ref Unsafe.Add(ref im, pitch);");
        writer.Line("toRe = ref Unsafe.Add(ref toRe, toPitch);");
        writer.Line("toIm = ref Unsafe.Add(ref toIm, toPitch);");
        writer.Line($"factors = ref Unsafe.Add(ref factors, {Literals.Of(2 * (radix - 1))});");
    }

    private static string Place(int number) => number == 0 ? "" : Literals.Of(number);

    private static string Place(int number, string distance) =>
        number switch
        {
            0 => "",
            1 => distance,
            _ => $"{Literals.Of(number)} * {distance}",
        };
}
