using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>
/// Operations on samples and sums, as programs have them. A fused multiply-add is a multiplication and an addition; a product of a pair,
/// which adds what it multiplies, is one multiplication. Loads, conversions and changes of sign are not counted, nor is what becomes of a
/// finished sum.
/// </summary>
/// <param name="Multiplications">Multiplications.</param>
/// <param name="Shifts">Shifts that take the place of multiplications.</param>
/// <param name="Additions">Additions and subtractions.</param>
internal sealed record OperationCount(double Multiplications, double Shifts, double Additions)
{
    public static OperationCount None { get; } = new(0, 0, 0);

    public static OperationCount operator +(OperationCount left, OperationCount right) =>
        new(left.Multiplications + right.Multiplications, left.Shifts + right.Shifts, left.Additions + right.Additions);

    public static OperationCount operator -(OperationCount left, OperationCount right) => left + (right * -1);

    public static OperationCount operator *(OperationCount count, double factor) =>
        new(count.Multiplications * factor, count.Shifts * factor, count.Additions * factor);

    /// <summary>
    /// Operations for each sample that a plan's pass of 256 bits computes, or its scalar code where there are no vectors. Sums along source
    /// rows, which a tile forms for all its rows, count once: as in a row more of a tile.
    /// </summary>
    public static OperationCount PerSample(KernelPlan plan)
    {
        KernelParts parts = new(plan);
        if (plan.ScalarReason is not null)
        {
            return OperationCounter.Count(ScalarLowering.Lower(parts).Body);
        }

        if (plan.Sum is SlidingSum { Sliding: Sliding.FromRowToRow })
        {
            // One sample enters, and one leaves.
            return new OperationCount(0, 0, 2);
        }

        VectorWidth width = VectorWidth.All[1];
        int rows = plan.Tile.Rows;
        OperationCount OfTile(int height) => OperationCounter.Count(PassLowering.Lower(parts, width, height).Body);
        OperationCount counted = plan.Sum.RowSums.Count > 0 && rows > 1 ? OfTile(rows) - OfTile(rows - 1) : OfTile(rows) * (1.0 / rows);
        OperationCount perSample = counted * (1.0 / width.Step(plan));
        return plan.Sum is PairedSum { ShortSums: ShortSums.Added } sum ? perSample + new OperationCount(0, 0, sum.Groups - 1) : perSample;
    }
}
