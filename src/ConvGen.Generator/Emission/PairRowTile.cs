using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>A tile whose kernel rows run in a loop, with taps multiplied in pairs; all rows of the kernel have their pairs in the same columns. See <see cref="PairTile"/>.</summary>
internal sealed class PairRowTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
    : RowLoopTile(writer, parts, width, rows, parts.Plan.Pairs.Count / parts.Model.Kernel.Rows, "pairs", "int")
{
    protected override string Zero => VectorType + ".Zero";

    protected override void EmitLocals() => DeclareForPairs(Enumerable.Range(0, Vectors).Select(Pixels));

    /// <summary>The first pair of a row of odd length is the first tap alone.</summary>
    protected override string PixelsOf(string reference, int column, int vector) =>
        EmitPairedPixels(reference, Plan.Pairs[column].Column, vector, column == 0 && Parts.Model.Kernel.Columns % 2 > 0);

    protected override string Broadcast(string weight) => PairWeights.Broadcast(Plan, Width, weight);

    protected override string Accumulate(string sum, string pixels) => $"{sum} + {PairTile.Product(Plan, Width, pixels, "k")}";
}
