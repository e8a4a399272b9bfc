using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Transforms;

namespace ConvGen.Generator.Emission.Transforms;

/// <summary>
/// Prints how a pair of tiles is transformed, multiplied and transformed back by vectors of one width: strip by strip, as wide as a vector,
/// through a copy that stays in the first-level cache.
/// </summary>
internal sealed class TransformTile(SourceWriter writer, Lanes lanes, TransformPlan plan)
{
    private readonly string type = lanes.Keyword;
    private readonly string rows = Literals.Of(plan.Rows.Points);
    private readonly string columns = Literals.Of(plan.Columns.Points);
    private readonly string pitch = Literals.Of(plan.Pitch(lanes.Element));
    private readonly string lane = Literals.Of(lanes.Count);
    private readonly string stripPitch = Literals.Of(2 * lanes.Count);

    /// <summary>The parameters of such a method, which all widths have.</summary>
    public static string Parameters(string type) =>
        $"(ref {type} first, ref {type} second, nint pitch, ref {type} matrix, ref {type} strip, ref {type} spectrum, ref {type} "
        + $"result, ref {type} secondResult)";

    /// <summary>The matching arguments.</summary>
    public const string Arguments = "(ref first, ref second, pitch, ref matrix, ref strip, ref spectrum, ref result, ref secondResult)";

    public void Emit()
    {
        writer.Line(
            "/// <summary>Computes the results of two tiles, which may take the place of their samples. A tile's transform lies "
                + "column by column in the matrix.</summary>"
        );
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void Transform{lanes.Suffix}{Parameters(type)}"))
        {
            writer.Line($"ref {type} stripIm = ref Unsafe.Add(ref strip, {lane});");
            if (!plan.HasTwoAxes)
            {
                CacheLine.EmitReference(writer, lanes.Element, "between", "Tables.Between");
            }

            writer.Line();
            writer.Line("// Down the columns.");
            using (writer.Block($"for (nint x = 0; x < {columns}; x += {lane})"))
            {
                EmitDivisions(plan.Rows, "Unsafe.Add(ref first, x)", "Unsafe.Add(ref second, x)", "pitch");
                writer.Line(
                    $"Finish{Radix(plan.Rows.Last)}(ref strip, ref stripIm, {stripPitch}, "
                        + $"{Literals.Of(plan.Rows.Points / plan.Rows.Last)}{BetweenArguments()});"
                );
                EmitTurns((strip, place) => $"ref {strip}, {stripPitch}, ref {place}, {pitch}");
            }

            writer.Line();
            writer.Line("// Along the rows, which are columns of the matrix, there and back.");
            using (writer.Block($"for (nint y = 0; y < {rows}; y += {lane})"))
            {
                writer.Line($"ref {type} re = ref Unsafe.Add(ref matrix, y);");
                writer.Line($"ref {type} im = ref Unsafe.Add(ref re, {rows});");
                EmitDivisions(plan.Columns, "re", "im", pitch);
                writer.Line(
                    $"Multiply{Radix(plan.Columns.Last)}(ref strip, ref stripIm, {stripPitch}, "
                        + $"{Literals.Of(plan.Columns.Points / plan.Columns.Last)}, ref Unsafe.Add(ref spectrum, y), {rows}, {pitch});"
                );
                EmitJoins(plan.Columns, "re", "im", pitch);
            }

            writer.Line();
            writer.Line("// Back up the columns.");
            using (writer.Block($"for (nint x = 0; x < {columns}; x += {lane})"))
            {
                EmitTurns((strip, place) => $"ref {place}, {pitch}, ref {strip}, {stripPitch}");
                writer.Line(
                    $"Begin{Radix(plan.Rows.Last)}(ref stripIm, ref strip, {stripPitch}, "
                        + $"{Literals.Of(plan.Rows.Points / plan.Rows.Last)}{BetweenArguments()});"
                );
                EmitJoins(plan.Rows, "Unsafe.Add(ref result, x)", "Unsafe.Add(ref secondResult, x)", columns);
            }
        }

        writer.Line();
    }

    /// <summary>The end of the name of a pass.</summary>
    private string Radix(int radix) => Literals.Of(radix) + "By" + lanes.Suffix;

    private string BetweenArguments() =>
        plan.HasTwoAxes ? "" : $", ref Unsafe.Add(ref between, x), {columns}, {Literals.Of(2 * plan.Columns.Points)}";

    /// <summary>All passes but the last: from elsewhere to the strip, then in the strip.</summary>
    private void EmitDivisions(LineTransform line, string re, string im, string fromPitch)
    {
        bool isFirst = true;
        foreach ((int radix, int block) in line.Divisions)
        {
            string span = Literals.Of(block / radix),
                table = TransformTables.Table(block);
            if (isFirst)
            {
                writer.Line(
                    $"Divide{Radix(radix)}(ref {re}, ref {im}, {fromPitch}, {span}, ref strip, ref stripIm, {stripPitch}, ref {table});"
                );
            }
            else
            {
                EmitBlocks(
                    line,
                    block,
                    (part, partIm) =>
                        $"Divide{Radix(radix)}(ref {part}, ref {partIm}, {stripPitch}, {span}, ref {part}, ref {partIm}, "
                        + $"{stripPitch}, ref {table});"
                );
            }

            isFirst = false;
        }
    }

    /// <summary>The same passes back: in the strip, then from there to elsewhere.</summary>
    private void EmitJoins(LineTransform line, string re, string im, string toPitch)
    {
        foreach ((int radix, int block) in line.Divisions.Reverse())
        {
            string span = Literals.Of(block / radix),
                table = TransformTables.Table(block);
            if (block == line.Points)
            {
                writer.Line(
                    $"Join{Radix(radix)}(ref stripIm, ref strip, {stripPitch}, {span}, ref {im}, ref {re}, {toPitch}, ref {table});"
                );
            }
            else
            {
                EmitBlocks(
                    line,
                    block,
                    (part, partIm) =>
                        $"Join{Radix(radix)}(ref {partIm}, ref {part}, {stripPitch}, {span}, ref {partIm}, ref {part}, "
                        + $"{stripPitch}, ref {table});"
                );
            }
        }
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
            writer.Line(call("Unsafe.Add(ref strip, block)", "Unsafe.Add(ref stripIm, block)"));
        }
    }

    private void EmitTurns(Func<string, string, string> arguments)
    {
        using (writer.Block($"for (nint y = 0; y < {rows}; y += {lane})"))
        {
            writer.Line($"ref {type} turned = ref Unsafe.Add(ref matrix, (x * {pitch}) + y);");
            writer.Line($"Turn{lanes.Suffix}({arguments($"Unsafe.Add(ref strip, y * {stripPitch})", "turned")});");
            writer.Line(
                $"Turn{lanes.Suffix}({arguments($"Unsafe.Add(ref stripIm, y * {stripPitch})", $"Unsafe.Add(ref turned, {rows})")});"
            );
        }
    }
}
