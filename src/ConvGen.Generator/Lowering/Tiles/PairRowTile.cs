using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile whose kernel rows run in a loop, with taps multiplied in pairs; all rows of the kernel have their pairs in the same columns. See
/// <see cref="PairTile"/>.
/// </summary>
internal sealed class PairRowTile(KernelParts parts, PairedSum sum, VectorWidth width, int rows)
    : RowLoopTile(parts, width, rows, sum.Pairs.Count / parts.Model.Kernel.Rows, "pairs", ElementType.Int32)
{
    private readonly PairLowering pairs = new(parts, sum, width);

    protected override Expression Start => new Expression.Zero(SumShape);

    protected override Expression.Local Factor => pairs.Coefficient;

    protected override void Declare() => AddDeclarations(pairs.Declarations(Enumerable.Range(0, Vectors).Select(PixelName)));

    /// <summary>The first pair of a row of odd length is the first tap alone.</summary>
    protected override Expression PixelsOf(string reference, int column, int vector) =>
        pairs.Pixels(reference, sum.Pairs[column].Column, vector, column == 0 && Parts.Model.Kernel.Columns % 2 > 0, Assign);

    protected override Expression FactorAt(Place place) => pairs.Weights(place);

    protected override Expression Accumulate(Expression total, Expression pixels) => total + pairs.Product(pixels, pairs.Coefficient);
}
