using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile whose pairs run in a loop, because its kernel rows are too long to write them out. A step reads the weights of one pair for all
/// vectors of the tile, which is as much as the
/// multiplier keeps up with; all rows of the kernel have their pairs in the same columns. See <see cref="PairTile"/>.
/// </summary>
internal sealed class PairLoopTile(KernelParts parts, PairedSum sum, VectorWidth width, int rows) : TileLowering(parts, width, rows)
{
    private readonly PairLowering pairs = new(parts, sum, width);

    private readonly int kernelRows = parts.Model.Kernel.Rows;

    private readonly int inRow = sum.Pairs.Count / parts.Model.Kernel.Rows;

    /// <summary>
    /// Pairs that stand ahead of the loop: the one of the first tap of a row of odd length, after which the others lie two columns apart.
    /// </summary>
    private readonly int alone = parts.Model.Kernel.Columns % 2;

    protected override void Build()
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Sum(0, vector), new Expression.Zero(SumShape));
        }

        AddDeclarations(pairs.Declarations([]));
        if (kernelRows == 1)
        {
            Refer("row", "source", "x");
            AddKernelRow("pairs");
        }
        else
        {
            Loop(
                "i",
                0,
                kernelRows,
                () =>
                {
                    Refer("row", "source", "x" + SourceRowOffset.Of(Parts.Model.Kernel, "i"));
                    Add(new Statement.Refer("rowPairs", ElementType.Int32, new Place("pairs", (Offset)"i" * inRow), Declares: true));
                    AddKernelRow("rowPairs");
                }
            );
        }

        Blank();
        ReferToResult();
        Store(0);
    }

    private void AddKernelRow(string table)
    {
        if (alone > 0)
        {
            AddPair("row", 0, new Place(table), isSingle: true);
        }

        Loop(
            "j",
            0,
            inRow - alone,
            () =>
            {
                Refer("sample", "row", (Offset)"j" * (Parts.Layout.Offset(2) - Parts.Layout.Offset(0)));
                AddPair("sample", alone, new Place(table, "j" + (Offset)alone), isSingle: false);
            }
        );
    }

    private void AddPair(string sample, int column, Place weights, bool isSingle)
    {
        Assign(pairs.Coefficient, pairs.Weights(weights));
        for (int vector = 0; vector < Vectors; vector++)
        {
            Add(
                new Statement.Increase(
                    Sum(0, vector),
                    pairs.Product(pairs.Pixels(sample, column, vector, isSingle, Assign), pairs.Coefficient)
                )
            );
        }
    }
}
