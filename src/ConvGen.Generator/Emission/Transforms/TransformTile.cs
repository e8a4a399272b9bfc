using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints how a pair of tiles is transformed, multiplied and transformed back by vectors of one width: strip by strip, as wide as a vector,
/// through a copy that stays in the first-level cache.
/// </summary>
internal sealed class TransformTile(SourceWriter writer, Lanes lanes, TransformPlan plan, ElementType sample)
{
    private readonly string type = lanes.Keyword;
    private readonly string rows = Literals.Of(plan.Rows.Points);
    private readonly string columns = Literals.Of(plan.Columns.Points);
    private readonly string pitch = Literals.Of(TransformPlan.Pitch(lanes.Element));
    private readonly string row = Literals.Of(plan.RowElements);
    private readonly string lane = Literals.Of(lanes.Count);
    private readonly string stripPitch = Literals.Of(2 * lanes.Count);

    /// <summary>The parameters of such a method, which all widths have.</summary>
    public static string Parameters(string type, string sample) =>
        $"(ref {sample} first, ref {sample} second, nint pitch, ref {type} matrix, ref {type} strip, ref {type} spectrum, ref {type} "
        + $"result, ref {type} secondResult)";

    /// <summary>The matching arguments.</summary>
    public const string Arguments = "(ref first, ref second, pitch, ref matrix, ref strip, ref spectrum, ref result, ref secondResult)";

    /// <summary>
    /// Strips that lie in one cache line. What reads or writes the tile or the matrix does so for all of them before the line is gone from
    /// the first-level cache.
    /// </summary>
    private readonly int parts = CacheLine.Elements(lanes.Element) / lanes.Count;
    private readonly string cacheLine = Literals.Of(CacheLine.Elements(lanes.Element));

    /// <summary>The strip that passes work on.</summary>
    private string Strip => parts == 1 ? "strip" : "own";

    private string StripIm => Strip + "Im";

    public void Emit()
    {
        writer.Line(
            "/// <summary>Computes the results of two tiles, which may take the place of their samples. A tile's transform lies "
                + "in the matrix in blocks of rows, column by column.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Transform{lanes.Suffix}{Parameters(type, sample.Keyword())}"))
        {
            if (parts == 1)
            {
                EmitImaginary();
            }

            if (!plan.HasTwoAxes)
            {
                CacheLine.EmitReference(writer, lanes.Element, "between", "Tables.Between");
            }

            writer.Line();
            writer.Line("// Down the columns.");
            using (writer.Block($"for (nint x = 0; x < {columns}; x += {cacheLine})"))
            {
                EmitParts(
                    plan.Rows,
                    () => EmitDivision(TransformPasses.First(lanes, sample), plan.Rows, At("first", "x"), At("second", "x"), "pitch")
                );
                EmitParts(plan.Rows, EmitFinish);
            }

            writer.Line();
            writer.Line("// Along the rows, which are columns of the matrix, there and back.");
            using (writer.Block($"for (nint y = 0; y < {rows}; y += {cacheLine})"))
            {
                writer.Line($"ref {type} re = ref Unsafe.Add(ref matrix, y * {row});");
                writer.Line($"ref {type} im = ref Unsafe.Add(ref re, {cacheLine});");
                EmitParts(plan.Columns, () => EmitDivision("Divide", plan.Columns, At("re", ""), At("im", ""), pitch));
                EmitParts(plan.Columns, EmitMultiply);
                EmitParts(plan.Columns, () => EmitJoin(plan.Columns, At("re", ""), At("im", ""), pitch));
            }

            writer.Line();
            EmitBack();
        }

