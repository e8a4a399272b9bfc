using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Shape;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>A tile whose kernel rows run in a loop, tap by tap.</summary>
internal sealed class TapRowTile(KernelParts parts, VectorWidth width, int rows)
    : RowLoopTile(parts, width, rows, parts.Model.Kernel.Columns, "weights", parts.Plan.WeightType)
{
    /// <summary>The number to which a first product is added without a change; +0.0 where the contract starts there.</summary>
    protected override Expression Start =>
        TapLoop.StartsWithProduct(Plan) ? new Expression.NegativeZero(SumShape) : new Expression.Zero(SumShape);

    protected override Expression.Local Factor => Coefficient;

    protected override void Declare()
    {
        IEnumerable<string> pixels = Enumerable.Range(0, Vectors).Select(PixelName);
        bool isOneType = WeightShape == SumShape;
        string[] names = [.. pixels, .. isOneType ? ["k"] : Array.Empty<string>()];
        AddDeclaration(SumShape, names);
        if (!isOneType)
        {
            AddDeclaration(WeightShape, ["k"]);
        }
    }

    /// <summary>Written out, or a loop over the columns where they are many.</summary>
    protected override void AddPartialColumns(int[] outputs, Func<int, int> first)
    {
        if (Columns <= LimitSize.WrittenColumns)
        {
            base.AddPartialColumns(outputs, first);
            return;
        }

        Loop(
            "j",
            0,
            Columns,
            () =>
            {
                Refer("sample", "row", (Offset)"j" * Parts.Layout.Offset(1));
                AddColumn("sample", 0, outputs, outputRow => new Place(Table, "j" + (Offset)first(outputRow)));
            }
        );
    }

    protected override Expression PixelsOf(string reference, int column, int vector) =>
        Load(reference, Parts.Layout.Offset(column) + (vector * Lanes));

    protected override Expression FactorAt(Place place) => Weight(place);

    protected override Expression Accumulate(Expression sum, Expression pixels) => Products.AddLooped(sum, pixels, Coefficient, false);
}
