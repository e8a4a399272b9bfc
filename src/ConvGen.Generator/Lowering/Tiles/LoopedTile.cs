using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>A tile whose taps run in a loop. Each coefficient is read once for the whole tile.</summary>
internal sealed class LoopedTile(KernelParts parts, VectorWidth width, int rows) : TileLowering(parts, width, rows)
{
    protected override void Build()
    {
        for (int row = 0; row < Rows && !TapLoop.StartsWithProduct(Plan); row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Sum(row, vector), new Expression.Zero(SumShape));
            }
        }

        foreach (Statement statement in TapLoop.Lower(Parts, isFirst => Within(() => AddTap(isFirst))))
        {
            Add(statement);
        }

        Blank();
        ReferToResult();
        for (int row = 0; row < Rows; row++)
        {
            Store(row);
        }
    }

    private void AddTap(bool isFirst)
    {
        Add(
            new Statement.Assign(
                Coefficient,
                Weight(new Place("weights", isFirst ? 0 : "i")),
                Declares: isFirst || !TapLoop.StartsWithProduct(Plan)
            )
        );
        for (int row = 0; row < Rows; row++)
        {
            if (row > 0)
            {
                StepDown("sample", Source, "pitch");
            }

            for (int vector = 0; vector < Vectors; vector++)
            {
                Expression.Local sum = Sum(row, vector);
                Assign(sum, Products.AddLooped(sum, Load("sample", vector * Lanes), Coefficient, isFirst));
            }
        }
    }
}
