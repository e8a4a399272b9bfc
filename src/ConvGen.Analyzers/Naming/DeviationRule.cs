namespace ConvGen.Analyzers.Naming;

/// <summary>CONV110: a routine computes the operation that is named, with a catch.</summary>
internal sealed class DeviationRule() : NamingRule(
    "CONV110",
    "The routine differs from the operation that it is named for",
    "{0}")
{
}
