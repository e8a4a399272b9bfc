namespace ConvGen.Analyzers.Naming;

/// <summary>CONV113: a row of a catalogue file, or an assembly attribute, that cannot be read.</summary>
internal sealed class CatalogueRowRule() : NamingRule(
    "CONV113",
    "The catalogue row cannot be used",
    "{0}")
{
}
