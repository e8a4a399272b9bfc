using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights.Tracing;

/// <summary>Kernels that come out of a method or a constructor: views, copies, wrappers, reversals, known designs.</summary>
internal static class InvocationTracer
{
    /// <summary>Methods that hand on all weights in their order.</summary>
    private static readonly HashSet<string> Views = new(StringComparer.Ordinal)
    {
        "AsSpan",
        "AsReadOnlySpan",
        "AsMemory",
        "AsEnumerable",
        "AsReadOnly",
        "AsTensor",
        "AsArray",
        "ToArray",
        "ToList",
        "ToImmutableArray",
        "ToImmutableList",
        "Clone",
        "clone",
        "Copy",
        "copy",
        "GetSpan",
        "Cast",
        "contiguous",
        "cuda",
        "cpu",
        "detach",
        "alias",
        "to",
        "type",
        "float_",
        "double_",
        "float",
        "double",
        "astype",
        "GetInputArray",
        "ToMat",
        "AsMat",
        "AsQueryable",
        "requires_grad_",
        "ravel",
        "flatten",
    };

    /// <summary>Methods that make an object of another library from weights.</summary>
    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal)
    {
        "FromArray",
        "NewFromArray",
        "array",
        "tensor",
        "from_array",
        "FromPixelData",
        "Create",
        "asarray",
        "AsTensor",
        "as_tensor",
        "constant",
        "convert_to_tensor",
        "NewFromMemory",
        "from_numpy",
        "FromEnumerable",
        "CreateRange",
        "frombuffer",
        "Constant",
        "OfArray",
        "DenseOfArray",
        "Dense",
        "OfColumnMajor",
        "CreateFrom",
        "ConvertAll",
    };

    private static readonly HashSet<string> Shapes = new(StringComparer.Ordinal)
    {
        "reshape",
        "view",
        "Reshape",
        "unsqueeze",
        "squeeze",
        "expand_dims",
    };

    /// <summary>Whether a method makes an object around the weights that it is given.</summary>
    public static bool IsFactory(IMethodSymbol method) => Factories.Contains(method.Name);

    /// <summary>Reads a call.</summary>
    public static KernelTrace Trace(IInvocationOperation call, KernelTracer tracer)
    {
        IMethodSymbol method = call.TargetMethod;
        if (ReversalReader.IsSequence(method))
        {
            IOperation? reversed = call.Arguments.FirstOrDefault()?.Value;
            return tracer.Trace(reversed).Reverse(KernelTypes.IsJagged(Unwrapped(reversed)?.Type) ? AxisFlips.Rows : AxisFlips.All, call);
        }

        if (ReversalReader.IsLibraryFlip(method))
        {
            KernelTrace flipped = tracer.Trace(ReversalReader.Source(call));
            return flipped.Reverse(ReversalReader.Axes(call, flipped.Shape), call);
        }

        if (ReversalWords.Has(method.Name))
        {
            return KernelTrace.Unknown;
        }

        if (SequenceTracer.Trace(call, tracer) is { } sequence)
        {
            return sequence;
        }

        if (tracer.Member.Catalogue.Find(method, _ => null) is { Use: CatalogueUse.SymmetricKernel })
        {
            return KernelTrace.Symmetric;
        }

        IOperation? receiver =
            call.Instance
            ?? (
                method.IsExtensionMethod || method.ContainingType is { Name: "MemoryExtensions" or "Array" }
                    ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value
                    : null
            );
        if (receiver is not null and not IInstanceReferenceOperation && Views.Contains(method.Name))
        {
            return call.Arguments.Any(argument =>
                argument.Value != receiver && method.Name is "AsSpan" or "AsMemory" && argument.ArgumentKind == ArgumentKind.Explicit
            )
                ? KernelTrace.Unknown
                : tracer.Trace(receiver);
        }

        if (Shapes.Contains(method.Name) && (receiver ?? call.Arguments.FirstOrDefault()?.Value) is { } flat)
        {
            return Reshape(call, flat, tracer.Trace(flat));
        }

        return receiver is null or IInstanceReferenceOperation
            ? Made(call.Arguments, IsFactory(method), tracer).Designed(method.Name)
            : KernelTrace.Unknown;
    }

    /// <summary>Reads a construction: an object around weights, or one that makes its own.</summary>
    public static KernelTrace Trace(IObjectCreationOperation creation, KernelTracer tracer)
    {
        if (creation.Initializer is { Initializers.IsEmpty: false })
        {
            return creation.Arguments.Any(argument => KernelTypes.MayHoldWeights(argument.Parameter?.Type))
                ? KernelTrace.Unknown
                : KernelTrace.Opaque;
        }

        return Made(creation.Arguments, true, tracer).Designed(creation.Type?.Name ?? "");
    }

    private static KernelTrace Made(ImmutableArray<IArgumentOperation> all, bool isWrapper, KernelTracer tracer)
    {
        ImmutableArray<IArgumentOperation> arguments = all.RemoveAll(argument => argument.Parameter?.RefKind == RefKind.Out);
        List<IArgumentOperation> weights = arguments
            .Where(argument =>
                argument.ArgumentKind != ArgumentKind.DefaultValue
                && KernelTypes.IsCollection(argument.Parameter?.Type)
                && !IsExtent(argument.Parameter!)
            )
            .ToList();
        if (weights.Count == 0)
        {
            weights = arguments
                .Where(argument =>
                    argument.ArgumentKind != ArgumentKind.DefaultValue
                    && KernelTypes.MayHoldWeights(Unwrapped(argument.Value)?.Type ?? argument.Parameter?.Type)
                )
                .ToList();
        }

        if (weights.Count == 0)
        {
            return KernelTrace.Opaque;
        }

        if (weights.Count > 1 || !isWrapper)
        {
            return KernelTrace.Unknown;
        }

        KernelTrace trace = tracer.Trace(weights[0].Value);
        return trace.Shape is { Length: 1 } line ? Shaped(trace, line[0], arguments) : trace;
    }

    /// <summary>A flat list becomes a matrix where its extents stand beside it.</summary>
    private static KernelTrace Shaped(KernelTrace trace, int length, ImmutableArray<IArgumentOperation> arguments)
    {
        List<int> extents = new();
        bool isWidthFirst = false;
        foreach (IArgumentOperation argument in arguments)
        {
            if (
                argument.Parameter is { } parameter
                && (IsInteger(parameter.Type) || IsExtent(parameter))
                && argument.ArgumentKind != ArgumentKind.DefaultValue
            )
            {
                isWidthFirst |=
                    extents.Count == 0
                    && (
                        parameter.Name.StartsWith("col", StringComparison.OrdinalIgnoreCase)
                        || parameter.Name.StartsWith("width", StringComparison.OrdinalIgnoreCase)
                    );
                ReversalReader.Integers(argument.Value, extents);
            }
        }

        if (isWidthFirst)
        {
            extents.Reverse();
        }

        int product = extents.Aggregate(1, (factor, extent) => unchecked(factor * extent));
        return extents.Count switch
        {
            0 => trace,
            1 when extents[0] * extents[0] == length => trace with { Shape = ImmutableArray.Create(extents[0], extents[0]) },
            _ when product == length => trace.Reshaped(extents.ToImmutableArray()),
            _ => trace with { Shape = null },
        };
    }

    private static KernelTrace Reshape(IInvocationOperation call, IOperation source, KernelTrace trace)
    {
        List<int> numbers = new();
        bool isConstant = call
            .Arguments.Where(argument => argument.Value != source && argument.ArgumentKind != ArgumentKind.DefaultValue)
            .All(argument => ReversalReader.Integers(argument.Value, numbers));
        if (!isConstant)
        {
            return trace.Reshaped(null);
        }

        switch (call.TargetMethod.Name)
        {
            case "squeeze":
                return trace.Reshaped(trace.Shape?.Where(extent => extent != 1).ToImmutableArray());
            case "unsqueeze" or "expand_dims":
                return
                    trace.Shape is { } shape
                    && numbers.Count == 1
                    && (numbers[0] < 0 ? numbers[0] + shape.Length + 1 : numbers[0]) is var axis
                    && axis >= 0
                    && axis <= shape.Length
                    ? trace.Reshaped(shape.Insert(axis, 1))
                    : trace.Reshaped(null);
            default:
                int open = numbers.IndexOf(-1);
                if (open >= 0 && trace.Shape is { } extents)
                {
                    int known = numbers.Where(number => number != -1).Aggregate(1, (factor, extent) => unchecked(factor * extent));
                    numbers[open] = known > 0 ? extents.Aggregate(1, (factor, extent) => unchecked(factor * extent)) / known : 0;
                }

                return trace.Reshaped(numbers.Count > 0 && numbers.TrueForAll(number => number > 0) ? numbers.ToImmutableArray() : null);
        }
    }

    private static bool IsExtent(IParameterSymbol parameter) =>
        parameter.Name is "dimensions" or "dims" or "shape" or "size" or "sizes" or "lengths" or "extents" or "order" or "kernelSize";

    private static bool IsInteger(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64;

    private static IOperation? Unwrapped(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
