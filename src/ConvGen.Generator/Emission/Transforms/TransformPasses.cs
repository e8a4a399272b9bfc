using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints the passes of one vector width. Every lane is a column of its own, whose points lie a pitch apart, so that no vector has to be
/// sorted. The way back takes the same transforms with real and imaginary parts exchanged.
/// </summary>
internal static class TransformPasses
{
    /// <summary>The name of the first pass, which converts the samples that it loads where they have another type.</summary>
    public static string First(Lanes lanes, ElementType sample) => sample == lanes.Element ? "Divide" : "Convert";

    /// <param name="writer">Where to.</param>
    /// <param name="lanes">The vectors.</param>
    /// <param name="plan">The tiles.</param>
    /// <param name="sample">The type of their samples.</param>
    public static void Emit(SourceWriter writer, Lanes lanes, TransformPlan plan, ElementType sample)
    {
        LineTransform[] lines = [.. new[] { plan.Rows, plan.Columns }.Distinct()];
        int[] dividing =
        [
            .. lines.SelectMany(line => line.Divisions).Select(division => division.Radix).Distinct().OrderBy(radix => radix),
        ];
        if (sample != lanes.Element)
        {
            EmitDivide(writer, lanes, plan.Rows.Radices[0], sample);
        }

        foreach (int radix in dividing)
        {
            if (
                sample == lanes.Element
                || plan.Rows.Divisions.Skip(1).Concat(plan.Columns.Divisions).Any(division => division.Radix == radix)
            )
            {
                EmitDivide(writer, lanes, radix, lanes.Element);
            }

            EmitJoin(writer, lanes, radix);
        }

        EmitEnds(writer, lanes, plan.Rows.Last, hasFactors: !plan.HasTwoAxes);
        EmitSpectrum(writer, lanes, plan.Columns.Last);
        Transposition.Emit(writer, lanes);
    }

