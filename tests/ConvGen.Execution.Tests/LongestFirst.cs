using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ConvGen.Execution.Tests.LongestFirst", "ConvGen.Execution.Tests")]

namespace ConvGen.Execution.Tests;

/// <summary>
/// Starts the classes that take longest first, so that no core waits for the last of them at the end. Those that are not named take less.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(Widths.OtherProcessorTests),
        nameof(Groups.KeptChannelTests),
        nameof(Groups.GroupTests),
        nameof(Groups.GroupWidthTests),
        nameof(Reference.GoldenTests),
        nameof(Grammar.GrammarTests),
        nameof(Groups.ScaledGroupTests),
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
