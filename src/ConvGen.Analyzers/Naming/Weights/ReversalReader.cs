using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>
/// Knows the methods that reverse weights, by the symbol that is bound and never by the text: <c>array.Reverse()</c> means two things.
/// </summary>
internal static class ReversalReader
{
    /// <summary>Whether a method reverses all of its only argument, or its receiver, in place.</summary>
    public static bool IsInPlace(IMethodSymbol method) =>
        method.Name == "Reverse"
        && method.ReturnsVoid
        && method.ContainingType is { } type
        && type.Name switch
        {
            "Array" => method.Parameters.Length == 1 && IsIn(type, "System"),
            "MemoryExtensions" => method.Parameters.Length == 1 && IsIn(type, "System"),
            "List" => method.Parameters.IsEmpty && IsIn(type, "System.Collections.Generic"),
            _ => false,
        };

    /// <summary>Whether a method returns its argument's elements from last to first, as a new sequence.</summary>
    public static bool IsSequence(IMethodSymbol method) =>
        method is { Name: "Reverse", ReturnsVoid: false, Parameters.Length: 1, ContainingType: { Name: "Enumerable" } type }
        && IsIn(type, "System.Linq");

    /// <summary>Whether a method of a library flips or rotates what it is given, into its result or into its second argument.</summary>
    public static bool IsLibraryFlip(IMethodSymbol method) =>
        method.Name switch
        {
            "Flip"
            or "flip"
            or "Rotate"
            or "Rot"
            or "rot90"
            or "Rot180"
            or "Rot90"
            or "Rot270"
            or "FlipHor"
            or "FlipVer"
            or "fliplr"
            or "flipud" => RootOf(method.ContainingType)
                is "OpenCvSharp"
                    or "Emgu"
                    or "OpenCV"
                    or "NetVips"
                    or "TorchSharp"
                    or "NumSharp"
                    or "NumpyDotNet"
                    or "Numpy"
                    or "Tensorflow",
            _ => false,
        };

    /// <summary>The argument that a library's flip writes its result to, or null where it returns it.</summary>
    public static IArgumentOperation? Destination(IInvocationOperation call) =>
        call.TargetMethod is { ReturnsVoid: true, IsStatic: true, Parameters.Length: > 2 } method
            ? call.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, method.Parameters[1]))
            : null;

    /// <summary>What a library's flip reverses.</summary>
    public static IOperation? Source(IInvocationOperation call) =>
        call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>The axes that a library's flip reverses, given the shape of what it reverses; null where they are not known.</summary>
    public static AxisFlips? Axes(IInvocationOperation call, ImmutableArray<int>? shape)
    {
        switch (call.TargetMethod.Name)
        {
            case "FlipHor" or "fliplr":
                return AxisFlips.Columns;
            case "FlipVer" or "flipud":
                return AxisFlips.Rows;
            case "Rot180":
                return AxisFlips.All;
            case "rot90":
                return Setting(call) is IOperation turns && ConstantReader.Int32(turns) == 2 ? AxisFlips.All : null;
            case "Rotate" or "Rot":
                return Setting(call) is IOperation angle && EnumMember(angle) is "D180" or "Rotate180" ? AxisFlips.All : null;
            case "Flip" or "flip":
                return Flip(call, shape);
            default:
                return null;
        }
    }

    /// <summary>The reversed axes of a slice such as <c>"::-1, :"</c>.</summary>
    public static AxisFlips? Slices(IEnumerable<string> slices, ImmutableArray<int>? shape)
    {
        List<int> reversed = new();
        int axis = 0;
        foreach (string slice in slices)
        {
            switch (slice.Trim())
            {
                case "::-1":
                    reversed.Add(axis);
                    break;
                case ":" or "::":
                    break;
                default:
                    return null;
            }

            axis++;
        }

        return reversed.Count == 0 ? AxisFlips.None
            : axis == 2 && reversed.Count == 2 ? AxisFlips.All
            : OfDimensions(reversed, shape);
    }

    /// <summary>The name of a constant of an enumeration, or null.</summary>
    public static string? EnumMember(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation.Type is { TypeKind: TypeKind.Enum } type && operation.ConstantValue is { HasValue: true, Value: { } value }
            ? type.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue))
                ?.Name
            : null;
    }

    private static AxisFlips? Flip(IInvocationOperation call, ImmutableArray<int>? shape)
    {
        List<IOperation> settings = Settings(call).ToList();
        if (settings.Count == 1 && EnumMember(settings[0]) is { } mode)
        {
            return mode switch
            {
                "XY" or "Both" => AxisFlips.All,
                "X" or "Vertical" => AxisFlips.Rows,
                "Y" or "Horizontal" => AxisFlips.Columns,
                _ => null,
            };
        }

        List<int> dimensions = new();
        foreach (IOperation setting in settings)
        {
            if (!Integers(setting, dimensions))
            {
                return null;
            }
        }

        // NumPy's flip without an axis reverses all of them.
        return dimensions.Count > 0 ? OfDimensions(dimensions, shape)
            : RootOf(call.TargetMethod.ContainingType) == "TorchSharp" ? null
            : AxisFlips.All;
    }

    /// <summary>Appends the constants of an argument: a number, or an array of numbers; false where one is not constant.</summary>
    public static bool Integers(IOperation operation, List<int> numbers)
    {
        while (operation is IConversionOperation conversion && operation.ConstantValue is not { HasValue: true })
        {
            operation = conversion.Operand;
        }

        if (operation is IDefaultValueOperation || operation.ConstantValue is { HasValue: true, Value: null })
        {
            return true;
        }

        if (ConstantReader.Int32(operation) is { } number)
        {
            numbers.Add(number);
            return true;
        }

        IEnumerable<IOperation>? elements = operation switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ITupleOperation tuple => tuple.Elements,
            _ when operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax || operation.IsImplicit =>
                operation.ChildOperations,
            _ => null,
        };
        return elements?.Any() == true && elements.All(element => Integers(element, numbers));
    }

    private static AxisFlips? OfDimensions(List<int> dimensions, ImmutableArray<int>? shape)
    {
        if (shape is not { } extents)
        {
            // Without extents, only the last two axes of a plane are known to be all that count.
            dimensions.Sort();
            return dimensions.Count == 2 && (dimensions[0], dimensions[1]) is (-2, -1) or (2, 3) ? AxisFlips.All : null;
        }

        AxisFlips flips = AxisFlips.None;
        foreach (int dimension in dimensions)
        {
            int axis = dimension < 0 ? dimension + extents.Length : dimension;
            if (axis < 0 || axis >= extents.Length)
            {
                return null;
            }

            if (extents[axis] == 1)
            {
                continue;
            }

            switch (extents.Length - 1 - axis)
            {
                case 0:
                    flips ^= extents.Length == 1 ? AxisFlips.All : AxisFlips.Columns;
                    break;
                case 1:
                    flips ^= AxisFlips.Rows;
                    break;
                default:
                    return null;
            }
        }

        return flips;
    }

    private static IOperation? Setting(IInvocationOperation call) => Settings(call).FirstOrDefault();

    private static IEnumerable<IOperation> Settings(IInvocationOperation call)
    {
        IOperation? source = Source(call);
        IArgumentOperation? destination = Destination(call);
        return call.Arguments.Where(argument => argument.Value != source && argument != destination).Select(argument => argument.Value);
    }

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;

    private static string? RootOf(INamedTypeSymbol? type)
    {
        INamespaceSymbol? space = type?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name;
    }
}
