using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>
/// Finds the symbols that a documentation-comment id names. Only the tables of names are searched; no assembly is loaded whole.
/// </summary>
internal static class MemberResolver
{
    /// <summary>The types of that name, in one assembly or, where none is given, in all.</summary>
    public static ImmutableArray<INamedTypeSymbol> Types(MemberId id, Compilation compilation, IAssemblySymbol? assembly)
    {
        foreach (string name in MetadataNames(id.Type))
        {
            ImmutableArray<INamedTypeSymbol> types =
                assembly is null ? compilation.GetTypesByMetadataName(name)
                : assembly.GetTypeByMetadataName(name) is { } type ? ImmutableArray.Create(type)
                : ImmutableArray<INamedTypeSymbol>.Empty;
            if (!types.IsEmpty)
            {
                return types;
            }
        }

        return ImmutableArray<INamedTypeSymbol>.Empty;
    }

    /// <summary>
    /// The methods of a type that an id names: overloads, constructors, a property's setter, or all ordinary methods of the type.
    /// </summary>
    public static IEnumerable<IMethodSymbol> Methods(MemberId id, INamedTypeSymbol type) =>
        id.Kind switch
        {
            'T' => type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }),
            'P' => type.GetMembers(id.Name)
                .OfType<IPropertySymbol>()
                .Where(property => IsNamed(property, id))
                .Select(property => property.SetMethod ?? property.GetMethod)
                .OfType<IMethodSymbol>(),
            'M' => type.GetMembers(id.Name)
                .OfType<IMethodSymbol>()
                .Where(method =>
                    (!method.IsImplicitlyDeclared || method.MethodKind == MethodKind.Constructor)
                    && (id.Arity is not { } arity || method.Arity == arity)
                    && IsNamed(method, id)
                ),
            _ => Enumerable.Empty<IMethodSymbol>(),
        };

    private static bool IsNamed(ISymbol member, MemberId id) =>
        !id.HasParameters || string.Equals(member.GetDocumentationCommentId(), id.Text, StringComparison.Ordinal);

    /// <summary>
    /// An id has dots before nested types, metadata has <c>+</c>; which dots are which shows only by trying, outermost first.
    /// </summary>
    private static IEnumerable<string> MetadataNames(string type)
    {
        yield return type;
        char[] name = type.ToCharArray();
        for (int index = name.Length - 1; index > 0; index--)
        {
            if (name[index] == '.')
            {
                name[index] = '+';
                yield return new string(name);
            }
        }
    }
}
