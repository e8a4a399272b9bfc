namespace ConvGen.Analyzers.Naming;

/// <summary>CONV108: a kernel of even size, or with an anchor of its own, was reversed and its anchor was not.</summary>
internal sealed class AnchorRule() : NamingRule(
    "CONV108",
    "The anchor did not move with the reversed kernel",
    "{0}")
{
}
