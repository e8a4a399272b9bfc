using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>Which types hold weights, and which are mere settings.</summary>
internal static class KernelTypes
{
    /// <summary>Whether a type is an array, a span, a pointer or another sequence.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            IArrayTypeSymbol or IPointerTypeSymbol => true,
            { SpecialType: SpecialType.System_String } => false,
            INamedTypeSymbol named => IsBuffer(named) || IsEnumerable(named),
            _ => false,
        };

    /// <summary>Whether a value of the type can carry weights: a collection, or an object of a library such as a matrix.</summary>
    public static bool MayHoldWeights(ITypeSymbol? type) =>
        IsCollection(type)
        || (
            type
                is {
                    TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.TypeParameter,
                    SpecialType: SpecialType.None or SpecialType.System_Array
                }
            && type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) is not ("Type" or "CancellationToken")
        )
        || type
            is INamedTypeSymbol { TypeKind: TypeKind.Struct, Arity: > 0, IsTupleType: false }
                and not { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
        || type is { TypeKind: TypeKind.Error or TypeKind.Dynamic };

    /// <summary>Whether whoever is handed a value of the type as a parameter could change the weights.</summary>
    public static bool IsReadOnly(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Object or SpecialType.System_String or SpecialType.System_Collections_IEnumerable => true,
            _ => !IsCollection(type) && type.TypeKind is TypeKind.Struct or TypeKind.Enum
                || type.Name.StartsWith("ReadOnly", StringComparison.Ordinal)
                || type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
                || type.Name.StartsWith("Immutable", StringComparison.Ordinal)
                || type.Name is "IEnumerable" or "InputArray" or "IInputArray" or "InputArrayOfArrays",
        };

    /// <summary>Whether the elements of a sequence are sequences, as in a jagged array.</summary>
    public static bool IsJagged(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => IsCollection(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } named => IsCollection(named.TypeArguments[0]),
            _ => false,
        };

    private static bool IsBuffer(INamedTypeSymbol type) =>
        type is { Arity: 1, Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsEnumerable(INamedTypeSymbol type)
    {
        if (
            type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        )
        {
            return true;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return false;
    }
}
