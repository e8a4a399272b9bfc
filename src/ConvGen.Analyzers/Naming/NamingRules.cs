using System.Collections.Immutable;

namespace ConvGen.Analyzers.Naming;

/// <summary>The rules on names and operations, by id.</summary>
internal static class NamingRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<NamingRule> All { get; } =
        ImmutableArray.Create<NamingRule>(
            new DeclarationNameRule(),
            new CallNameRule(),
            new LoopNameRule(),
            new OneAxisRule(),
            new DoubleReversalRule(),
            new DistanceRule(),
            new StatisticRule(),
            new AnchorRule(),
            new BorderWordRule(),
            new DeviationRule(),
            new UnknownKernelRule(),
            new LayerRule(),
            new CatalogueRowRule(),
            new NotReadRule()
        );
}
