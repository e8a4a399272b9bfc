using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>Which symbols may get another name, and which names are free.</summary>
internal static class RenameRules
{
    /// <summary>Whether a symbol is declared in source, and its name is not given by a base type or an interface elsewhere.</summary>
    public static bool IsRenamable(ISymbol symbol)
    {
        bool isKind =
            symbol
            is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }
                or IPropertySymbol
                or IFieldSymbol
                or ILocalSymbol
                or IParameterSymbol
                or IEventSymbol;
        if (
            !isKind
            || symbol.IsImplicitlyDeclared
            || !symbol.Locations.Any(location => location.IsInSource)
            || symbol.ContainingType is { IsAnonymousType: true } or { IsTupleType: true }
        )
        {
            return false;
        }

        for (ISymbol? current = Overridden(symbol); current is not null; current = Overridden(current))
        {
            if (!current.Locations.Any(location => location.IsInSource))
            {
                return false;
            }
        }

        // A parameter of an override or of an implementation is only a name, and callers go by the static type's.
        return symbol is not (IMethodSymbol or IPropertySymbol or IEventSymbol)
            || Implemented(symbol).All(member => member.Locations.Any(location => location.IsInSource));
    }

    /// <summary>Whether nothing in reach of the declaration, and no member beside it, has the name already.</summary>
    public static bool IsFree(ISymbol symbol, string name, SemanticModel model, int position)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return model.LookupSymbols(position, name: name).IsEmpty && !IsDeclaredIn(symbol.ContainingSymbol, name);
        }

        return symbol.ContainingType is { } type && Derivation(type).All(level => level.GetMembers(name).IsEmpty && level.Name != name);
    }

    /// <summary>A local of an inner block is not in reach of the declaration, and may not have the name either.</summary>
    private static bool IsDeclaredIn(ISymbol? container, string name) =>
        container?.DeclaringSyntaxReferences.Any(reference =>
            reference
                .GetSyntax()
                .DescendantNodes()
                .Any(node =>
                    node switch
                    {
                        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
                        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name,
                        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
                        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
                        CatchDeclarationSyntax caught => caught.Identifier.ValueText == name,
                        LocalFunctionStatementSyntax function => function.Identifier.ValueText == name,
                        IdentifierNameSyntax used => used.Identifier.ValueText == name,
                        _ => false,
                    }
                )
        ) == true;

    private static IEnumerable<INamedTypeSymbol> Derivation(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            yield return level;
        }
    }

    private static ISymbol? Overridden(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol happening => happening.OverriddenEvent,
            _ => null,
        };

    private static IEnumerable<ISymbol> Implemented(ISymbol symbol) =>
        symbol.ContainingType is not { } type
            ? []
            : type
                .AllInterfaces.SelectMany(contract => contract.GetMembers())
                .Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
}
