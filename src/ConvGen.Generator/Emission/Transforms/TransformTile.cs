using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints how a pair of tiles is transformed, multiplied and transformed back by vectors of one width: strip by strip, as wide as a vector,
/// through a copy that stays in the first-level cache.
/// </summary>
internal sealed class TransformTile(SourceWriter writer, Lanes lanes, HelperKey key)
{
    private readonly TransformPlan plan = TransformHelpers.Tiles(key);
    private readonly string type = lanes.Keyword;
    private readonly string rows = Literals.Of(key.Points);
    private readonly string columns = Literals.Of(key.Columns);
    private readonly string pitch = Literals.Of(TransformPlan.Pitch(lanes.Element));
    private readonly string row = Literals.Of(TransformHelpers.Tiles(key).RowElements);
    private readonly string lane = Literals.Of(lanes.Count);
    private readonly string stripPitch = Literals.Of(2 * lanes.Count);

    /// <summary>Prints the transform for every width of vectors, and the choice among them.</summary>
    public static void Emit(SourceWriter writer, HelperKey key)
    {
        writer.Line("/// <summary>Computes the results of two tiles by the widest vectors.</summary>");
        if (key.Kind == HelperKind.TransformPlane)
        {
            writer.Line("/// <remarks>Of results <c>width</c> columns are needed.</remarks>");
        }

        using (writer.Block($"internal static void {key.Name}{Parameters(key)}"))
        {
            void Call(VectorWidth width) => writer.Line($"{key.Name}By{Literals.Of(width.Bits)}{Arguments(key)};");
            WidthChoice.Emit(
                writer,
                writer.Widths.Where(static width => width != VectorWidth.Narrowest),
                width => width.Condition(writer, fuses: true),
                Call,
                () => Call(VectorWidth.Narrowest)
            );
        }

        foreach (VectorWidth width in writer.Widths)
        {
            writer.Line();
            new TransformTile(writer, new Lanes(width, key.Type), key).Emit();
        }
    }

    private static string Parameters(HelperKey key)
    {
        string type = key.Type.Keyword(),
            sample = key.Sample.Keyword(),
            width = key.Kind == HelperKind.TransformPlane ? ", nint width" : "";
        return $"(ref {sample} first, ref {sample} second, nint pitch, ref {type} matrix, ref {type} strip, ref {type} spectrum, ref {type} "
            + $"result, ref {type} secondResult{width})";
    }

    private static string Arguments(HelperKey key) =>
        "(ref first, ref second, pitch, ref matrix, ref strip, ref spectrum, ref result, ref secondResult"
        + (key.Kind == HelperKind.TransformPlane ? ", width)" : ")");

    /// <summary>
    /// Strips that lie in one cache line. What reads or writes the tile or the matrix does so for all of them before the line is gone from
    /// the first-level cache.
    /// </summary>
    private readonly int parts = CacheLine.Elements(lanes.Element) / lanes.Count;
    private readonly string cacheLine = Literals.Of(CacheLine.Elements(lanes.Element));

    /// <summary>The strip that passes work on.</summary>
    private string Strip => parts == 1 ? "strip" : "own";

    private string StripIm => Strip + "Im";

