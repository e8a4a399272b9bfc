using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Planning.Shape;

/// <summary>
/// Chooses how many output samples one pass of the inner loop computes. Several output rows share the loads of their common source rows;
/// several
/// vectors side by side share each coefficient. Four rows by two vectors measured best at 256 and 512 bits; with a dilation between rows
/// nothing is
/// shared, and with a stride only by sums down columns. Eight rows by one vector are better where what an output row loads and shares with
/// its neighbours is most of its work: sums along source rows of integers and of kernels taller
/// than three rows, and a few taps in 16 bits. Where many taps are written out, fewer vectors keep the text short.
/// </summary>
internal static class ChooseTile
{
    /// <summary>Rows of the tallest tile.</summary>
    public const int TallRows = 8;

    /// <summary>
    /// Taps and kernel rows up to which sums of 16 bits are formed in it; more rows share so much that sums of floating point are as well.
    /// </summary>
    private const int MostTallTaps = 9,
        MostTallKernelRows = 3;

    /// <summary>Whether a tile has the most rows.</summary>
    public static bool IsTall(KernelPlan plan) =>
        SharesRows(plan)
        && (
            plan.Sum.RowSums.Count > 0
                ? plan.Accumulator.IsInteger() || plan.Model.Kernel.Rows > MostTallKernelRows
                : plan is { Sum: DirectSum, PacksBytes: false, Accumulator: ElementType.Int16 or ElementType.UInt16 }
                    && plan.Model.Kernel is { Rows: > 1 and <= MostTallKernelRows, Columns: > 1 }
                    && plan.Taps.Count <= MostTallTaps
                    && plan.Taps.All(tap => tap.Group is null)
        );

    private static bool SharesRows(KernelPlan plan) => plan.Model.Form.HasRows && plan.Model.Vertical is { Stride: 1, Dilation: 1 };

    /// <summary>A stride that leaves a copied block the rows of a tile; see <see cref="SizeHalo.BandRows"/>.</summary>
    private const int MostStride = SizeHalo.BandRows / Separation.Rows;

    /// <summary>
    /// Whether the sums down columns of rows that lie a stride apart share loads: those of whole tiles that are written out.
    /// </summary>
    private static bool SharesStridedRows(KernelPlan plan) =>
        plan
            is {
                Sum: DirectSum,
                Unrolling: Unrolling.Everywhere,
                Model: { Form.HasRows: true, Kernel.Columns: 1, Vertical: { Dilation: 1, Stride: > 1 and <= MostStride } }
            }
        && plan.Model.Vertical.Size > plan.Model.Vertical.Stride
        && plan.Taps.All(tap => tap is { SpansRows: false, Group: null });

    /// <summary>
    /// Taps from which the narrowest vectors compute one row at a time, which keeps the text short; fewer where pairs have two loads, whose
    /// text is longer.
    /// </summary>
    private const int ManyTaps = 31,
        ManyUnpackedTaps = 26;

    /// <summary>Calls in a tile from which their compilation is felt.</summary>
    private const int ManyCalls = 32;

    /// <summary>
    /// Taps up to which two vectors are written out where only whole tiles are; fewer where taps share loads with so few others that there
    /// are more of those, or where products have conversions.
    /// </summary>
    private static int MostOfTwoVectors(KernelPlan plan) =>
        plan.HasWideProducts ? 48
        : plan.Model.Kernel.Rows > 2 && plan.Taps.Count == plan.Model.Kernel.Count ? 64
        : 56;

    public static KernelPlan Apply(KernelPlan plan)
    {
        if (plan.ScalarReason is not null)
        {
            return plan with { Tile = new Tile(1, 1, 1, 1) };
        }

        Tile tile = Choose(plan);
        if (plan.Taps.Count >= (plan.Sum is PairedSum { Unpacks: true } ? ManyUnpackedTaps : ManyTaps))
        {
            tile = tile with { Rows128 = 1 };
        }

        tile = tile with { IsSlowAt128 = IsSlowToCompile(plan, tile) };

        string rows = tile.Rows == 1 ? "one row" : $"{tile.Rows} rows";
        string vectors = tile.Vectors256 == 1 ? "one vector" : $"{tile.Vectors256} vectors";
        return (plan with { Tile = tile }).Because($"each pass computes {rows} by {vectors}");
    }

