namespace ConvGen.Package.Tests;

/// <summary>
/// The tests that share one packed feed; within a collection they run one after the other, which keeps builds from crowding each other out.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PackageFeedTests : ICollectionFixture<PackageFeed>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "packed feed";
}
