using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing.Signatures;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing.Symbols;

/// <summary>
/// Takes types apart. Carriers that are no arrays are recognised by their metadata names, so that no package is forced on the user.
/// </summary>
internal static class TypeReader
{
    public static DeclaredType Read(ITypeSymbol type)
    {
        string text = SymbolNames.Short(type);
        bool isInt32 = type.SpecialType == SpecialType.System_Int32;
        return ReadCarrier(type, out ITypeSymbol element, out bool isReadOnly) is { } carrier
            ? new DeclaredType(text, isInt32, carrier, ReadElement(element), SymbolNames.Short(element), isReadOnly)
            : new DeclaredType(text, isInt32, null, null, "", false)
            {
                Unknown = Explain(type),
                IsRegion = type is INamedTypeSymbol { Name: "Region", Arity: 0 } named && SymbolNames.IsIn(named, "ConvGen"),
                IsCancellation =
                    type is INamedTypeSymbol { Name: "CancellationToken", Arity: 0 } token
                    && SymbolNames.IsIn(token, "System", "Threading"),
            };
    }

    private static string? Explain(ITypeSymbol type)
    {
        return type switch
        {
            IArrayTypeSymbol array => UnknownCarriers.Array(array.Rank),
            ITypeParameterSymbol => UnknownCarriers.TypeParameter(type.Name),
            IPointerTypeSymbol pointer => UnknownCarriers.Pointer(SymbolNames.Short(pointer.PointedAtType)),
            INamedTypeSymbol { TypeArguments.Length: 1 } named => UnknownCarriers.Framework(
                named.Name,
                SymbolNames.Short(named.TypeArguments[0])
            ),
            _ => null,
        };
    }

    private static Carrier? ReadCarrier(ITypeSymbol type, out ITypeSymbol element, out bool isReadOnly)
    {
        element = type;
        isReadOnly = false;
        if (type is IArrayTypeSymbol array)
        {
            element = array.ElementType;
            return array.Rank switch
            {
                1 => Carrier.Array,
                2 => Carrier.Array2D,
                3 => Carrier.Array3D,
                _ => null,
            };
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named)
        {
            return null;
        }

        element = named.TypeArguments[0];
        isReadOnly = named.Name.StartsWith("ReadOnly", StringComparison.Ordinal) || named.Name == "PreparedKernel";
        return named.Name switch
        {
            "Span" or "ReadOnlySpan" when SymbolNames.IsIn(named, "System") => Carrier.Span,
            "Memory" or "ReadOnlyMemory" when SymbolNames.IsIn(named, "System") => Carrier.Memory,
            "Span2D" or "ReadOnlySpan2D" when SymbolNames.IsIn(named, "CommunityToolkit", "HighPerformance") => Carrier.Span2D,
            "PreparedKernel" when SymbolNames.IsIn(named, "ConvGen") => Carrier.Prepared,
            "TensorSpan" or "ReadOnlyTensorSpan" when SymbolNames.IsIn(named, "System", "Numerics", "Tensors") => Carrier.TensorSpan,
            _ => null,
        };
    }

    private static ElementType? ReadElement(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Byte => ElementType.Byte,
            SpecialType.System_SByte => ElementType.SByte,
            SpecialType.System_Int16 => ElementType.Int16,
            SpecialType.System_UInt16 => ElementType.UInt16,
            SpecialType.System_Int32 => ElementType.Int32,
            SpecialType.System_Int64 => ElementType.Int64,
            SpecialType.System_Single => ElementType.Single,
            SpecialType.System_Double => ElementType.Double,
            _ => type is INamedTypeSymbol { Name: "Half", Arity: 0 } named && SymbolNames.IsIn(named, "System") ? ElementType.Half : null,
        };
}
