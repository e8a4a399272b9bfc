using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A tile of a row whose taps are added in blocks: a step of a block loads each vector of samples once, for all the sums and taps that it
/// serves.
/// </summary>
internal sealed class BlockTile(KernelParts parts, BlockSum sum, VectorWidth width, int rows) : TileLowering(parts, width, rows)
{
    protected override void Build()
    {
        // A first product is added to this zero without a change.
        for (int vector = 0; vector < Vectors; vector++)
        {
            Assign(Sum(0, vector), new Expression.NegativeZero(SumShape));
        }

        AddDeclaration(SumShape, ["p", .. Enumerable.Range(0, sum.Blocks.Max(block => block.Terms)).Select(CoefficientName)]);
        foreach (TapBlock block in sum.Blocks)
        {
            Blank();
            BlockPlaces places = new(Parts, block);
            foreach (Statement statement in places.Loops(Within(() => AddStep(block, places))))
            {
                Add(statement);
            }
        }

        Blank();
        ReferToResult();
        Store(0);
    }

    private static string CoefficientName(int term) => "k" + Literals.Of(term);

    private Expression.Local OfTerm(int term) => new(CoefficientName(term), WeightShape);

    private void AddStep(TapBlock block, BlockPlaces places)
    {
        Refer("sample", "source", "x" + places.Sample);
        Add(new Statement.Refer("taps", Plan.WeightType, new Place("weights", places.Weight), Declares: true));
        for (int term = 0; term < block.Terms; term++)
        {
            Assign(OfTerm(term), Weight(new Place("taps", term * places.WeightDistance)));
        }

        // Vectors between the samples of a step's taps.
        int distance = places.Distance / Lanes;
        foreach (
            IGrouping<int, (int Vector, int Term)> loaded in Enumerable
                .Range(0, Vectors)
                .SelectMany(vector => Enumerable.Range(0, block.Terms).Select(term => (Vector: vector, Term: term)))
                .GroupBy(item => item.Vector + (item.Term * distance))
                .OrderBy(item => item.Key)
        )
        {
            Expression.Local pixels = new("p", LoadedShape);
            Assign(pixels, Load("sample", loaded.Key * Lanes));
            foreach ((int vector, int term) in loaded)
            {
                Assign(Sum(0, vector), Products.AddLooped(Sum(0, vector), pixels, OfTerm(term), false));
            }
        }
    }
}
