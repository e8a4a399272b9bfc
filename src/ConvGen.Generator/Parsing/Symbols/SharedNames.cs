using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Finds types that share their full name with another type or a namespace. The compiler refuses them (CS0101, CS0102) and yet takes both
/// for types,
/// whose methods of one signature are then called alike in every respect; their generated files would be, too.
/// </summary>
internal static class SharedNames
{
    /// <summary>The name of the innermost type or namespace around a method that another one has as well, or null.</summary>
    public static string? Find(IMethodSymbol method)
    {
        for (
            INamespaceOrTypeSymbol symbol = method.ContainingType;
            symbol.ContainingSymbol is INamespaceOrTypeSymbol container;
            symbol = container
        )
        {
            if (container.GetMembers(symbol.Name).Any(other => IsNamedAlike(other, symbol)))
            {
                return symbol.Name;
            }
        }

        return null;
    }

    /// <summary>A type that is local to another file may have the name, and has no part in generated files.</summary>
    private static bool IsNamedAlike(ISymbol other, INamespaceOrTypeSymbol symbol) =>
        other is INamespaceOrTypeSymbol and not INamedTypeSymbol { IsFileLocal: true }
        && !SymbolEqualityComparer.Default.Equals(other, symbol)
        && Arity(other) == Arity(symbol);

    private static int Arity(ISymbol symbol) => (symbol as INamedTypeSymbol)?.Arity ?? 0;
}
