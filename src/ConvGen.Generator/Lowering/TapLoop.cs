using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// A loop over the taps, for passes in which they are not written out: the same taps in the same order, read from tables.
/// </summary>
internal static class TapLoop
{
    /// <summary>
    /// Taps up to which their places are listed; and those of a grid, whose rows and columns a division would have to tell apart.
    /// </summary>
    private const int MostListed = 512,
        MostListedOfGrid = 4096;

    /// <summary>Whether a pass over so many rows has its taps written out.</summary>
    public static bool IsUnrolled(KernelPlan plan, VectorWidth? width, int rows) =>
        plan.Unrolling switch
        {
            Unrolling.Everywhere => true,
            Unrolling.WideTiles => width is { Bits: > 128 } && rows == plan.Tile.Rows,
            _ => false,
        };

    /// <summary>
    /// The loop. Inside, <c>sample</c> is the first sample under a tap and <c>i</c> the tap's number. Where a sum begins with its first
    /// product, that
    /// tap comes before the loop.
    /// </summary>
    /// <param name="parts">The kernel.</param>
    /// <param name="body">What is done for a tap, which may be that one.</param>
    public static IEnumerable<Statement> Lower(KernelParts parts, Func<bool, EquatableArray<Statement>> body)
    {
        Statement Refer(Offset row, Offset column, bool declares) =>
            new Statement.Refer("sample", parts.Model.Form.Source.Element, new Place("source", "x" + row + column), declares);
        bool hasFirst = StartsWithProduct(parts.Plan);
        if (hasFirst)
        {
            Tap tap = parts.Plan.Taps[0];
            yield return Refer(FirstOffset(parts, tap), parts.Layout.Offset(tap.Column), declares: true);
            foreach (Statement statement in body(true))
            {
                yield return statement;
            }
        }

        Statement refer = Refer(InRows(parts), ColumnFormula(parts) ?? new Offset.Entry("columns", "i"), !hasFirst);
        yield return new Statement.Loop("i", hasFirst ? 1 : 0, parts.Plan.Taps.Count, body(false).Prepend(refer).ToEquatableArray())
        {
            IsNative = false,
        };
    }

    /// <summary>References to the tables, ahead of the loop along a row.</summary>
    public static IEnumerable<Statement> References(KernelParts parts)
    {
        if (HasRows(parts) && RowFormula(parts) is null)
        {
            yield return new Statement.ReferToTable("rows", RowType(parts), "TapRows");
        }

        if (ListsPlanes(parts))
        {
            yield return new Statement.ReferToTable("planes", PlaneType(parts), "TapPlanes");
        }

        if (ColumnFormula(parts) is null)
        {
            yield return new Statement.ReferToTable("columns", ElementType.Int32, "TapColumns");
        }
    }

    /// <summary>Whether a sum begins with its first product instead of zero; that makes a difference only where -0.0 does.</summary>
    public static bool StartsWithProduct(KernelPlan plan) =>
        plan.Accumulator.IsFloating() && plan.Model.FloatingPoint == FloatingPointMode.Fast;

    /// <summary>Prints the tables of the taps' places.</summary>
    public static void EmitTables(SourceWriter writer, KernelParts parts)
    {
        if (parts.Plan.Unrolling == Unrolling.Everywhere || LoopsOverBlocks(parts.Plan))
        {
            return;
        }

        if (HasRows(parts) && RowFormula(parts) is null)
        {
            EmitTable(
                writer,
                parts,
                RowType(parts).Keyword(),
                "TapRows",
                parts.Model.Kernel.Planes == 1 ? "The row of each tap." : "The row of each tap within its plane.",
                tap => RowOf(parts, tap)
            );
        }

        if (ListsPlanes(parts))
        {
            EmitTable(writer, parts, PlaneType(parts).Keyword(), "TapPlanes", "The plane of each tap.", tap => PlaneOf(parts, tap));
        }

        if (ColumnFormula(parts) is not null)
        {
            return;
        }

        EmitTable(
            writer,
            parts,
            "int",
            "TapColumns",
            "Elements from the first sample of a row to that of each tap.",
            tap => parts.Layout.Offset(tap.Column)
        );
    }

    /// <summary>
    /// Whether loops run over the blocks of a long row in scalar code too: where they are many, and where weights arrive at run time, in
    /// the order of the kernel and not in that of the taps.
    /// </summary>
    public static bool LoopsOverBlocks(KernelPlan plan) =>
        plan.Sum is BlockSum sum && (plan.Model.Form.Kernel is not null || sum.Blocks.Any(static block => block.Repeats > 1));

