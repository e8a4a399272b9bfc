using ConvGen.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Reporting;

/// <summary>Names of attributes as they are written in brackets, without qualification and ending.</summary>
internal static class WrittenName
{
    private const string Suffix = "Attribute";

    private static readonly HashSet<string> All = [.. AttributeNames.All.Select(AttributeNames.Short)];

    /// <summary>Whether one of the attributes has the name.</summary>
    public static bool IsKnown(string name) => All.Contains(name);

    /// <summary>The name of an attribute, or of what an alias stands for.</summary>
    public static string Of(NameSyntax name)
    {
        string last = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return WithoutSuffix(last);
    }

    /// <summary>A name without the ending that may be left out in brackets.</summary>
    public static string WithoutSuffix(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>Whether a name in brackets means one of some other names.</summary>
    public static bool IsAnyOf(IEnumerable<string> aliases, string name) => aliases.Any(alias => WithoutSuffix(alias) == name);
}
