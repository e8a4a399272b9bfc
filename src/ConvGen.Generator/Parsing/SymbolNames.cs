using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Parsing;

/// <summary>How symbols are recognised and written down.</summary>
internal static class SymbolNames
{
    /// <summary>Types from <c>global::</c>, with keywords escaped, nullability and tuple names.</summary>
    public static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A generic method's type parameters and constraints, as in <c>M&lt;T&gt; where T : class</c>.</summary>
    public static readonly SymbolDisplayFormat MethodGenerics = Qualified
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithParameterOptions(SymbolDisplayParameterOptions.None);

    /// <summary>A namespace without <c>global::</c>.</summary>
    public static readonly SymbolDisplayFormat Namespace = Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The name with <c>@</c> where it is a keyword. Contextual keywords get it too: whether one needs it depends on where it stands.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Whether a type stands directly in the namespace that <paramref name="parts"/> spell. Comparing names costs less than printing them.</summary>
    public static bool IsIn(INamedTypeSymbol type, params string[] parts)
    {
        if (type.ContainingType is not null)
        {
            return false;
        }

        INamespaceSymbol? current = type.ContainingNamespace;
        for (int index = parts.Length - 1; index >= 0; index--)
        {
            if (current is null || current.Name != parts[index])
            {
                return false;
            }

            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: true };
    }
}
