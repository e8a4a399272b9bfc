using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Catalogue;

/// <summary>A row and the method that it was found to name.</summary>
/// <param name="Row">The row.</param>
/// <param name="Entry">What it says of this method: of the names for a kernel, those that the method has.</param>
internal sealed record BoundRow(CatalogueRow Row, CatalogueEntry Entry)
{
    /// <summary>Binds a row to a method.</summary>
    public static BoundRow Create(CatalogueRow row, IMethodSymbol method)
    {
        string kernel = string.Join("|", row.Kernels.Where(name => HasSlot(method, name)));
        string? anchor = row.Anchor is { } name && HasSlot(method, name) ? name : null;
        return new BoundRow(
            row,
            new CatalogueEntry(row.Operation, row.Use, kernel.Length == 0 ? null : kernel, anchor, row.Sibling, row.Deviation, row.Origin)
        );
    }

    /// <summary>
    /// Whether a value of that name can be given: to a parameter, or in the initialiser of a constructed object to a property.
    /// </summary>
    public static bool HasSlot(IMethodSymbol method, string name)
    {
        if (method.Parameters.Any(parameter => parameter.Name == name))
        {
            return true;
        }

        // A setter's value goes by the name of its property.
        return method.MethodKind switch
        {
            MethodKind.PropertySet or MethodKind.PropertyGet => method.AssociatedSymbol?.Name == name,
            MethodKind.Constructor => HasProperty(method.ContainingType, name),
            _ => false,
        };
    }

    private static bool HasProperty(INamedTypeSymbol? type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(member => member is IPropertySymbol { SetMethod: not null }))
            {
                return true;
            }
        }

        return false;
    }
}