    private static void EmitHead(SourceWriter writer, params string[] summary)
    {
        for (int line = 0; line < summary.Length; line++)
        {
            writer.Line("/// " + (line == 0 ? "<summary>" : "") + summary[line] + (line == summary.Length - 1 ? "</summary>" : ""));
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
    }

    /// <summary>A pass that divides blocks into several, one for each point: transforms, then products with factors.</summary>
    private static void EmitDivide(SourceWriter writer, Lanes lanes, int radix, ElementType sample)
    {
        string type = lanes.Keyword,
            points = Literals.Of(radix);
        bool converts = sample != lanes.Element;
        EmitHead(
            writer,
            (converts ? "Converts samples and divides" : "Divides")
                + $" a block into {points}: transforms of {points} points that lie <c>span</c> rows apart, and the products with "
                + "their factors."
        );
        using (
            writer.Block(
                $"private static void {First(lanes, sample)}{points}By{lanes.Suffix}(ref {sample.Keyword()} re, ref {sample.Keyword()} im, nint pitch, nint span, ref "
                    + $"{type} toRe, ref {type} toIm, nint toPitch, ref {type} factors)"
            )
        )
        {
            writer.Line("nint step = span * pitch, toStep = span * toPitch;");
            Butterfly.EmitRoot(writer, lanes, radix);
            using (writer.Block("for (nint row = 0; row < span; row++)"))
            {
                EmitLoads(writer, lanes, radix, "step", converts);
                Butterfly.Emit(writer, lanes, radix, "r", "i");
                EmitFactors(writer, lanes, radix);
                EmitStores(writer, radix, "toStep");
                EmitNext(writer, radix);
            }
        }

        writer.Line();
    }

    /// <summary>Its inverse: products with factors, then transforms.</summary>
    private static void EmitJoin(SourceWriter writer, Lanes lanes, int radix)
    {
        string type = lanes.Keyword,
            points = Literals.Of(radix);
        EmitHead(
            writer,
            $"Joins {points} blocks to one: the products with factors, and transforms of {points} points that lie <c>span</c> rows apart."
        );
        using (
            writer.Block(
                $"private static void Join{points}By{lanes.Suffix}(ref {type} re, ref {type} im, nint pitch, nint span, ref {type} "
                    + $"toRe, ref {type} toIm, nint toPitch, ref {type} factors)"
            )
        )
        {
            writer.Line("nint step = span * pitch, toStep = span * toPitch;");
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

    /// <summary>
    /// The last pass down columns and, on the way back, the first: neighbours, with factors between the rows and columns of a signal.
    /// </summary>
    private static void EmitEnds(SourceWriter writer, Lanes lanes, int radix, bool hasFactors)
    {
        string points = Literals.Of(radix);
        string factors = hasFactors ? ", and the products with the factors between rows and columns" : "";
        EmitInPlace(
            writer,
            lanes,
            radix,
            "Finish",
            $"Transforms of {points} neighbours, the last ones of a column{factors}.",
            hasFactors ? "factors" : null,
            () =>
            {
                Butterfly.Emit(writer, lanes, radix, "r", "i");
                EmitRowFactors(writer, lanes, radix, hasFactors ? "factors" : null);
            }
        );
        factors = hasFactors ? "The products with the factors between rows and columns, and t" : "T";
        EmitInPlace(
            writer,
            lanes,
            radix,
            "Begin",
            $"{factors}ransforms of {points} neighbours, on the way back the first ones of a column.",
            hasFactors ? "factors" : null,
            () =>
            {
                EmitRowFactors(writer, lanes, radix, hasFactors ? "factors" : null);
                Butterfly.Emit(writer, lanes, radix, "r", "i");
            }
        );
    }

    /// <summary>
    /// The turning point: the last pass along rows, the product with the kernel's spectrum, and the first pass of the way back.
    /// </summary>
    private static void EmitSpectrum(SourceWriter writer, Lanes lanes, int radix) =>
        EmitInPlace(
            writer,
            lanes,
            radix,
            "Multiply",
            $"Transforms of {Literals.Of(radix)} neighbours, their products with the spectrum of the kernel, and the transforms back.",
            "spectrum",
            () =>
            {
                Butterfly.Emit(writer, lanes, radix, "r", "i");
                EmitRowFactors(writer, lanes, radix, "spectrum");
                Butterfly.Emit(writer, lanes, radix, "i", "r");
            }
        );

    /// <summary>
    /// A pass over neighbours that stay where they are; some take a complex factor for each number, whose parts lie as those of the numbers
    /// do.
    /// </summary>
    private static void EmitInPlace(SourceWriter writer, Lanes lanes, int radix, string name, string summary, string? factors, Action steps)
    {
        string type = lanes.Keyword;
        string parameter = factors is null ? "" : $", ref {type} {factors}, nint {factors}Im, nint {factors}Pitch";
        EmitHead(writer, summary);
        using (
            writer.Block(
                $"private static void {name}{Literals.Of(radix)}By{lanes.Suffix}(ref {type} re, ref {type} im, nint pitch, nint "
                    + $"blocks{parameter})"
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
                        Lanes.Store("r" + Literals.Of(point), "re", place) + " " + Lanes.Store("i" + Literals.Of(point), "im", place)
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

    private static void EmitLoads(SourceWriter writer, Lanes lanes, int radix, string distance, bool converts = false)
    {
        string Load(string reference, string place) =>
            !converts ? lanes.Load(reference, place)
            : place.Length == 0 ? $"Load{lanes.Suffix}(ref {reference})"
            : $"Load{lanes.Suffix}(ref {reference}, {place})";

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
            writer.Line(Lanes.Store("r" + number, "toRe", place) + " " + Lanes.Store("i" + number, "toIm", place));
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
                $"{lanes.Type} u{number} = {lanes.Load(factors, place)}, v{number} = {lanes.Load(factors, place.Length == 0 ? factors + "Im" : $"({place}) + {factors}Im")};"
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
