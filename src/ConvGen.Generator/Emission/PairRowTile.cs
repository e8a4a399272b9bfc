using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>A tile whose kernel rows run in a loop, with taps multiplied in pairs; all rows of the kernel have their pairs in the same columns. See <see cref="PairTile"/>.</summary>
internal sealed class PairRowTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows)
    : RowLoopTile(writer, parts, width, rows, parts.Plan.Pairs.Count / parts.Model.Kernel.Rows, "pairs", "int")
{
    protected override string Zero => VectorType + ".Zero";

    protected override void EmitLocals()
    {
        Writer.Line($"{Width.Type(Plan.Loaded)} {string.Join(", ", Enumerable.Range(0, Vectors).Select(Pixels))};");
        Writer.Line($"{PairWeights.VectorType(Plan, Width)} k;");
    }

    protected override int Offset(int column, int vector) => PairTile.Offset(Plan.Pairs[column], vector, Lanes);

    protected override string Broadcast(string weight) => PairWeights.Broadcast(Plan, Width, weight);

    protected override string Accumulate(string sum, string pixels) => $"{sum} + {PairTile.Product(Plan, Width, pixels, "k")}";
}
