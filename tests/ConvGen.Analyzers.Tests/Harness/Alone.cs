namespace ConvGen.Analyzers.Tests.Harness;

/// <summary>Tests that measure the process, beside which no others run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>The collection.</summary>
    public const string Name = "Alone";
}
