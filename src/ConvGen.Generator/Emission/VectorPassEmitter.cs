using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints the innermost code for a vector width: a loop along a row whose body computes a tile of rows by vectors.</summary>
internal static class VectorPassEmitter
{
    public static void Emit(SourceWriter writer, KernelParts parts, VectorWidth width)
    {
        if (width.Rows(parts.Plan.Tile) > 1)
        {
            EmitPass(writer, parts, width, width.Rows(parts.Plan.Tile));
        }

        if (!parts.HasWholeTiles(width))
        {
            EmitPass(writer, parts, width, 1);
        }
    }

    /// <summary>A call of the pass for so many rows.</summary>
    public static string Call(KernelParts parts, VectorWidth width, int rows)
    {
        string pitch = parts.HasTwoAxes ? ", pitch" : "";
        string destinationPitch = rows > 1 ? ", destinationPitch" : "";
        return $"{Name(width, rows)}(ref source{pitch}, ref destination{destinationPitch}, count{parts.WeightsArgument});";
    }

    private static string Name(VectorWidth width, int rows) => RowsOf(rows) + Literals.Of(width.Bits);

    private static string RowsOf(int rows) => rows == 1 ? "OneRow" : Number(rows) + "Rows";

    private static string Number(int rows) => rows switch
    {
        2 => "Two",
        4 => "Four",
        _ => "Eight",
    };

    private static void EmitPass(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
    {
        int step = width.Step(parts.Plan);
        string pitch = parts.HasTwoAxes ? ", nint pitch" : "";
        string destinationPitch = rows > 1 ? ", nint destinationPitch" : "";
        string lanes = Literals.Of(width.Lanes(parts.Plan.SumType));
        string across = width.Vectors(parts.Plan.Tile) == 1 ? $"a vector of {lanes} sums" : $"{Literals.Of(width.Vectors(parts.Plan.Tile))} vectors of {lanes} sums";
        writer.Line($"/// <summary>{(rows == 1 ? "One row" : Number(rows) + " rows that share their loads")}, {across} at a time.</summary>");
        writer.Line($"/// <remarks>p: pixels{(parts.Plan.UnpacksPairs ? ", q and r: the first and the second ones of pairs" : "")}, k: coefficients, y: sums{(parts.Plan.Taps.Any(tap => tap.Group is not null) ? ", a and b: sums that wait for their coefficient" : "")}{(parts.Plan.SumsInTurn ? "; low and high: sums of 32 bits" : "")}{RowSums(parts.Plan)}. The last pass moves back to end with the row, where it repeats results.</remarks>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {Name(width, rows)}(ref {parts.Source} source{pitch}, ref {parts.Destination} destination{destinationPitch}, nint count{parts.WeightsParameter})"))
        {
            if (parts.Plan.HasPairs)
            {
                PairWeights.EmitReferences(writer, parts, width);
            }

            bool isUnrolled = TapLoop.IsUnrolled(parts.Plan, width, rows);
            if (!isUnrolled)
            {
                if (!parts.Plan.HasPairs && parts.Plan.Unrolling is not (Unrolling.Columns or Unrolling.Blocks))
                {
                    TapLoop.EmitReferences(writer, parts);
                }
            }
            else if (parts.Plan.Coefficients == CoefficientSource.Locals)
            {
                EmitCoefficients(writer, parts, width);
            }

            writer.Line($"nint last = count - {Literals.Of(step)};");
            using (writer.Block($"for (nint x = 0; ; x = Math.Min(x + {Literals.Of(step)}, last))"))
            {
                TileOf(writer, parts, width, rows).Emit();

                writer.Line();
                using (writer.Block("if (x == last)"))
                {
                    writer.Line("return;");
                }
            }
        }

        writer.Line();
    }

    /// <summary>What the names of sums along source rows stand for.</summary>
    private static string RowSums(KernelPlan plan)
    {
        int levels = plan.RowSums.Select(sum => sum.Levels).DefaultIfEmpty(0).Max();
        return levels == 0 ? "" : "; " + string.Join(", ", Enumerable.Range(0, levels + 1).Select(TileText.LevelName)) + ": sums along source rows and of neighbours among them";
    }

    private static TileText TileOf(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) => parts.Plan switch
    {
        { SumsInTurn: true } => new PairSumsTile(writer, parts, width),
        { HasPairs: true, Unrolling: Unrolling.Columns } => new PairRowTile(writer, parts, width, rows),
        { HasPairs: true, Unrolling: Unrolling.Nowhere } => new PairLoopTile(writer, parts, width, rows),
        { HasPairs: true } => new PairTile(writer, parts, width, rows),
        { Unrolling: Unrolling.Columns } => new TapRowTile(writer, parts, width, rows),
        { Unrolling: Unrolling.Blocks } => new BlockTile(writer, parts, width, rows),
        _ when TapLoop.IsUnrolled(parts.Plan, width, rows) => new UnrolledTile(writer, parts, width, rows),
        _ => new LoopedTile(writer, parts, width, rows),
    };

    private static void EmitCoefficients(SourceWriter writer, KernelParts parts, VectorWidth width)
    {
        (ElementType Type, string Name, string Value)[] coefficients = [.. Coefficients(parts)];
        foreach ((ElementType type, string name, string value) in coefficients)
        {
            writer.Line($"{width.Type(type)} {name} = {width.Broadcast(value)};");
        }

        if (coefficients.Length > 0)
        {
            writer.Line();
        }
    }

    /// <summary>What taps and shared sums are multiplied by, with their types and values; pairs have weights of their own.</summary>
    private static IEnumerable<(ElementType Type, string Name, string Value)> Coefficients(KernelParts parts)
    {
        KernelPlan plan = parts.Plan;
        IEnumerable<(ElementType, string, string)> uses =
            RowSumText.UseConstants(plan, plan.Accumulator, sum => sum.VectorUses).Select(use => (plan.Accumulator, use.Name, use.Value));
        return plan.HasPairs ? uses :
        [
            .. RowSumText.TapConstants(plan, plan.WeightType).Select(tap => (plan.WeightType, tap.Name, tap.Value)),
            .. uses,
            .. OfTaps(parts).Select(tap => (plan.WeightType, tap.Name, tap.Value)),
        ];
    }

    private static IEnumerable<(string Name, string Value)> OfTaps(KernelParts parts)
    {
        for (int i = 0; i < parts.Plan.Taps.Count; i++)
        {
            Tap tap = parts.Plan.Taps[i];
            if (ProductText.KindOf(parts.Plan, tap) == ProductKind.Product && parts.Plan.IsMultiplied(tap))
            {
                string value = parts.HasRunTimeWeights
                    ? i == 0 ? "weights" : $"Unsafe.Add(ref weights, {Literals.Of(i)})"
                    : WeightEmitter.Magnitude(parts.Plan, tap, parts.Plan.WeightType);
                yield return (CoefficientName(tap), value);
            }
        }
    }

    /// <summary>The local that holds a tap's coefficient, as in <c>k0_2</c>.</summary>
    public static string CoefficientName(Tap tap) => "k" + Literals.Of(tap.Row) + "_" + Literals.Of(tap.Column);
}
