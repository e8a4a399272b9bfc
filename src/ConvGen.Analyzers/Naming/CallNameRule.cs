namespace ConvGen.Analyzers.Naming;

/// <summary>CONV102: a call computes the other operation than the name that its result answers to, and the kernel shows the difference.</summary>
internal sealed class CallNameRule() : NamingRule(
    "CONV102",
    "The call computes the other operation",
    "{0}")
{
}
