using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile of a large kernel. Source rows that all output rows of the tile see, which are most, run in a loop, with what lies in a kernel
/// row written out; the first and the last few, which
/// only some output rows see, stand before and behind it. With several planes all of that is in a loop over these. Taps come in row-major
/// order as everywhere.
/// </summary>
/// <param name="parts">The kernel.</param>
/// <param name="width">The vector width.</param>
/// <param name="rows">Output rows.</param>
/// <param name="columns">Columns of a kernel row, or what else is written out of it and has one entry in the table.</param>
/// <param name="table">The reference to the first entry of the table.</param>
/// <param name="entry">The type of an entry.</param>
internal abstract class RowLoopTile(KernelParts parts, VectorWidth width, int rows, int columns, string table, ElementType entry)
    : TileLowering(parts, width, rows)
{
    /// <summary>Kernel rows of a plane.</summary>
    protected int KernelRows { get; } = parts.Model.Kernel.RowsOfPlane;

    /// <summary>The reference to the first entry of the table, or of a plane's part of it.</summary>
    protected string Table { get; } = parts.HasPlaneTaps ? "entries" : table;

    protected int Columns { get; } = columns;

    protected override void Build()
    {
        AddStart();
        if (Parts.HasPlaneTaps)
        {
            AddPlanes();
            return;
        }

        AddFirstRows();
        ReferToResult();
        Store(0);
        for (int sourceRow = KernelRows; sourceRow < KernelRows + Rows - 1; sourceRow++)
        {
            AddPartialRow(sourceRow);
            Store(sourceRow - KernelRows + 1);
        }
    }

    private void AddPlanes()
    {
        Loop(
            "d",
            0,
            Parts.Model.Kernel.Planes,
            () =>
            {
                Refer("plane", "source", "x" + ((Offset)"d" * "planePitch"));
                Add(new Statement.Refer(Table, entry, new Place(table, (Offset)"d" * (KernelRows * Columns)), Declares: true));
                if (Rows > 1)
                {
                    Refer("row", "plane", 0);
                }

                AddFirstRows();
                for (int sourceRow = KernelRows; sourceRow < KernelRows + Rows - 1; sourceRow++)
                {
                    AddPartialRow(sourceRow);
                }
            }
        );
        Blank();
        ReferToResult();
        for (int row = 0; row < Rows; row++)
        {
            Store(row);
        }
    }

    /// <summary>Adds all source rows but the last few.</summary>
    private void AddFirstRows()
    {
        for (int sourceRow = 0; sourceRow < Rows - 1; sourceRow++)
        {
            AddPartialRow(sourceRow);
        }

        AddWholeRows();
    }

    /// <summary>Where a row of the source begins, or of a plane of it.</summary>
    private Place RowAt(Offset row) => Parts.HasPlaneTaps ? new Place("plane", row * "pitch") : new Place("source", "x" + (row * "pitch"));

    /// <summary>The number with which sums begin.</summary>
    protected abstract Expression Start { get; }

    /// <summary>The local of a coefficient.</summary>
    protected abstract Expression.Local Factor { get; }

    /// <summary>Declares the pixels and the coefficient that columns use.</summary>
    protected abstract void Declare();

    /// <summary>The pixels that a column of a row multiplies for a vector of sums.</summary>
    protected abstract Expression PixelsOf(string reference, int column, int vector);

    /// <summary>A coefficient in every lane.</summary>
    protected abstract Expression FactorAt(Place place);

    /// <summary>The sum with the products of pixels and the coefficient.</summary>
    protected abstract Expression Accumulate(Expression sum, Expression pixels);

    /// <summary>Adds a column of a source row that some output rows see, each with a coefficient of its own.</summary>
    protected void AddColumn(string reference, int column, int[] outputs, Func<int, Place> weight)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Pixels(vector), PixelsOf(reference, column, vector));
        }

        foreach (int row in outputs)
        {
            Assign(Factor, FactorAt(weight(row)));
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Sum(row, vector), Accumulate(Sum(row, vector), Pixels(vector)));
            }
        }
    }

    /// <summary>
    /// Adds the columns of a source row that only some output rows see. Their coefficients are so many entries into the table.
    /// </summary>
    protected virtual void AddPartialColumns(int[] outputs, Func<int, int> first)
    {
        for (int column = 0; column < Columns; column++)
        {
            AddColumn("row", column, outputs, outputRow => new Place(Table, first(outputRow) + column));
        }
    }

    private void AddStart()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                Assign(Sum(row, vector), Start);
            }
        }

        Declare();
        if (Rows > 1 && !Parts.HasPlaneTaps)
        {
            Refer("row", "source", "x");
        }
    }

    private void AddPartialRow(int sourceRow)
    {
        int[] outputs = [.. Enumerable.Range(0, Rows).Where(row => sourceRow >= row && sourceRow - row < KernelRows)];
        Blank();
        if (sourceRow == KernelRows)
        {
            Add(new Statement.Refer("row", Source, RowAt(sourceRow), Declares: false));
        }
        else if (sourceRow > 0)
        {
            StepDown("row", Source, "pitch");
        }

        AddPartialColumns(outputs, outputRow => (sourceRow - outputRow) * Columns);
    }

    private void AddWholeRows()
    {
        Blank();
        int[] outputs = [.. Enumerable.Range(0, Rows)];
        int first = Rows - 1;
        Loop(
            "i",
            first,
            KernelRows,
            () =>
            {
                Add(new Statement.Refer("whole", Source, RowAt("i"), Declares: true));
                Add(new Statement.Refer("taps", entry, new Place(Table, ((Offset)"i" - first) * Columns), Declares: true));
                for (int column = 0; column < Columns; column++)
                {
                    AddColumn("whole", column, outputs, outputRow => new Place("taps", ((Rows - 1 - outputRow) * Columns) + column));
                }
            }
        );
        Blank();
    }
}
