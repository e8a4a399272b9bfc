using System.Numerics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// A row of outputs whose pairs are summed in 16 bits, a few at a time, and then in 32. Unpacking two sums, or one and zeros, puts lanes side by side that multiplying by ones adds and widens; packing
/// the results of 32 bits undoes the unpacking. See <see cref="SumPairsInTurn"/>.
/// </summary>
internal sealed class PairSumsTile(SourceWriter writer, KernelParts parts, VectorWidth width) : TileText(writer, parts, width, 1)
{
    private static readonly string[] Halves = ["Low", "High"];

    private readonly bool sharesSamples = parts.Plan.Pairs[0].Odd is not null;

    private readonly BigInteger[] middles = PairGroups.Middles(parts.Plan);

    private int Entries => sharesSamples ? 2 : 1;

    public override void Emit()
    {
        EmitStart();
        if (Plan.Unrolling == Unrolling.Everywhere)
        {
            EmitWritten();
        }
        else
        {
            EmitLooped();
        }

        Writer.Line();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        Store(0);
    }

    protected override IEnumerable<string> SumsOf(int row, int vector) => Halves.Select(half => Wide(vector, half));

    private static string Wide(int vector, string half) => half.ToLowerInvariant() + Literals.Of(vector);

    private void EmitWritten()
    {
        IGrouping<int, (ProductPair Pair, int Index)>[] groups = [.. Plan.Pairs.Select((pair, index) => (pair, index)).GroupBy(item => item.pair.Group)];
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x);");
        for (int first = 0; first < groups.Length; first += 2)
        {
            EmitSum(groups[first], "a");
            if (first + 1 < groups.Length)
            {
                EmitSum(groups[first + 1], "b");
            }

            EmitWidening("a", first + 1 < groups.Length ? "b" : null);
        }
    }

    /// <summary>Prints the pairs of a sum of 16 bits.</summary>
    private void EmitSum(IGrouping<int, (ProductPair Pair, int Index)> group, string name)
    {
        string Begun(string? product) => string.Join(" + ", new[] { middles[group.Key].IsZero ? null : Short(-middles[group.Key]), product }.Where(part => part is not null));
        HashSet<string> begun = [];
        foreach ((ProductPair pair, int index) in group)
        {
            Step(pair.Row);
            int entry = index * Entries;
            bool isLoaded = index > 0 && IsAt(Plan.Pairs[index - 1], pair);
            bool isSingle = pair.Second.IsZero && !(index + 1 < Plan.Pairs.Count && IsAt(Plan.Pairs[index + 1], pair));
            int[] vectors = [.. Enumerable.Range(0, Vectors).Where(vector => !sharesSamples || !pair.Weights.ElementAt(vector).IsZero)];
            EmitPair("row", pair.Column, vectors, isSingle, isLoaded, i => Reference.At("pairs", entry + i), (vector, product) =>
            {
                string sum = Sum(0, vector) + name;
                Assign(VectorType, sum, begun.Add(sum) ? Begun(product) : $"{sum} + {product}");
            });
        }

        foreach (string sum in Enumerable.Range(0, Vectors).Select(vector => Sum(0, vector) + name).Where(begun.Add))
        {
            Assign(VectorType, sum, middles[group.Key].IsZero ? VectorType + ".Zero" : Begun(null));
        }
    }

    private static bool IsAt(ProductPair other, ProductPair pair) => other.Row == pair.Row && other.Column == pair.Column;

    private void EmitLooped()
    {
        int inUnit = SumPairsInTurn.PairsOfUnit(Plan);
        int units = Plan.Pairs.Count / inUnit;
        int written = units * inUnit;
        int unitsOfSum = Plan.Pairs.Count(pair => pair.Group == 0) / inUnit;
        int entries = (inUnit * Entries) + Plan.Pairs[inUnit - 1].Group + 1;
        Writer.Line($"{VectorType} {string.Join(", ", Enumerable.Range(0, Vectors).Select(vector => Sum(0, vector)))};");
        using (Writer.Block($"for (nint i = 0; i < {Literals.Of(units)};{(unitsOfSum > 1 ? "" : " i++")})"))
        {
            if (unitsOfSum > 1)
            {
                EmitStarts($"Unsafe.Add(ref pairs, (i * {Literals.Of(entries)}) + {Literals.Of(inUnit * Entries)})");
                Writer.Line($"nint end = {(units % unitsOfSum == 0 ? "i + " + Literals.Of(unitsOfSum) : $"Math.Min(i + {Literals.Of(unitsOfSum)}, {Literals.Of(units)})")};");
                using (Writer.Block("for (; i < end; i++)"))
                {
                    EmitUnitReferences(inUnit, entries);
                    EmitColumns("row", "rowPairs", 0, inUnit);
                }

                Writer.Line();
                EmitWidening("", null);
            }
            else
            {
                EmitUnitReferences(inUnit, entries);
                EmitSums("row", "rowPairs", 0, inUnit);
            }
        }

        if (Plan.Pairs.Count > written)
        {
            Writer.Line();
            Writer.Line($"ref {Parts.Source} rest = ref Unsafe.Add(ref source, x + {Literals.Of(Plan.Pairs[written].Column)});");
            Writer.Line($"ref int restPairs = ref Unsafe.Add(ref pairs, {Literals.Of(units * entries)});");
            EmitSums("rest", "restPairs", written, Plan.Pairs.Count - written);
        }
    }

    /// <summary>Prints what a step of the loop begins with: its samples and its weights.</summary>
    private void EmitUnitReferences(int inUnit, int entries)
    {
        string place = Parts.Model.Kernel.Rows == 1 ? Literals.Of(2 * inUnit) : "pitch";
        Writer.Line($"ref {Parts.Source} row = ref Unsafe.Add(ref source, x + (i * {place}));");
        Writer.Line($"ref int rowPairs = ref Unsafe.Add(ref pairs, i * {Literals.Of(entries)});");
    }

    /// <summary>Prints pairs that make up whole sums; the numbers with which these begin follow the weights.</summary>
    private void EmitSums(string reference, string table, int first, int count)
    {
        int entry = count * Entries;
        foreach (IGrouping<int, int> sum in Enumerable.Range(0, count).GroupBy(index => Plan.Pairs[first + index].Group))
        {
            EmitStarts(Reference.At(table, entry++));
            EmitColumns(reference, table, sum.First(), sum.Count());
            EmitWidening("", null);
        }
    }

    /// <summary>Prints pairs that stand in the same columns of every unit, with their weights in a table. Where some unit has no weight, another has.</summary>
    private void EmitColumns(string reference, string table, int first, int count)
    {
        foreach (int index in Enumerable.Range(first, count))
        {
            int column = Plan.Pairs[index].Column;
            EmitPair(reference, column, [.. Enumerable.Range(0, Vectors)], column == 0 && Parts.Model.Kernel.Columns % 2 > 0, isLoaded: false, i => Reference.At(table, (index * Entries) + i), (vector, product) =>
                Writer.Line($"{Sum(0, vector)} += {product};"));
        }
    }

    /// <summary>Prints the products of a pair.</summary>
    /// <param name="reference">A reference to the samples of column 0.</param>
    /// <param name="column">The pair's column.</param>
    /// <param name="vectors">The vectors of outputs that take it up.</param>
    /// <param name="isSingle">Whether it has no second sample.</param>
    /// <param name="isLoaded">Whether its samples are those of the pair before.</param>
    /// <param name="weights">The entries of the table: one, or one for every vector where they share samples.</param>
    /// <param name="take">Takes up the product for a vector.</param>
    private void EmitPair(string reference, int column, int[] vectors, bool isSingle, bool isLoaded, Func<int, string> weights, Action<int, string> take)
    {
        if (sharesSamples)
        {
            if (!isLoaded)
            {
                Writer.Line($"p = {Load(reference, column)};");
            }

            foreach (int vector in vectors)
            {
                Writer.Line($"k = {PairWeights.Broadcast(Plan, Width, weights(vector))};");
                take(vector, PairTile.Product(Plan, Width, "p", "k"));
            }

            return;
        }

        if (!isLoaded)
        {
            foreach (int vector in vectors)
            {
                Writer.Line($"{Pixels(vector)} = {EmitPairedPixels(reference, column, vector, isSingle)};");
            }
        }

        Writer.Line($"k = {PairWeights.Broadcast(Plan, Width, weights(0))};");
        foreach (int vector in vectors)
        {
            take(vector, PairTile.Product(Plan, Width, Pixels(vector), "k"));
        }
    }

    /// <summary>Prints the sums of 32 bits as they begin, with what is taken from those of 16; and the other locals.</summary>
    private void EmitStart()
    {
        string type = Width.Type(ElementType.Int32);
        BigInteger taken = middles.Aggregate(BigInteger.Zero, BigInteger.Add);
        string start = taken.IsZero ? type + ".Zero" : Width.Broadcast(Literals.Integer(taken, ElementType.Int32));
        foreach (string name in Enumerable.Range(0, Vectors).SelectMany(vector => SumsOf(0, vector)))
        {
            Writer.Line($"{type} {name} = {start};");
        }

        Writer.Line($"{VectorType} ones = {Width.Broadcast("(short)1")};");
        DeclareForPairs(sharesSamples ? ["p"] : Enumerable.Range(0, Vectors).Select(Pixels));
    }

    /// <summary>Prints sums of 16 bits as they begin.</summary>
    private void EmitStarts(string entry)
    {
        Writer.Line($"{Sum(0, 0)} = {Width.Broadcast(entry)}.AsInt16();");
        for (int vector = 1; vector < Vectors; vector++)
        {
            Writer.Line($"{Sum(0, vector)} = {Sum(0, 0)};");
        }
    }

    private string Short(BigInteger value) => Width.Broadcast(Literals.Integer(value, ElementType.Int16));

    private void EmitWidening(string first, string? second)
    {
        for (int vector = 0; vector < Vectors; vector++)
        {
            string other = second is null ? VectorType + ".Zero" : Sum(0, vector) + second;
            foreach (string half in Halves)
            {
                Writer.Line($"{Wide(vector, half)} += {Width.PairSum(Interleaving.Alternating(Width, half, Sum(0, vector) + first, other), "ones")};");
            }
        }
    }
}
