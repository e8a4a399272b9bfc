namespace ConvGen.Analyzers.Naming;

/// <summary>CONV104: a kernel is reversed on one axis and not on the other, which is neither operation.</summary>
internal sealed class OneAxisRule() : NamingRule(
    "CONV104",
    "The kernel is reversed on one axis only",
    "{0}")
{
}
