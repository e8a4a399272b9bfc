namespace ConvGen.Analyzers.Naming;

/// <summary>CONV105: a kernel is reversed before a callee that reverses it again.</summary>
internal sealed class DoubleReversalRule() : NamingRule(
    "CONV105",
    "The kernel is reversed twice",
    "{0}")
{
}
