namespace ConvGen.Analyzers.Naming;

/// <summary>CONV109: two libraries use one word for different borders in one member.</summary>
internal sealed class BorderWordRule() : NamingRule(
    "CONV109",
    "A border word means something else here",
    "{0}")
{
}
