using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Jit;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Trials;
using ConvGen.Execution.Tests.Widths;
using ConvGen.LongRuns;

namespace ConvGen.Execution.Tests.Ahead;

/// <summary>No broadcast is reinterpreted where the JIT compiler then mistakes its size.</summary>
public sealed class BroadcastLintTests
{
    [Fact]
    public void Generated_text_has_no_broadcast_that_is_reinterpreted()
    {
        IEnumerable<Declared> declarations =
        [
            .. OtherProcessorDeclarations.WideProducts,
            .. OtherProcessorDeclarations.All,
            .. JitTests.Declarations,
        ];
        string[] members =
        [
            .. declarations.Where((_, i) => Effort.IsLong || i % 3 == 0).Select((d, i) => d.ToSource(TrialBatch.NameOf(i))),
            .. LayerWidthTests.Layers.Select((layer, i) => layer.ToSource("Layer" + TrialBatch.NameOf(i))),
        ];
        int broadcasts = 0;
        List<string> objections = [];
        foreach ((string file, string text) in Batch.Generate(Batch.Wrap(members), new BatchSettings()))
        {
            objections.AddRange(BroadcastLint.Find(text, out int found).Select(objection => $"{Path.GetFileName(file)}: {objection}"));
            broadcasts += found;
        }

        Assert.True(broadcasts > 10 * members.Length, $"only {broadcasts} broadcasts were seen");
        Assert.Empty(objections);
    }

    [Theory]
    [InlineData("return Avx512F.Multiply(p.AsInt32(), Vector512.Create(Unsafe.Add(ref weights, 3)).AsInt32());", 1)]
    [InlineData("Vector256<long> k = Vector256.Create(weights); return Avx2.Multiply(p.AsInt32(), (k).AsInt32());", 1)]
    [InlineData("Vector256<long> k; k = Vector256.Create(weights); return Avx2.Multiply(p.AsUInt32(), k.AsUInt32());", 1)]
    [InlineData("Vector256<int> k = Vector256.Create(weights); return Avx2.Multiply(p.AsInt32(), k);", 0)]
    [InlineData("Vector256<int> k = Vector256.Create(weights); return Avx2.Multiply(p.AsUInt32(), k.AsUInt32());", 0)]
    [InlineData("Vector256<short> k = Vector256.Create(weights).AsInt16(); return Avx2.MultiplyAddAdjacent(p, k);", 0)]
    [InlineData("Vector256<long> k = Load256(ref weights); return Avx2.Multiply(p.AsInt32(), k.AsInt32());", 0)]
    public void Broadcasts_of_another_size_are_found(string body, int expected)
    {
        string text = $"class Kernel {{ static Vector256<long> Sum(Vector256<long> p, ref long weights) {{ {body} }} }}";
        Assert.Equal(expected, BroadcastLint.Find(text, out int broadcasts).Count);
        Assert.Equal(body.Contains("Create", StringComparison.Ordinal) ? 1 : 0, broadcasts);
    }
}
