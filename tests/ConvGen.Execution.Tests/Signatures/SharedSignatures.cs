namespace ConvGen.Execution.Tests.Signatures;

/// <summary>The tests that share one compilation of all signatures.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSignatures : ICollectionFixture<SignatureFixture>
{
    public const string Name = "Signatures";
}
