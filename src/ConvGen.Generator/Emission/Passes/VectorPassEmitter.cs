using ConvGen.Generator.Emission.Programs;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Lowering.Tiles;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Emission.Passes;

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
        string pitch = (parts.HasTwoAxes ? ", pitch" : "") + parts.PlaneArgument;
        string destinationPitch = rows > 1 ? ", destinationPitch" : "";
        return $"{Name(width, rows)}(ref source{pitch}, ref destination{destinationPitch}, count{parts.WeightsArgument});";
    }

    private static string Name(VectorWidth width, int rows) => RowsOf(rows) + Literals.Of(width.Bits);

    private static string RowsOf(int rows) => rows == 1 ? "OneRow" : Number(rows) + "Rows";

    private static string Number(int rows) =>
        rows switch
        {
            2 => "Two",
            4 => "Four",
            _ => "Eight",
        };

    private static void EmitPass(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
    {
        int step = width.Step(parts.Plan);
        string pitch = (parts.HasTwoAxes ? ", nint pitch" : "") + parts.PlaneParameter;
        string destinationPitch = rows > 1 ? ", nint destinationPitch" : "";
        string lanes = Literals.Of(width.Lanes(parts.Plan.SumType));
        string across =
            width.Vectors(parts.Plan.Tile) == 1
                ? $"a vector of {lanes} sums"
                : $"{Literals.Of(width.Vectors(parts.Plan.Tile))} vectors of {lanes} sums";
        PassProgram program = PassLowering.Lower(parts, width, rows);
        bool isFirst = width == writer.Widths[0];
        writer.Line(
            $"/// <summary>{(rows == 1 ? "One row" : isFirst ? Number(rows) + " rows that share their loads" : Number(rows) + " rows")}, {across} at a time.</summary>"
        );
        if (isFirst)
        {
            writer.Line(
                $"/// <remarks>{string.Join("; ", Names(parts.Plan, program))}. The last pass moves back to end with the row, where it repeats results.</remarks>"
            );
        }

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (
            writer.Block(
                $"private static void {Name(width, rows)}(ref {parts.Source} source{pitch}, ref {parts.Destination} "
                    + $"destination{destinationPitch}, nint count{parts.WeightsParameter})"
            )
        )
        {
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

    /// <summary>What the names of a program stand for, as far as it has them.</summary>
    private static IEnumerable<string> Names(KernelPlan plan, PassProgram program)
    {
        HashSet<char> letters = [.. LocalsOf(program.Head.Concat(program.Body)).Select(static name => name[0])];
        string[] levels =
        [
            .. Enumerable
                .Range(0, plan.Sum.RowSums.Select(sum => sum.Levels + 1).DefaultIfEmpty(0).Max())
                .Select(TileLowering.LevelName)
                .Where(name => letters.Contains(name[0])),
        ];
        (char Letter, string Words)[] names =
        [
            ('p', "p: pixels"),
            ('q', "q and r: the first and the second ones of pairs"),
            ('k', "k: coefficients"),
            (
                levels.Length == 0 ? ' ' : levels[0][0],
                string.Join(", ", levels) + ": sums along source rows" + (levels.Length > 1 ? " and of neighbours among them" : "")
            ),
            ('a', "a and b: sums that wait for their coefficient"),
            (plan.Sum is PairedSum { ShortSums: ShortSums.InTurn } ? 'l' : ' ', "low and high: sums of 32 bits"),
            ('y', "y: sums"),
        ];
        return names.Where(name => letters.Contains(name.Letter)).Select(name => name.Words);
    }

    private static IEnumerable<string> LocalsOf(IEnumerable<Statement> statements) =>
        statements.SelectMany(static statement =>
            statement switch
            {
                Statement.Assign assign => [assign.Target.Name],
                Statement.Declare declare => declare.Names,
                Statement.Loop loop => LocalsOf(loop.Body),
                _ => Enumerable.Empty<string>(),
            }
        );
}
