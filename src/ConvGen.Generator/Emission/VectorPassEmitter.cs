using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Lowering;
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
            PassProgram program = PassLowering.Lower(parts, width, rows);
            ProgramPrinter.Print(writer, program.Head);
            writer.Line($"nint last = count - {Literals.Of(step)};");
            using (writer.Block($"for (nint x = 0; ; x = Math.Min(x + {Literals.Of(step)}, last))"))
            {
                ProgramPrinter.Print(writer, program.Body);
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
        return levels == 0 ? "" : "; " + string.Join(", ", Enumerable.Range(0, levels + 1).Select(TileLowering.LevelName)) + ": sums along source rows and of neighbours among them";
    }
}
