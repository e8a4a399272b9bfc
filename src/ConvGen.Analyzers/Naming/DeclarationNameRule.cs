namespace ConvGen.Analyzers.Naming;

/// <summary>CONV101: a method declared [Convolution] whose name says correlation, or the other way round.</summary>
internal sealed class DeclarationNameRule() : NamingRule(
    "CONV101",
    "The declaration is named for the other operation",
    "{0}")
{
}