    private void Emit()
    {
        writer.Line(
            "/// <summary>Computes the results of two tiles, which may take the place of their samples. A tile's transform lies "
                + "in the matrix in blocks of rows, column by column.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {key.Name}By{lanes.Suffix}{Parameters(key)}"))
        {
            if (parts == 1)
            {
                EmitImaginary();
            }

            if (!plan.HasTwoAxes)
            {
                string between = writer.Use(key with { Kind = HelperKind.BetweenFactors, Sample = default });
                CacheLine.EmitReference(writer, lanes.Element, "between", between + ".All");
            }

            writer.Line();
            writer.Line("// Down the columns.");
            using (writer.Block($"for (nint x = 0; x < {columns}; x += {cacheLine})"))
            {
                EmitParts(
                    plan.Rows,
                    () =>
                        EmitDivision(
                            new HelperKey(key.Sample == key.Type ? HelperKind.Divide : HelperKind.Convert, key.Type)
                            {
                                Sample = key.Sample == key.Type ? default : key.Sample,
                            },
                            plan.Rows,
                            At("first", "x"),
                            At("second", "x"),
                            "pitch"
                        )
                );
                EmitParts(plan.Rows, EmitFinish);
            }

            writer.Line();
            writer.Line("// Along the rows, which are columns of the matrix, there and back.");
            using (writer.Block($"for (nint y = 0; y < {rows}; y += {cacheLine})"))
            {
                writer.Line($"ref {type} re = ref Unsafe.Add(ref matrix, y * {row});");
                writer.Line($"ref {type} im = ref Unsafe.Add(ref re, {cacheLine});");
                EmitParts(
                    plan.Columns,
                    () => EmitDivision(new HelperKey(HelperKind.Divide, key.Type), plan.Columns, At("re", ""), At("im", ""), pitch)
                );
                EmitParts(plan.Columns, EmitMultiply);
                EmitParts(plan.Columns, () => EmitJoin(plan.Columns, At("re", ""), At("im", ""), pitch));
            }

            writer.Line();
            EmitBack();
        }
    }

    private void EmitImaginary() => writer.Line($"ref {type} {StripIm} = ref Unsafe.Add(ref {Strip}, {lane});");

    /// <summary>Prints what is done with each of the strips in a cache line.</summary>
    private void EmitParts(LineTransform line, Action body)
    {
        if (parts == 1)
        {
            body();
            return;
        }

        using (writer.Block($"for (nint part = 0; part < {cacheLine}; part += {lane})"))
        {
            writer.Line($"ref {type} {Strip} = ref Unsafe.Add(ref strip, part * {Literals.Of(2 * line.Points)});");
            EmitImaginary();
            body();
        }

        writer.Line();
    }

    /// <summary>The place of a strip in a row or column that begins at an offset.</summary>
    private string Place(string offset) =>
        parts == 1 ? offset
        : offset.Length == 0 ? "part"
        : offset + " + part";

    private string At(string reference, string offset)
    {
        string place = Place(offset);
        return place.Length == 0 ? reference : $"Unsafe.Add(ref {reference}, {place})";
    }

    private void EmitFinish()
    {
        EmitInnerDivisions(plan.Rows);
        writer.Line(
            $"{Pass(plan.HasTwoAxes ? HelperKind.Finish : HelperKind.FinishLine, plan.Rows.Last)}(ref {Strip}, ref {StripIm}, {stripPitch}, "
                + $"{Literals.Of(plan.Rows.Points / plan.Rows.Last)}{BetweenArguments()});"
        );
        EmitTurns((strip, place) => $"ref {strip}, {stripPitch}, ref {place}, {pitch}");
    }

    private void EmitMultiply()
    {
        EmitInnerDivisions(plan.Columns);
        writer.Line(
            $"{Pass(HelperKind.MultiplySpectrum, plan.Columns.Last)}(ref {Strip}, ref {StripIm}, {stripPitch}, "
                + $"{Literals.Of(plan.Columns.Points / plan.Columns.Last)}, ref {At("spectrum", $"(y * {row})")}, {cacheLine}, {pitch});"
        );
        EmitInnerJoins(plan.Columns);
    }

    /// <summary>The way back up the columns; those beyond the results of an image are left out.</summary>
    private void EmitBack()
    {
        string end = plan.HasTwoAxes ? "width" : columns;
        writer.Line("// Back up the columns.");
        using (writer.Block($"for (nint x = 0; x < {end}; x += {cacheLine})"))
        {
            EmitParts(
                plan.Rows,
                () =>
                {
                    EmitTurns((strip, place) => $"ref {place}, {pitch}, ref {strip}, {stripPitch}");
                    writer.Line(
                        $"{Pass(plan.HasTwoAxes ? HelperKind.Begin : HelperKind.BeginLine, plan.Rows.Last)}(ref {StripIm}, ref {Strip}, {stripPitch}, "
                            + $"{Literals.Of(plan.Rows.Points / plan.Rows.Last)}{BetweenArguments()});"
                    );
                    EmitInnerJoins(plan.Rows);
                }
            );
            EmitParts(
                plan.Rows,
                () => EmitJoin(plan.Rows, At("result", "x"), At("secondResult", "x"), Literals.Of(plan.TilePitch(lanes.Element)))
            );
        }
    }

    /// <summary>The name of a pass over so many points.</summary>
    private string Pass(HelperKey pass, int points) => writer.Use(pass with { Type = key.Type, Points = points }) + "By" + lanes.Suffix;

    /// <summary>The factors of a pass.</summary>
    private string Factors(int block) =>
        $"MemoryMarshal.GetReference({writer.Use(new HelperKey(HelperKind.PassFactors, key.Type) { Points = block })})";

    private string BetweenArguments() =>
        plan.HasTwoAxes ? "" : $", ref Unsafe.Add(ref between, {Place("x")}), {columns}, {Literals.Of(2 * plan.Columns.Points)}";

    /// <summary>The first pass: from elsewhere to the strip.</summary>
    private void EmitDivision(HelperKey pass, LineTransform line, string re, string im, string fromPitch)
    {
        (int radix, int block) = line.Divisions.First();
        writer.Line(
            $"{Pass(pass, radix)}(ref {re}, ref {im}, {fromPitch}, {Literals.Of(block / radix)}, ref {Strip}, ref {StripIm}, "
                + $"{stripPitch}, ref {Factors(block)});"
        );
    }

    /// <summary>All passes but the first and the last, in the strip.</summary>
    private void EmitInnerDivisions(LineTransform line)
    {
        foreach ((int radix, int block) in line.Divisions.Skip(1))
        {
            EmitBlocks(
                line,
                block,
                (part, partIm) =>
                    $"{Pass(HelperKind.Divide, radix)}(ref {part}, ref {partIm}, {stripPitch}, {Literals.Of(block / radix)}, ref {part}, ref "
                    + $"{partIm}, {stripPitch}, ref {Factors(block)});"
            );
        }
    }

    /// <summary>The same passes back.</summary>
    private void EmitInnerJoins(LineTransform line)
    {
        foreach ((int radix, int block) in line.Divisions.Skip(1).Reverse())
        {
            EmitBlocks(
                line,
                block,
                (part, partIm) =>
                    $"{Pass(HelperKind.Join, radix)}(ref {partIm}, ref {part}, {stripPitch}, {Literals.Of(block / radix)}, ref {partIm}, ref "
                    + $"{part}, {stripPitch}, ref {Factors(block)});"
            );
        }
    }

    /// <summary>The last pass back: from the strip to elsewhere.</summary>
    private void EmitJoin(LineTransform line, string re, string im, string toPitch)
    {
        (int radix, int block) = line.Divisions.First();
        writer.Line(
            $"{Pass(HelperKind.Join, radix)}(ref {StripIm}, ref {Strip}, {stripPitch}, {Literals.Of(block / radix)}, ref {im}, ref {re}, {toPitch}, "
                + $"ref {Factors(block)});"
        );
    }

    private void EmitBlocks(LineTransform line, int block, Func<string, string, string> call)
    {
        using (
            writer.Block(
                $"for (nint block = 0; block < {Literals.Of(line.Points * 2 * lanes.Count)}; block += "
                    + $"{Literals.Of(block * 2 * lanes.Count)})"
            )
        )
        {
            writer.Line(call($"Unsafe.Add(ref {Strip}, block)", $"Unsafe.Add(ref {StripIm}, block)"));
        }
    }

    private void EmitTurns(Func<string, string, string> arguments)
    {
        string turn = writer.Use(new HelperKey(HelperKind.Turn, key.Type)) + "By" + lanes.Suffix;
        using (writer.Block($"for (nint y = 0; y < {rows}; y += {cacheLine})"))
        using (parts == 1 ? default(IDisposable) : writer.Block($"for (nint turn = 0; turn < {cacheLine}; turn += {lane})"))
        {
            string place = $"(y * {row}) + ({Reference.Grouped(Place("x"))} * {pitch})",
                from = parts == 1 ? "y" : "(y + turn)";
            writer.Line($"ref {type} turned = ref Unsafe.Add(ref matrix, {place}{(parts == 1 ? "" : " + turn")});");
            writer.Line($"{turn}({arguments($"Unsafe.Add(ref {Strip}, {from} * {stripPitch})", "turned")});");
            writer.Line(
                $"{turn}({arguments($"Unsafe.Add(ref {StripIm}, {from} * {stripPitch})", $"Unsafe.Add(ref turned, {cacheLine})")});"
            );
        }
    }
}
