using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

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
            plan.RowSums.Count > 0
                ? plan.Accumulator.IsInteger() || plan.Model.Kernel.Rows > MostTallKernelRows
                : plan is { HasPairs: false, Separation: null, PacksBytes: false, Accumulator: ElementType.Int16 or ElementType.UInt16 }
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
                HasPairs: false,
                Slides: Sliding.None,
                RowSums.Count: 0,
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
        if (plan.Taps.Count >= (plan.UnpacksPairs ? ManyUnpackedTaps : ManyTaps))
        {
            tile = tile with { Rows128 = 1 };
        }

        string rows = tile.Rows == 1 ? "one row" : $"{tile.Rows} rows";
        string vectors = tile.Vectors256 == 1 ? "one vector" : $"{tile.Vectors256} vectors";
        return (plan with { Tile = tile }).Because($"each pass computes {rows} by {vectors}");
    }

    private static Tile Choose(KernelPlan plan)
    {
        bool isWide = plan.Unrolling != Unrolling.WideTiles || plan.Taps.Count <= MostOfTwoVectors(plan);
        bool sharesRows = SharesRows(plan);
        if (IsTall(plan))
        {
            // Bytes are packed from two vectors, of even and odd outputs or of neighbours.
            return plan.HasPairs || plan.PacksBytes ? new Tile(TallRows, 2, 2, 2) : new Tile(TallRows, 1, 1, 1);
        }

        if (plan.SumsInTurn)
        {
            // Two sums of 16 bits and four of 32 for even and odd outputs; a second row would spill, and rows share little where their sums
            // end in different places.
            return new Tile(1, 2, 2, 2);
        }

        if (plan.HasPairs)
        {
            // Even and odd outputs; bytes of 32-bit sums are packed from two of either.
            if (plan.Unrolling == Unrolling.Nowhere)
            {
                // As many sums as share a pair's weights with registers to spare; rows share nothing in a loop.
                return new Tile(1, 8, 8, 8);
            }

            bool packsFour = PairProducts.PacksFour(plan.Model, plan.PairBits);
            int sums = packsFour ? 4 : 2;
            int rows = packsFour || plan.Groups > 1 || (plan.Unrolling == Unrolling.Columns && plan.Model.Kernel.Rows < 4) ? 2 : 4;
            return !sharesRows ? new Tile(1, 4, 4, sums) : new Tile(rows, sums, sums, sums);
        }

        if (plan.PacksWords)
        {
            return new Tile(1, 4, 4, 4);
        }

        if (plan.Slides == Sliding.FromRowToRow)
        {
            return new Tile(1, 2, 2, 2);
        }

        if (plan.Slides == Sliding.WithinTile)
        {
            return new Tile(4, 2, 2, 2);
        }

        if (plan.Blocks.Count > 0)
        {
            // Eight sums, the coefficients of a step, and a vector of samples fill most of 16 registers.
            return new Tile(1, 8, 8, 8);
        }

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

        if (sharesRows || SharesStridedRows(plan))
        {
            // Bytes are packed from two vectors.
            return isWide || plan.PacksBytes ? new Tile(4, 2, 2, 2) : new Tile(4, 1, 1, 1);
        }

        return isWide ? new Tile(1, 4, 4, 2) : new Tile(1, 2, 2, 2);
    }
}
