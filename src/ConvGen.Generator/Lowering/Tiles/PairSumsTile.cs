using System.Numerics;
using ConvGen.Generator.Emission.Passes;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Kernels;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning.Plan;
using ConvGen.Generator.Planning.Sums;

namespace ConvGen.Generator.Lowering.Tiles;

/// <summary>
/// A row of outputs whose pairs are summed in 16 bits, a few at a time, and then in 32. Unpacking two sums, or one and zeros, puts lanes
/// side by side that multiplying by ones adds and widens; packing
/// the results of 32 bits undoes the unpacking. See <see cref="SumPairsInTurn"/>.
/// </summary>
internal sealed class PairSumsTile(KernelParts parts, PairedSum paired, VectorWidth width) : TileLowering(parts, width, 1)
{
    private static readonly bool[] Halves = [false, true];

    private readonly PairLowering pairs = new(parts, paired, width);

    private readonly bool sharesSamples = paired.Pairs[0].Odd is not null;

    private readonly BigInteger[] middles = PairGroups.Middles(paired);

    private int Entries => sharesSamples ? 2 : 1;

    private Expression.Local Ones => new("ones", SumShape);

    protected override void Build()
    {
        AddStart();
        if (Plan.Unrolling == Unrolling.Everywhere)
        {
            AddWritten();
        }
        else
        {
            AddLooped();
        }

        Blank();
        ReferToResult();
        Store(0);
    }

    protected override IEnumerable<Expression> SumsOf(int row, int vector) => Halves.Select(isHigh => Wide(vector, isHigh));

    private Expression.Local Wide(int vector, bool isHigh) =>
        new((isHigh ? "high" : "low") + Literals.Of(vector), SumShape.Of(ElementType.Int32));

    private Expression.Local Short(int vector, string name) => new(Sum(0, vector).Name + name, SumShape);

    private void AddWritten()
    {
        IGrouping<int, (ProductPair Pair, int Index)>[] groups =
        [
            .. paired.Pairs.Select((pair, index) => (pair, index)).GroupBy(item => item.pair.Group),
        ];
        Refer("row", "source", "x");
        for (int first = 0; first < groups.Length; first += 2)
        {
            AddSum(groups[first], "a");
            if (first + 1 < groups.Length)
            {
                AddSum(groups[first + 1], "b");
            }

            AddWidening("a", first + 1 < groups.Length ? "b" : null);
        }
    }

    /// <summary>Adds the pairs of a sum of 16 bits.</summary>
    private void AddSum(IGrouping<int, (ProductPair Pair, int Index)> group, string name)
    {
        Expression? start = middles[group.Key].IsZero ? null : Constant(new Rational(-middles[group.Key], BigInteger.One), SumShape);
        HashSet<string> begun = [];
        foreach ((ProductPair pair, int index) in group)
        {
            Step(pair.Row);
            int entry = index * Entries;
            bool isLoaded = index > 0 && IsAt(paired.Pairs[index - 1], pair);
            bool isSingle = pair.Second.IsZero && !(index + 1 < paired.Pairs.Count && IsAt(paired.Pairs[index + 1], pair));
            int[] vectors = [.. Enumerable.Range(0, Vectors).Where(vector => !sharesSamples || !pair.Weights.ElementAt(vector).IsZero)];
            AddPair(
                "row",
                pair.Column,
                vectors,
                isSingle,
                isLoaded,
                i => new Place("pairs", entry + i),
                (vector, product) =>
                {
                    Expression.Local sum = Short(vector, name);
                    Assign(
                        sum,
                        !begun.Add(sum.Name) ? sum + product
                            : start is null ? product
                            : start + product
                    );
                }
            );
        }

        foreach (
            Expression.Local sum in Enumerable.Range(0, Vectors).Select(vector => Short(vector, name)).Where(sum => begun.Add(sum.Name))
        )
        {
            Assign(sum, start ?? new Expression.Zero(SumShape));
        }
    }

    private static bool IsAt(ProductPair other, ProductPair pair) => other.Row == pair.Row && other.Column == pair.Column;

    private void AddLooped()
    {
        int inUnit = SumPairsInTurn.PairsOfUnit(Plan.Model, paired);
        int units = paired.Pairs.Count / inUnit;
        int written = units * inUnit;
        int unitsOfSum = paired.Pairs.Count(pair => pair.Group == 0) / inUnit;
        int entries = (inUnit * Entries) + paired.Pairs[inUnit - 1].Group + 1;
        AddDeclaration(SumShape, Enumerable.Range(0, Vectors).Select(vector => Sum(0, vector).Name));
        if (unitsOfSum > 1)
        {
            EquatableArray<Statement> unit = Within(() => AddUnitsOfSum(inUnit, entries, units, unitsOfSum));
            Add(new Statement.Loop("i", 0, units, unit) { Counts = false });
        }
        else
        {
            Loop(
                "i",
                0,
                units,
                () =>
                {
                    AddUnitReferences(inUnit, entries);
                    AddSums("row", "rowPairs", 0, inUnit);
                }
            );
        }

        if (paired.Pairs.Count > written)
        {
            Blank();
            Refer("rest", "source", "x" + (Offset)paired.Pairs[written].Column);
            Add(new Statement.Refer("restPairs", ElementType.Int32, new Place("pairs", units * entries), Declares: true));
            AddSums("rest", "restPairs", written, paired.Pairs.Count - written);
        }
    }