        writer.Line();
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
            $"Finish{Radix(plan.Rows.Last)}(ref {Strip}, ref {StripIm}, {stripPitch}, "
                + $"{Literals.Of(plan.Rows.Points / plan.Rows.Last)}{BetweenArguments()});"
        );
        EmitTurns((strip, place) => $"ref {strip}, {stripPitch}, ref {place}, {pitch}");
    }

    private void EmitMultiply()
    {
        EmitInnerDivisions(plan.Columns);
        writer.Line(
            $"Multiply{Radix(plan.Columns.Last)}(ref {Strip}, ref {StripIm}, {stripPitch}, "
                + $"{Literals.Of(plan.Columns.Points / plan.Columns.Last)}, ref {At("spectrum", $"(y * {row})")}, {cacheLine}, {pitch});"
        );
        EmitInnerJoins(plan.Columns);
    }

    /// <summary>The way back up the columns; those beyond the results of an image are left out.</summary>
    private void EmitBack()
    {
        int elements = CacheLine.Elements(lanes.Element);
        string end = plan.HasTwoAxes ? Literals.Of((plan.Width + elements - 1) / elements * elements) : columns;
        writer.Line("// Back up the columns.");
        using (writer.Block($"for (nint x = 0; x < {end}; x += {cacheLine})"))
        {
            EmitParts(
                plan.Rows,
                () =>
                {
                    EmitTurns((strip, place) => $"ref {place}, {pitch}, ref {strip}, {stripPitch}");
                    writer.Line(
                        $"Begin{Radix(plan.Rows.Last)}(ref {StripIm}, ref {Strip}, {stripPitch}, "
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

    /// <summary>The end of the name of a pass.</summary>
    private string Radix(int radix) => Literals.Of(radix) + "By" + lanes.Suffix;

    private string BetweenArguments() =>
        plan.HasTwoAxes ? "" : $", ref Unsafe.Add(ref between, {Place("x")}), {columns}, {Literals.Of(2 * plan.Columns.Points)}";

    /// <summary>The first pass: from elsewhere to the strip.</summary>
    private void EmitDivision(string pass, LineTransform line, string re, string im, string fromPitch)
    {
        (int radix, int block) = line.Divisions.First();
        writer.Line(
            $"{pass}{Radix(radix)}(ref {re}, ref {im}, {fromPitch}, {Literals.Of(block / radix)}, ref {Strip}, ref {StripIm}, "
                + $"{stripPitch}, ref {TransformTables.Table(block)});"
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
                    $"Divide{Radix(radix)}(ref {part}, ref {partIm}, {stripPitch}, {Literals.Of(block / radix)}, ref {part}, ref "
                    + $"{partIm}, {stripPitch}, ref {TransformTables.Table(block)});"
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
                    $"Join{Radix(radix)}(ref {partIm}, ref {part}, {stripPitch}, {Literals.Of(block / radix)}, ref {partIm}, ref "
                    + $"{part}, {stripPitch}, ref {TransformTables.Table(block)});"
            );
        }
    }

    /// <summary>The last pass back: from the strip to elsewhere.</summary>
    private void EmitJoin(LineTransform line, string re, string im, string toPitch)
    {
        (int radix, int block) = line.Divisions.First();
        writer.Line(
            $"Join{Radix(radix)}(ref {StripIm}, ref {Strip}, {stripPitch}, {Literals.Of(block / radix)}, ref {im}, ref {re}, {toPitch}, "
                + $"ref {TransformTables.Table(block)});"
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
        using (writer.Block($"for (nint y = 0; y < {rows}; y += {cacheLine})"))
        using (parts == 1 ? default(IDisposable) : writer.Block($"for (nint turn = 0; turn < {cacheLine}; turn += {lane})"))
        {
            string place = $"(y * {row}) + ({Reference.Grouped(Place("x"))} * {pitch})",
                from = parts == 1 ? "y" : "(y + turn)";
            writer.Line($"ref {type} turned = ref Unsafe.Add(ref matrix, {place}{(parts == 1 ? "" : " + turn")});");
            writer.Line($"Turn{lanes.Suffix}({arguments($"Unsafe.Add(ref {Strip}, {from} * {stripPitch})", "turned")});");
            writer.Line(
                $"Turn{lanes.Suffix}({arguments($"Unsafe.Add(ref {StripIm}, {from} * {stripPitch})", $"Unsafe.Add(ref turned, {cacheLine})")});"
            );
        }
    }
}
