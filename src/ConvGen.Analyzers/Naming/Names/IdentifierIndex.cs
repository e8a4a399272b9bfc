using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Analyzers.Naming.Names;

/// <summary>
/// The identifiers of declarations by what they say. Many members ask for the fields of one type: its text is walked once for all of them.
/// </summary>
internal static class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, List<IdentifierNameSyntax>>> Entries = new();

    /// <summary>Where a name is mentioned in a declaration, in the order of the text.</summary>
    public static IReadOnlyList<IdentifierNameSyntax> Of(SyntaxNode declaration, string name) =>
        Entries.GetValue(declaration, Read).TryGetValue(name, out List<IdentifierNameSyntax>? mentions) ? mentions : [];

    private static Dictionary<string, List<IdentifierNameSyntax>> Read(SyntaxNode declaration)
    {
        Dictionary<string, List<IdentifierNameSyntax>> names = new(StringComparer.Ordinal);
        foreach (IdentifierNameSyntax name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (!names.TryGetValue(name.Identifier.ValueText, out List<IdentifierNameSyntax>? mentions))
            {
                names.Add(name.Identifier.ValueText, mentions = []);
            }

            mentions.Add(name);
        }

        return names;
    }
}