    private void AddUnitsOfSum(int inUnit, int entries, int units, int unitsOfSum)
    {
        AddStarts(new Place("pairs", ((Offset)"i" * entries) + (inUnit * Entries)));
        Offset end = "i" + (Offset)unitsOfSum;
        Add(new Statement.Compute("end", units % unitsOfSum == 0 ? end : new Offset.Smaller(end, units)));
        Add(
            new Statement.Loop(
                "i",
                null,
                "end",
                Within(() =>
                {
                    AddUnitReferences(inUnit, entries);
                    AddColumns("row", "rowPairs", 0, inUnit);
                })
            )
        );
        Blank();
        AddWidening("", null);
    }

    /// <summary>Adds what a step of the loop begins with: its samples and its weights.</summary>
    private void AddUnitReferences(int inUnit, int entries)
    {
        Refer(
            "row",
            "source",
            "x" + (Parts.Model.Kernel.Rows == 1 ? (Offset)"i" * (2 * inUnit) : SourceRowOffset.Of(Parts.Model.Kernel, "i"))
        );
        Add(new Statement.Refer("rowPairs", ElementType.Int32, new Place("pairs", (Offset)"i" * entries), Declares: true));
    }

    /// <summary>Adds pairs that make up whole sums; the numbers with which these begin follow the weights.</summary>
    private void AddSums(string reference, string table, int first, int count)
    {
        int entry = count * Entries;
        foreach (IGrouping<int, int> sum in Enumerable.Range(0, count).GroupBy(index => paired.Pairs[first + index].Group))
        {
            AddStarts(new Place(table, entry++));
            AddColumns(reference, table, sum.First(), sum.Count());
            AddWidening("", null);
        }
    }

    /// <summary>
    /// Adds pairs that stand in the same columns of every unit, with their weights in a table. Where some unit has no weight, another has.
    /// </summary>
    private void AddColumns(string reference, string table, int first, int count)
    {
        foreach (int index in Enumerable.Range(first, count))
        {
            int column = paired.Pairs[index].Column;
            bool isSingle = column == 0 && Parts.Model.Kernel.Columns % 2 > 0;
            AddPair(
                reference,
                column,
                [.. Enumerable.Range(0, Vectors)],
                isSingle,
                isLoaded: false,
                i => new Place(table, (index * Entries) + i),
                (vector, product) => Add(new Statement.Increase(Sum(0, vector), product))
            );
        }
    }

    /// <summary>Adds the products of a pair.</summary>
    /// <param name="reference">A reference to the samples of column 0.</param>
    /// <param name="column">The pair's column.</param>
    /// <param name="vectors">The vectors of outputs that take it up.</param>
    /// <param name="isSingle">Whether it has no second sample.</param>
    /// <param name="isLoaded">Whether its samples are those of the pair before.</param>
    /// <param name="weights">The entries of the table: one, or one for every vector where they share samples.</param>
    /// <param name="take">Takes up the product for a vector.</param>
    private void AddPair(
        string reference,
        int column,
        int[] vectors,
        bool isSingle,
        bool isLoaded,
        Func<int, Place> weights,
        Action<int, Expression> take
    )
    {
        if (sharesSamples)
        {
            Expression.Local pixels = new("p", LoadedShape);
            if (!isLoaded)
            {
                Assign(pixels, Load(reference, column));
            }

            foreach (int vector in vectors)
            {
                Assign(pairs.Coefficient, pairs.Weights(weights(vector)));
                take(vector, pairs.Product(pixels, pairs.Coefficient));
            }

            return;
        }

        if (!isLoaded)
        {
            foreach (int vector in vectors)
            {
                Assign(Pixels(vector), pairs.Pixels(reference, column, vector, isSingle, Assign));
            }
        }

        Assign(pairs.Coefficient, pairs.Weights(weights(0)));
        foreach (int vector in vectors)
        {
            take(vector, pairs.Product(Pixels(vector), pairs.Coefficient));
        }
    }

    /// <summary>Adds the sums of 32 bits as they begin, with what is taken from those of 16; and the other locals.</summary>
    private void AddStart()
    {
        Shape wide = SumShape.Of(ElementType.Int32);
        BigInteger taken = middles.Aggregate(BigInteger.Zero, BigInteger.Add);
        foreach (Expression.Local sum in Enumerable.Range(0, Vectors).SelectMany(vector => Halves.Select(isHigh => Wide(vector, isHigh))))
        {
            Assign(sum, taken.IsZero ? new Expression.Zero(wide) : Constant(new Rational(taken, BigInteger.One), wide));
        }

        Assign(Ones, Constant(Rational.One, SumShape));
        AddDeclarations(pairs.Declarations(sharesSamples ? ["p"] : Enumerable.Range(0, Vectors).Select(PixelName)));
    }

    /// <summary>Adds sums of 16 bits as they begin.</summary>
    private void AddStarts(Place entry)
    {
        Assign(Sum(0, 0), new Expression.Broadcast(entry, ElementType.Int32, SumShape));
        for (int vector = 1; vector < Vectors; vector++)
        {
            Assign(Sum(0, vector), Sum(0, 0));
        }
    }

    private void AddWidening(string first, string? second)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            Expression other = second is null ? new Expression.Zero(SumShape) : Short(vector, second);
            foreach (bool isHigh in Halves)
            {
                Add(
                    new Statement.Increase(
                        Wide(vector, isHigh),
                        new Expression.PairSum(new Expression.Alternate(isHigh, Short(vector, first), other), Ones)
                    )
                );
            }
        }
    }
}
