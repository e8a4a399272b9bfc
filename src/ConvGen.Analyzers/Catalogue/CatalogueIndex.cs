using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>Rows by the methods that they name in one compilation.</summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<ISymbol, List<BoundRow>> rows = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> interfaceMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> virtualMembers = new(StringComparer.Ordinal);

    /// <summary>Adds what a row names; false where it names nothing that can be called.</summary>
    /// <param name="row">The row.</param>
    /// <param name="types">The types of the name that it has.</param>
    public bool Add(CatalogueRow row, ImmutableArray<INamedTypeSymbol> types)
    {
        bool isFound = false;
        MemberId id = MemberId.Read(row.Member)!;
        foreach (INamedTypeSymbol type in types)
        {
            foreach (IMethodSymbol method in MemberResolver.Methods(id, type))
            {
                isFound = true;
                Add(BoundRow.Create(row, method), method);
            }
        }

        return isFound;
    }

    /// <summary>The rows of a method, of one that it overrides or of one that it implements.</summary>
    public IEnumerable<BoundRow> Find(IMethodSymbol method)
    {
        if (rows.TryGetValue(method, out List<BoundRow>? own))
        {
            return own;
        }

        if (virtualMembers.Contains(method.Name))
        {
            for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (rows.TryGetValue(overridden.OriginalDefinition, out List<BoundRow>? inherited))
                {
                    return inherited;
                }
            }
        }

        return interfaceMembers.Contains(method.Name) ? FindImplemented(method) : Enumerable.Empty<BoundRow>();
    }

    private IEnumerable<BoundRow> FindImplemented(IMethodSymbol method)
    {
        if (method.ContainingType is { TypeKind: not TypeKind.Interface } type)
        {
            foreach (INamedTypeSymbol implemented in type.AllInterfaces)
            {
                foreach (ISymbol member in implemented.GetMembers(method.Name))
                {
                    if (
                        rows.TryGetValue(member.OriginalDefinition, out List<BoundRow>? found)
                        && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)
                    )
                    {
                        return found;
                    }
                }
            }
        }

        return Enumerable.Empty<BoundRow>();
    }

    private void Add(BoundRow row, IMethodSymbol method)
    {
        if (!rows.TryGetValue(method, out List<BoundRow>? list))
        {
            list = new List<BoundRow>();
            rows.Add(method, list);
        }

        list.Add(row);
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            interfaceMembers.Add(method.Name);
        }
        else if (method.IsVirtual || method.IsAbstract || method.IsOverride)
        {
            virtualMembers.Add(method.Name);
        }
    }
}
