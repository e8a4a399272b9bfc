using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>Prints a loop over the taps, for passes in which they are not written out: the same taps in the same order, read from tables.</summary>
internal static class TapLoop
{
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
            string row = HasRows(parts) ? " + (Unsafe.Add(ref rows, i) * pitch)" : "";
            string reference = first == 0 ? $"ref {parts.Source} sample = ref" : "sample = ref";
            writer.Line($"{reference} Unsafe.Add(ref source, x{row} + Unsafe.Add(ref columns, i));");
            body(false);
        }
    }

    /// <summary>Prints the references to the tables, ahead of the loop along a row.</summary>
    public static void EmitReferences(SourceWriter writer, KernelParts parts)
    {
        if (HasRows(parts))
        {
            writer.Line($"ref {RowType(parts)} rows = ref MemoryMarshal.GetReference(TapRows);");
        }

        writer.Line("ref int columns = ref MemoryMarshal.GetReference(TapColumns);");
    }

    /// <summary>Whether a sum begins with its first product instead of zero; that makes a difference only where -0.0 does.</summary>
    public static bool StartsWithProduct(KernelPlan plan) => plan.Accumulator.IsFloating() && plan.Model.FloatingPoint == FloatingPointMode.Fast;

    /// <summary>Prints the tables of the taps' places.</summary>
    public static void EmitTables(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Unrolling == Unrolling.Everywhere)
        {
            return;
        }

        if (HasRows(parts))
        {
            EmitTable(writer, parts, RowType(parts), "TapRows", "The row of each tap.", tap => tap.Row);
        }

        EmitTable(writer, parts, "int", "TapColumns", "Elements from the first sample of a row to that of each tap.", tap => parts.Layout.Offset(tap.Column));
    }

    private static string RowType(KernelParts parts) => parts.Plan.Taps.All(tap => tap.Row <= byte.MaxValue) ? "byte" : "int";

    private static bool HasRows(KernelParts parts) => parts.Plan.Taps.Any(tap => tap.Row > 0);

    private static void EmitTable(SourceWriter writer, KernelParts parts, string type, string name, string summary, Func<Tap, int> value)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"private static ReadOnlySpan<{type}> {name} =>");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (IGrouping<int, Tap> row in parts.Plan.Taps.GroupBy(tap => tap.Row))
            {
                WeightEmitter.EmitNumbers(writer, [.. row.Select(tap => Literals.Of(value(tap)))]);
            }
        }

        writer.Line("];");
        writer.Line();
    }
}