    private static Tile Choose(KernelPlan plan)
    {
        if (IsTall(plan))
        {
            // Bytes are packed from two vectors, of even and odd outputs or of neighbours.
            return plan.Sum is PairedSum || plan.PacksBytes ? new Tile(TallRows, 2, 2, 2) : new Tile(TallRows, 1, 1, 1);
        }

        return plan.Sum switch
        {
            PairedSum sum => OfPairs(plan, sum),
            _ when plan.PacksWords => new Tile(1, 4, 4, 4),
            SlidingSum { Sliding: Sliding.FromRowToRow } => new Tile(1, 2, 2, 2),
            SlidingSum => new Tile(4, 2, 2, 2),
            // Eight sums, the coefficients of a step, and a vector of samples fill most of 16 registers.
            BlockSum => new Tile(1, 8, 8, 8),
            _ => OfTaps(plan),
        };
    }

    /// <summary>Even and odd outputs; bytes of 32-bit sums are packed from two of either.</summary>
    private static Tile OfPairs(KernelPlan plan, PairedSum sum)
    {
        if (sum.ShortSums == ShortSums.InTurn)
        {
            // Two sums of 16 bits and four of 32 for even and odd outputs; a second row would spill, and rows share little where their sums
            // end in different places.
            return new Tile(1, 2, 2, 2);
        }

        if (plan.Unrolling == Unrolling.Nowhere)
        {
            // As many sums as share a pair's weights with registers to spare; rows share nothing in a loop.
            return new Tile(1, 8, 8, 8);
        }

        bool packsFour = sum.PacksFour(plan.Model);
        int sums = packsFour ? 4 : 2;
        int rows = packsFour || sum.Groups > 1 || (plan.Unrolling == Unrolling.Columns && plan.Model.Kernel.Rows < 4) ? 2 : 4;
        return !SharesRows(plan) ? new Tile(1, 4, 4, sums) : new Tile(rows, sums, sums, sums);
    }

    private static Tile OfTaps(KernelPlan plan)
    {
        bool sharesRows = SharesRows(plan);
        if (plan.Taps.Any(tap => tap.SpansRows))
        {
            // Every source row of the tile stays in registers, and only 512 bits come with 32 of them. Bytes are packed from two vectors
            // all the same.
            return plan.PacksBytes ? new Tile(4, 2, 2, 2) : new Tile(4, 2, 1, 1);
        }

        if (plan.Taps.Any(tap => tap.Group is not null) && !plan.PacksBytes)
        {
            // Each output has more than one sum.
            return sharesRows ? new Tile(4, 2, 1, 1) : new Tile(1, 4, 2, 2);
        }

        bool isWide = plan.Unrolling != Unrolling.WideTiles || plan.Taps.Count <= MostOfTwoVectors(plan);
        if (sharesRows || SharesStridedRows(plan))
        {
            // Bytes are packed from two vectors.
            return isWide || plan.PacksBytes ? new Tile(4, 2, 2, 2) : new Tile(4, 1, 1, 1);
        }

        return isWide ? new Tile(1, 4, 4, 2) : new Tile(1, 2, 2, 2);
    }

    /// <summary>
    /// Whether the tile of the narrowest vectors has so many products, each a call that the JIT compiler takes long to inline, that a
    /// processor with wider vectors does without it: there
    /// only images narrower than one of those get here, and a call on one of them would take longer to compile than thousands to run.
    /// </summary>
    private static bool IsSlowToCompile(KernelPlan plan, Tile tile)
    {
        int? calls =
            plan.Sum is PairedSum sum ? sum.Pairs.Count
            : plan.Fuses || plan.HasWideProducts ? plan.Products.Count()
            : null;
        return calls * tile.Rows * tile.Vectors128 >= ManyCalls;
    }
}
