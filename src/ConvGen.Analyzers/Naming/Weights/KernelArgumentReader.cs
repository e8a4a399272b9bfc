using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Weights;

/// <summary>What a method does to weights that are handed to it, or that it is called on.</summary>
internal static class KernelArgumentReader
{
    private static readonly string[] Writers =
    {
        "Fill",
        "Clear",
        "Copy",
        "BlockCopy",
        "Shuffle",
        "Randomize",
        "Normalize",
        "Exchange",
        "Resize",
        "Read",
        "Sort",
    };

    /// <summary>The events of an argument.</summary>
    public static IEnumerable<KernelEvent> Read(IArgumentOperation argument, bool isPart, MemberContext member)
    {
        if (argument.Parent is not IInvocationOperation call || argument.Parameter is not { } parameter)
        {
            return Enumerable.Empty<KernelEvent>();
        }

        IMethodSymbol method = call.TargetMethod;
        if (ReversalReader.IsInPlace(method))
        {
            return One(
                isPart ? KernelEventKind.Unknown : KernelEventKind.Reversal,
                call,
                null,
                KernelTypes.IsJagged(Type(argument.Value)) ? AxisFlips.Rows : AxisFlips.All
            );
        }

        if (ReversalReader.IsLibraryFlip(method) && ReversalReader.Destination(call) is { } destination)
        {
            return destination == argument ? One(KernelEventKind.Definition, call, call) : Enumerable.Empty<KernelEvent>();
        }

        if (parameter.RefKind == RefKind.Out || (parameter.Type.Name.Contains("Output") && !parameter.Type.Name.Contains("Input")))
        {
            return One(KernelEventKind.Definition, call, call);
        }

        return MayChange(method, parameter, call, member) ? One(KernelEventKind.Unknown, call) : Enumerable.Empty<KernelEvent>();
    }

    /// <summary>The events of a call on the weights themselves.</summary>
    public static IEnumerable<KernelEvent> ReadReceiver(IInvocationOperation call, bool isPart)
    {
        IMethodSymbol method = call.TargetMethod;
        if (ReversalReader.IsInPlace(method))
        {
            return One(
                isPart ? KernelEventKind.Unknown : KernelEventKind.Reversal,
                call,
                null,
                KernelTypes.IsJagged(call.Instance?.Type) ? AxisFlips.Rows : AxisFlips.All
            );
        }

        if (method is { Name: "Add", Parameters.Length: 1 })
        {
            return One(KernelEventKind.Fill, call, call.Arguments.FirstOrDefault()?.Value);
        }

        bool isHarmless = method.ReturnsVoid
            ? method.Name is "CopyTo" or "ForEach" or "Dispose" or "Save" or "EnsureCapacity" or "TrimExcess"
            : !method.Name.StartsWith("Set", StringComparison.Ordinal) && !method.Name.EndsWith("_", StringComparison.Ordinal);
        return isHarmless ? Enumerable.Empty<KernelEvent>() : One(KernelEventKind.Unknown, call);
    }

    private static bool MayChange(IMethodSymbol method, IParameterSymbol parameter, IInvocationOperation call, MemberContext member)
    {
        if (parameter.RefKind is RefKind.Ref)
        {
            return true;
        }

        bool isWriter = IsWriter(method.Name);
        if (IsCopy(method))
        {
            return parameter.Name.StartsWith("dest", StringComparison.OrdinalIgnoreCase) || parameter.Name == "dst";
        }

        if (
            (KernelTypes.IsReadOnly(parameter.Type) && !(isWriter && method.ReturnsVoid))
            || (method.ContainingType is { Name: "Enumerable" or "MemoryExtensions" } && !method.ReturnsVoid)
            || (InvocationTracer.IsFactory(method) && !method.ReturnsVoid)
        )
        {
            return false;
        }

        // A generated method, and one of the catalogue, reads its kernel.
        return member.Catalogue.Find(method, _ => null) is null
            && (method.ReturnsVoid || isWriter || method.DeclaringSyntaxReferences.Length > 0)
            && !ParameterEffects.OnlyReads(method, parameter, member.Cancellation);
    }

    /// <summary>Whether a method's name says that it changes what it is given.</summary>
    public static bool IsWriter(string name)
    {
        string method = name.Substring(name.LastIndexOf('.') + 1);
        return Array.Exists(Writers, word => method.StartsWith(word, StringComparison.OrdinalIgnoreCase)) || ReversalWords.Has(method);
    }

    private static bool IsCopy(IMethodSymbol method) =>
        method
            is {
                Name: "Copy" or "BlockCopy" or "CopyTo" or "TryCopyTo" or "ConstrainedCopy",
                ContainingType.Name: "Array" or "Buffer" or "MemoryExtensions"
            };

    private static ITypeSymbol? Type(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation.Type;
    }

    private static KernelEvent[] One(
        KernelEventKind kind,
        IOperation operation,
        IOperation? value = null,
        AxisFlips axes = AxisFlips.None
    ) => new[] { new KernelEvent(kind, operation, value, axes) };
}
