using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>How symbols are recognised and written down.</summary>
internal static class SymbolNames
{
    /// <summary>Types from <c>global::</c>, with keywords escaped, nullability and tuple names.</summary>
    public static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>A generic method's type parameters and constraints, as in <c>M&lt;T&gt; where T : class</c>.</summary>
    public static readonly SymbolDisplayFormat MethodGenerics = Qualified
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithParameterOptions(SymbolDisplayParameterOptions.None);

    /// <summary>A namespace without <c>global::</c>.</summary>
    public static readonly SymbolDisplayFormat Namespace = Qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>
    /// A type from <c>global::</c>, as <see cref="Qualified"/> prints it. Numbers, and spans and arrays of them, which nearly all
    /// parameters are, are put together here: to print a symbol costs more than all else that is read of it, and every declaration is
    /// read after every edit.
    /// </summary>
    public static string Qualify(ITypeSymbol type) => Plain(type, "global::System.") ?? type.ToDisplayString(Qualified);

    /// <summary>A type as a user would write it, for messages.</summary>
    public static string Short(ITypeSymbol type) => Plain(type, "") ?? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string? Plain(ITypeSymbol type, string system) =>
        type switch
        {
            INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" } span when IsIn(span, "System") => Keyword(span.TypeArguments[0])
                is { } element
                ? system + span.Name + "<" + element + ">"
                : null,
            IArrayTypeSymbol { Rank: 1, NullableAnnotation: not NullableAnnotation.Annotated } array => Keyword(array.ElementType)
                is { } element
                ? element + "[]"
                : null,
            _ => Keyword(type),
        };

    private static string? Keyword(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Void => "void",
            SpecialType.System_Byte => "byte",
            SpecialType.System_SByte => "sbyte",
            SpecialType.System_Int16 => "short",
            SpecialType.System_UInt16 => "ushort",
            SpecialType.System_Int32 => "int",
            SpecialType.System_Int64 => "long",
            SpecialType.System_Single => "float",
            SpecialType.System_Double => "double",
            _ => null,
        };

    /// <summary>
    /// The name with <c>@</c> where it is a keyword. Contextual keywords get it too: whether one needs it depends on where it stands.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>
    /// Whether a type stands directly in the namespace that <paramref name="parts"/> spell. Comparing names costs less than printing them.
    /// </summary>
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
