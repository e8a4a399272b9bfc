using ConvGen.Generator.Emission.Operations;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;

namespace ConvGen.Generator.Lowering;

/// <summary>Makes the program of rows too narrow for vectors: the same sums, sample by sample.</summary>
internal sealed class ScalarLowering
{
    private readonly KernelParts parts;
    private readonly Shape shape;
    private readonly Products products;
    private readonly Expression.Local result;
    private readonly KeptSamples? kept;
    private readonly List<Statement> statements = [];
    private readonly HashSet<string> declared = [];

    private ScalarLowering(KernelParts parts)
    {
        this.parts = parts;
        shape = new Shape(parts.ScalarSum, 0);
        products = new Products(parts.Plan, parts.PassesWeights, shape);
        result = new Expression.Local("y", shape);
        kept = KeptSamples.Of(parts.Plan);
    }

    private KernelPlan Plan => parts.Plan;

    private ElementType Source => parts.Model.Form.Source.Element;

    /// <summary>The program; its body computes the result of column <c>x</c>.</summary>
    public static PassProgram Lower(KernelParts parts)
    {
        bool readsTables = !TapLoop.IsUnrolled(parts.Plan, null, 1) && !TapLoop.LoopsOverBlocks(parts.Plan);
        return new(
            (readsTables ? TapLoop.References(parts) : []).Concat(KeptSamples.Head(parts.Plan)).ToEquatableArray(),
            SingleUses.Apply(new ScalarLowering(parts).Body())
        );
    }

    private EquatableArray<Statement> Body()
    {
        if (!TapLoop.IsUnrolled(Plan, null, 1))
        {
            statements.AddRange(TapLoop.LoopsOverBlocks(Plan) ? Blocks((BlockSum)Plan.Sum) : Looped());
            statements.Add(new Statement.Blank());
        }
        else if (Plan.Sum.RowSums.Count > 0)
        {
            AddShared();
        }
        else if (Plan.Taps.Count > 0)
        {
            AddTaps();
        }
        else
        {
            Assign(result, Constant(Rational.Zero));
        }

        statements.Add(
            new Statement.Store(EquatableArray.Of<Expression>(result), new Place("destination", "x"), ArithmeticEmitter.IsPlain(parts))
            {
                Kept = kept is null ? null : new Place("source", "x" + kept.Center),
                Mask = kept?.MaskOfColumn,
            }
        );
        return statements.ToEquatableArray();
    }

    private void AddTaps()
    {
        statements.Add(new Statement.Refer("row", Source, new Place("source", PassLowering.FirstSample(Plan)), Declares: true));
        bool spansRows = Plan.Taps.Any(tap => tap.SpansRows);
        int row = 0;
        for (int i = 0; i < Plan.Taps.Count; i++)
        {
            Tap tap = Plan.Taps[i];
            if (!spansRows && tap.Row != row)
            {
                statements.Add(
                    new Statement.Refer(
                        "row",
                        Source,
                        new Place("row", SourceRowOffset.Between(row, tap.Row, Plan.Model.Kernel.RowsOfPlane)),
                        Declares: false
                    )
                );
                row = tap.Row;
            }

            Expression coefficient = parts.PassesWeights ? Weight(i) : Constant(WeightEmitter.Magnitude(Plan, tap, parts.ScalarSum));
            Assign(result, products.Add(tap, result, Samples(tap, tap.Row - row, (tap.Mirror?.Row ?? row) - row), coefficient, i == 0));
        }
    }

