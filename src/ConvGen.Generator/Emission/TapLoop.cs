using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints a loop over the taps, for passes in which they are not written out: the same taps in the same order, read from tables.</summary>
internal static class TapLoop
{
    /// <summary>Taps up to which their places are listed; and those of a grid, whose rows and columns a division would have to tell apart.</summary>
    private const int MostListed = 512, MostListedOfGrid = 4096;

    /// <summary>Whether a pass over so many rows has its taps written out.</summary>
    public static bool IsUnrolled(KernelPlan plan, VectorWidth? width, int rows) => plan.Unrolling switch
    {
        Unrolling.Everywhere => true,
        Unrolling.WideTiles => width is { Bits: > 128 } && rows == plan.Tile.Rows,
        _ => false,
    };

    /// <summary>
    /// Prints the loop. Inside, <c>sample</c> is the first sample under a tap and <c>i</c> the tap's number. Where a sum begins with its first product, that
    /// tap comes before the loop.
    /// </summary>
    public static void Emit(SourceWriter writer, KernelParts parts, Action<bool> body)
    {
        int first = 0;
        if (StartsWithProduct(parts.Plan))
        {
            Tap tap = parts.Plan.Taps[0];
            string row = tap.Row == 0 ? "" : $" + ({Literals.Of(tap.Row)} * pitch)";
            string column = parts.Layout.Offset(tap.Column) == 0 ? "" : " + " + Literals.Of(parts.Layout.Offset(tap.Column));
            writer.Line($"ref {parts.Source} sample = ref Unsafe.Add(ref source, x{row}{column});");
            body(true);
            first = 1;
        }

        using (writer.Block($"for (int i = {Literals.Of(first)}; i < {Literals.Of(parts.Plan.Taps.Count)}; i++)"))
        {
            string row = !HasRows(parts) ? "" : $" + ({RowFormula(parts) ?? "Unsafe.Add(ref rows, i)"} * pitch)";
            string column = ColumnFormula(parts) is { } formula ? formula.Length == 0 ? "" : " + " + formula : " + Unsafe.Add(ref columns, i)";
            string reference = first == 0 ? $"ref {parts.Source} sample = ref" : "sample = ref";
            writer.Line($"{reference} Unsafe.Add(ref source, x{row}{column});");
            body(false);
        }
    }

    /// <summary>Prints the references to the tables, ahead of the loop along a row.</summary>
    public static void EmitReferences(SourceWriter writer, KernelParts parts)
    {
        if (HasRows(parts) && RowFormula(parts) is null)
        {
            writer.Line($"ref {RowType(parts)} rows = ref MemoryMarshal.GetReference(TapRows);");
        }

        if (ColumnFormula(parts) is null)
        {
            writer.Line("ref int columns = ref MemoryMarshal.GetReference(TapColumns);");
        }
    }

    /// <summary>Whether a sum begins with its first product instead of zero; that makes a difference only where -0.0 does.</summary>
    public static bool StartsWithProduct(KernelPlan plan) => plan.Accumulator.IsFloating() && plan.Model.FloatingPoint == FloatingPointMode.Fast;

    /// <summary>Prints the tables of the taps' places.</summary>
    public static void EmitTables(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Unrolling == Unrolling.Everywhere || LoopsOverBlocks(parts.Plan))
        {
            return;
        }

        if (HasRows(parts) && RowFormula(parts) is null)
        {
            EmitTable(writer, parts, RowType(parts), "TapRows", "The row of each tap.", tap => tap.Row);
        }

        if (ColumnFormula(parts) is not null)
        {
            return;
        }

        EmitTable(writer, parts, "int", "TapColumns", "Elements from the first sample of a row to that of each tap.", tap => parts.Layout.Offset(tap.Column));
    }

    /// <summary>Whether the blocks of a long row are so many that loops run over them, in scalar code too.</summary>
    public static bool LoopsOverBlocks(KernelPlan plan) => plan.Blocks.Any(block => block.Repeats > 1);

    /// <summary>The row of tap i without a table, or null where it is listed: all taps of a kernel stand in their order, so that few numbers say where.</summary>
    private static string? RowFormula(KernelParts parts)
    {
        KernelMatrix kernel = parts.Model.Kernel;
        return !IsWhole(parts) ? null : kernel.Columns == 1 ? "(nint)i" : kernel.Count > MostListedOfGrid ? $"(nint)(i / {Literals.Of(kernel.Columns)})" : null;
    }

    /// <summary>The same of the elements from the first sample of a row to that of tap i; empty for none.</summary>
    private static string? ColumnFormula(KernelParts parts)
    {
        KernelMatrix kernel = parts.Model.Kernel;
        if (!IsWhole(parts) || parts.SortsSamples || parts.Plan.PairsByStride)
        {
            return null;
        }

        if (kernel.Columns == 1)
        {
            return "";
        }

        if (kernel.Rows > 1 && kernel.Count <= MostListedOfGrid)
        {
            return null;
        }

        int step = parts.Layout.Offset(1);
        string index = kernel.Rows == 1 ? "i" : $"(i % {Literals.Of(kernel.Columns)})";
        return step == 1 ? index : $"({index} * (nint){Literals.Of(step)})";
    }

    private static bool IsWhole(KernelParts parts) => parts.Plan.Taps.Count > MostListed && parts.Plan.Taps.Count == parts.Model.Kernel.Count
        && parts.Plan.Taps.Select((tap, i) => (tap, i)).All(item => (item.tap.Row * parts.Model.Kernel.Columns) + item.tap.Column == item.i);

    private static string RowType(KernelParts parts) => parts.Plan.Taps.All(tap => tap.Row <= byte.MaxValue) ? "byte" : "int";

    private static bool HasRows(KernelParts parts) => parts.Plan.Taps.Any(tap => tap.Row > 0);

    private static void EmitTable(SourceWriter writer, KernelParts parts, string type, string name, string summary, Func<Tap, int> value)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"private static ReadOnlySpan<{type}> {name} =>");
        writer.Line("[");
        using (writer.Indent())
        {
            WeightEmitter.EmitRows(writer, parts.Plan, tap => Literals.Of(value(tap)));
        }

        writer.Line("];");
        writer.Line();
    }
}
