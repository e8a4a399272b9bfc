using ConvGen.Generator.Model;

namespace ConvGen.Generator.Kernels.Designs;

/// <summary>What a design computes: the weights as they are applied, as a sum of products or tap by tap.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Weights">The weights as applied, row by row.</param>
/// <param name="IsExact">Whether they are the design's numbers themselves; otherwise the doubles that are nearest, and products of
/// these.</param>
/// <param name="Formula">How they are computed, for the header.</param>
/// <param name="Source">From where that is known.</param>
internal sealed record DesignedKernel(int Rows, int Columns, EquatableArray<Rational> Weights, bool IsExact, string Formula, string Source)
{
    /// <summary>The factor down the columns of a kernel that is a product, which quantising keeps one; empty for others.</summary>
    public EquatableArray<Rational> Column { get; init; }

    /// <summary>The factor along the rows.</summary>
    public EquatableArray<Rational> Row { get; init; }

    /// <summary>Planes of a kernel of three axes, among which the rows are dealt out.</summary>
    public int Planes { get; init; } = 1;

    public bool IsProduct => Column.Count > 0;

    /// <summary>A kernel of one row.</summary>
    public static DesignedKernel Line(IEnumerable<Rational> weights, bool isExact, string formula, string source) =>
        Product([Rational.One], weights, isExact, formula, source);

    /// <summary>A column times a row.</summary>
    public static DesignedKernel Product(
        IEnumerable<Rational> column,
        IEnumerable<Rational> row,
        bool isExact,
        string formula,
        string source
    )
    {
        EquatableArray<Rational> down = column.ToEquatableArray(),
            along = row.ToEquatableArray();
        return new(down.Count, along.Count, Outer(down, along), isExact, formula, source) { Column = down, Row = along };
    }

    /// <summary>A line times itself on all three axes: what lies down the columns of all planes, times what lies along the rows.</summary>
    public DesignedKernel Cube() => Product(Outer(Row, Row), Row, IsExact, Formula, Source) with { Planes = Row.Count };

    /// <summary>The products of a column and a row, row by row.</summary>
    public static EquatableArray<Rational> Outer(EquatableArray<Rational> column, EquatableArray<Rational> row) =>
        column.SelectMany(_ => row, static (down, along) => down * along).ToEquatableArray();

    /// <summary>A kernel of one axis laid along the axis of the rows.</summary>
    public DesignedKernel Upright() => this with { Rows = Columns, Columns = Rows, Column = Row, Row = Column };
}