    /// <summary>
    /// The row of tap i without a table, or null where it is listed: all taps of a kernel stand in their order, so that few numbers say
    /// where.
    /// </summary>
    private static Offset.Native? RowFormula(KernelParts parts)
    {
        KernelMatrix kernel = parts.Model.Kernel;
        return !IsWhole(parts) ? null
            : kernel.Planes > 1
                ? kernel.Count > MostListedOfGrid
                        ? new Offset.Native(new Offset.Remainder(new Offset.Quotient("i", kernel.Columns), kernel.RowsOfPlane))
                    : null
            : kernel.Columns == 1 ? new Offset.Native("i")
            : kernel.Count > MostListedOfGrid ? new Offset.Native(new Offset.Quotient("i", kernel.Columns))
            : null;
    }

    /// <summary>The plane of tap i without a table, or null where it is listed.</summary>
    private static Offset.Native? PlaneFormula(KernelParts parts) =>
        IsWhole(parts) && parts.Model.Kernel is { Planes: > 1, Count: > MostListedOfGrid } kernel
            ? new Offset.Native(new Offset.Quotient("i", kernel.RowsOfPlane * kernel.Columns))
            : null;

    /// <summary>Elements from the first row to that of tap i.</summary>
    private static Offset InRows(KernelParts parts)
    {
        Offset inPlanes = !HasPlanes(parts) ? 0 : ((Offset?)PlaneFormula(parts) ?? new Offset.Entry("planes", "i")) * "planePitch";
        return HasRows(parts) ? inPlanes + (((Offset?)RowFormula(parts) ?? new Offset.Entry("rows", "i")) * "pitch") : inPlanes;
    }

    private static Offset FirstOffset(KernelParts parts, Tap tap)
    {
        int plane = PlaneOf(parts, tap),
            row = RowOf(parts, tap);
        Offset inPlanes = plane == 0 ? 0 : new Offset.Product(plane, "planePitch");
        return row == 0 ? inPlanes : inPlanes + new Offset.Product(row, "pitch");
    }

    private static int PlaneOf(KernelParts parts, Tap tap) => tap.Row / parts.Model.Kernel.RowsOfPlane;

    /// <summary>The row of a tap within its plane.</summary>
    private static int RowOf(KernelParts parts, Tap tap) => tap.Row % parts.Model.Kernel.RowsOfPlane;

    private static bool HasPlanes(KernelParts parts) => parts.Plan.Taps.Any(tap => PlaneOf(parts, tap) > 0);

    private static bool ListsPlanes(KernelParts parts) => HasPlanes(parts) && PlaneFormula(parts) is null;

    private static ElementType PlaneType(KernelParts parts) =>
        parts.Model.Kernel.Planes <= byte.MaxValue ? ElementType.Byte : ElementType.Int32;

    /// <summary>The same of the elements from the first sample of a row to that of tap i.</summary>
    private static Offset? ColumnFormula(KernelParts parts)
    {
        KernelMatrix kernel = parts.Model.Kernel;
        if (!IsWhole(parts) || parts.SortsSamples || parts.Plan.Sum is PairedSum { IsByStride: true })
        {
            return null;
        }

        if (kernel.Columns == 1)
        {
            return 0;
        }

        if (kernel.Rows > 1 && kernel.Count <= MostListedOfGrid)
        {
            return null;
        }

        int step = parts.Layout.Offset(1);
        Offset index = kernel.Rows == 1 ? "i" : new Offset.Remainder("i", kernel.Columns);
        return step == 1 ? index : new Offset.Product(index, new Offset.Native(step));
    }

    private static bool IsWhole(KernelParts parts) =>
        parts.Plan.Taps.Count > MostListed
        && parts.Plan.Taps.Count == parts.Model.Kernel.Count
        && parts
            .Plan.Taps.Select((tap, i) => (tap, i))
            .All(item => (item.tap.Row * parts.Model.Kernel.Columns) + item.tap.Column == item.i);

    private static ElementType RowType(KernelParts parts) =>
        parts.Plan.Taps.All(tap => RowOf(parts, tap) <= byte.MaxValue) ? ElementType.Byte : ElementType.Int32;

    private static bool HasRows(KernelParts parts) => parts.Plan.Taps.Any(tap => RowOf(parts, tap) > 0);

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
