namespace ConvGen.Analyzers.Naming;

/// <summary>CONV103: a hand-written loop computes the other operation than its name says.</summary>
internal sealed class LoopNameRule() : NamingRule(
    "CONV103",
    "The loop computes the other operation",
    "{0}")
{
}
