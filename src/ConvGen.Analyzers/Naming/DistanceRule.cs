namespace ConvGen.Analyzers.Naming;

/// <summary>CONV106: a sum of squared differences where a convolution or a correlation is named.</summary>
internal sealed class DistanceRule() : NamingRule(
    "CONV106",
    "A distance goes by the name of an operation",
    "{0}")
{
}