    /// <summary>The same terms in the same order as a tile adds them: row by row, single taps before the shared sum.</summary>
    private void AddShared()
    {
        Dictionary<string, Rational> constants = RowSumProducts
            .TapConstants(Plan, parts.ScalarSum)
            .Concat(RowSumProducts.UseConstants(Plan, parts.ScalarSum, sum => sum.Uses))
            .ToDictionary(constant => constant.Name, constant => constant.Value);
        Expression.Constant Coefficient(string name) => Constant(constants.TryGetValue(name, out Rational value) ? value : Rational.One);
        statements.Add(new Statement.Refer("row", Source, new Place("source", "x"), Declares: true));
        for (int row = 0; row < Plan.Model.Kernel.Rows; row++)
        {
            foreach (Tap tap in Plan.Taps.Where(tap => tap.Row == row))
            {
                Assign(
                    result,
                    products.Add(
                        tap,
                        result,
                        Samples(tap, row, row),
                        Constant(WeightEmitter.Magnitude(Plan, tap, parts.ScalarSum)),
                        !declared.Contains("y")
                    )
                );
            }

            foreach (RowSum sum in Plan.Sum.RowSums)
            {
                RowSumProducts shared = new(Plan, sum, shape);
                foreach (RowUse use in sum.Uses.Where(use => use.Row == row))
                {
                    Expression.Local total = new("s" + Literals.Of(row), shape);
                    for (int i = 0; i < sum.Taps.Count; i++)
                    {
                        Tap tap = sum.Taps[i];
                        Expression value = shared.AddTap(
                            tap,
                            total,
                            Samples(tap, row, row),
                            Coefficient(RowSumProducts.Coefficient(Plan, sum, tap)),
                            i == 0
                        );
                        statements.Add(new Statement.Assign(total, value, i == 0));
                    }

                    Assign(
                        result,
                        shared.AddUse(use, result, total, Coefficient(RowSumProducts.Factor(Plan, sum, use)), !declared.Contains("y"))
                    );
                }
            }
        }
    }

    private IEnumerable<Statement> Looped()
    {
        bool startsWithProduct = TapLoop.StartsWithProduct(Plan);
        if (!startsWithProduct)
        {
            yield return new Statement.Assign(result, Constant(Rational.Zero), Declares: true);
        }

        IEnumerable<Statement> loop = TapLoop.Lower(
            parts,
            isFirst =>
                EquatableArray.Of<Statement>(
                    new Statement.Assign(
                        result,
                        products.AddLooped(result, Load(new Place("sample")), Weight(isFirst ? 0 : "i"), isFirst),
                        Declares: isFirst
                    )
                )
        );
        foreach (Statement statement in loop)
        {
            yield return statement;
        }
    }

    /// <summary>The taps of a very long row, whose places need no table.</summary>
    private IEnumerable<Statement> Blocks(BlockSum sum)
    {
        // A first product is added to this zero without a change.
        yield return new Statement.Assign(result, new Expression.NegativeZero(shape), Declares: true);
        foreach (TapBlock block in sum.Blocks)
        {
            BlockPlaces places = new(parts, block);
            Expression sample = Load(new Place("source", "x" + places.Sample + new Offset.Product("i", places.Distance)));
            Statement step = new Statement.Assign(
                result,
                products.AddLooped(result, sample, Weight(places.Weight + ((Offset)"i" * places.WeightDistance)), false),
                Declares: false
            );
            foreach (
                Statement loop in places.Loops(
                    EquatableArray.Of<Statement>(new Statement.Loop("i", 0, block.Terms, EquatableArray.Of(step)))
                )
            )
            {
                yield return loop;
            }
        }
    }

    private void Assign(Expression.Local local, Expression value) =>
        statements.Add(new Statement.Assign(local, value, declared.Add(local.Name)));

    private Expression.Constant Constant(Rational value) => new Expression.Constant(value, shape);

    private Expression.Broadcast Weight(Offset at) => new Expression.Broadcast(new Place("weights", at), Plan.WeightType, shape);

    /// <summary>A tap's sample, or the sum or difference of its two, so many rows below the row reference.</summary>
    private Expression Samples(Tap tap, int rowsDown, int rowsDownOfMirror)
    {
        Expression sample = Sample(rowsDown, tap.Column);
        return tap.Mirror is not { } mirror ? sample
            : mirror.IsNegative ? sample - Sample(rowsDownOfMirror, mirror.Column)
            : sample + Sample(rowsDownOfMirror, mirror.Column);
    }

    private Expression.Load Sample(int rowsDown, int column) =>
        Load(new Place("row", (rowsDown == 0 ? 0 : rowsDown * (Offset)"pitch") + parts.Layout.Offset(column)));

    private Expression.Load Load(Place place) => new Expression.Load(place, Source, IsBiased: false, shape);
}
