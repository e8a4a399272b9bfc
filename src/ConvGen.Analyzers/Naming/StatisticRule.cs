namespace ConvGen.Analyzers.Naming;

/// <summary>CONV107: a coefficient where a convolution or a correlation of signals is named.</summary>
internal sealed class StatisticRule() : NamingRule(
    "CONV107",
    "A statistic goes by the name of an operation",
    "{0}")
{
}
