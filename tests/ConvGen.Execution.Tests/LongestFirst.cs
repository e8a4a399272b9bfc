using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ConvGen.Execution.Tests.LongestFirst", "ConvGen.Execution.Tests")]

namespace ConvGen.Execution.Tests;

/// <summary>
/// Starts the classes that take longest first, so that no core waits for the last of them at the end. Those that are not named take less,
/// or run their batches on all cores by themselves.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(Guards.GuardTests),
        nameof(Ahead.AheadTests),
        nameof(Reference.GoldenTests),
        nameof(Widths.OtherProcessorTests),
        nameof(Transforms.TransformPartTests),
        nameof(Transforms.ExactTransformTests),
        nameof(Groups.GroupInPlaceTests),
        nameof(Groups.GroupPartTests),
        nameof(Widths.WidthTests),
        nameof(Layers.LayerPropertyTests),
        nameof(Volumes.VolumeLayerTests),
        nameof(Volumes.VolumeLayerGoldenTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(static collection => Rank(collection.DisplayName));

    private static int Rank(string collection)
    {
        // A collection is called after its class, among other words.
        string[] words = collection.Split(' ');
        int rank = Array.FindIndex(Longest, name => Array.Exists(words, word => word.EndsWith("." + name, StringComparison.Ordinal)));
        return rank < 0 ? Longest.Length : rank;
    }
}
