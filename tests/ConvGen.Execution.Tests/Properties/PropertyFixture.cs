using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Properties;

/// <summary>A few hundred random declarations, compiled once.</summary>
public sealed class PropertyFixture : IDisposable
{
    private const int Count = 240;

    private readonly TrialBatch batch = new(Draw());

    internal IReadOnlyList<Trial> Trials => batch.Trials;

    public void Dispose() => batch.Dispose();

    /// <summary>One for every pair of element types, then more of any kind.</summary>
    private static Declared[] Draw()
    {
        Declared[] pairs = Gen.CollectToArray(DeclarationGenerator.Pairs, pair => DeclarationGenerator.OfTypes(pair.Source, null, pair.Destination))
            .Sample(1, Seed.Start, 50)[0];
        return [.. pairs, .. DeclarationGenerator.Any.Sample(Count - pairs.Length, Seed.Start, 50)];
    }
}
