using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>A tile of a row whose taps are added in blocks: a step of a block loads each vector of samples once, for all the sums and taps that it serves.</summary>
internal sealed class BlockTile(SourceWriter writer, KernelParts parts, VectorWidth width, int rows) : TileText(writer, parts, width, rows)
{
    public override void Emit()
    {
        // A first product is added to this zero without a change.
        string zero = Width.Broadcast(Plan.Accumulator == ElementType.Single ? "-0f" : "-0d");
        for (int vector = 0; vector < Vectors; vector++)
        {
            Writer.Line($"{VectorType} {Sum(0, vector)} = {zero};");
        }

        Writer.Line($"{VectorType} p, {string.Join(", ", Enumerable.Range(0, Plan.Blocks.Max(block => block.Terms)).Select(Coefficient))};");
        foreach (TapBlock block in Plan.Blocks)
        {
            EmitBlock(block);
        }

        Writer.Line();
        Writer.Line($"ref {Parts.Destination} result = ref Unsafe.Add(ref destination, x);");
        Store(0);
    }

    private static string Coefficient(int term) => "k" + Literals.Of(term);

    private void EmitBlock(TapBlock block)
    {
        Writer.Line();
        BlockPlaces places = new(Parts, block);
        Stack<SourceWriter.Scope> loops = new(places.Open(Writer));
        Writer.Line($"ref {Parts.Source} sample = ref Unsafe.Add(ref source, x + {places.Sample});");
        Writer.Line($"ref {Parts.Weight} taps = ref Unsafe.Add(ref weights, {places.Weight});");
        for (int term = 0; term < block.Terms; term++)
        {
            Writer.Line($"{Coefficient(term)} = {Width.Broadcast(term == 0 ? "taps" : $"Unsafe.Add(ref taps, {Literals.Of(term)})")};");
        }

        EmitStep(block, places.Distance / Lanes);
        while (loops.Count > 0)
        {
            loops.Pop().Dispose();
        }
    }

    /// <param name="block">The block.</param>
    /// <param name="distance">Vectors between the samples of a step's taps.</param>
    private void EmitStep(TapBlock block, int distance)
    {
        foreach (IGrouping<int, (int Vector, int Term)> loaded in Enumerable.Range(0, Vectors)
            .SelectMany(vector => Enumerable.Range(0, block.Terms).Select(term => (Vector: vector, Term: term)))
            .GroupBy(item => item.Vector + (item.Term * distance)).OrderBy(item => item.Key))
        {
            Writer.Line($"p = {Load("sample", loaded.Key * Lanes)};");
            foreach ((int vector, int term) in loaded)
            {
                Writer.Line($"{Sum(0, vector)} = {Products.AddLooped(Sum(0, vector), "p", Coefficient(term), false)};");
            }
        }
    }
}
