using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>A call, a construction or a method reference whose operation is known.</summary>
/// <param name="Call">Where it stands.</param>
/// <param name="Callee">The method, as declared.</param>
/// <param name="Entry">What it computes, given its constant arguments, and from where that is known.</param>
/// <param name="Claim">The name that its result answers to, if that name says an operation.</param>
/// <param name="Kernel">The kernel that it is given.</param>
internal sealed record CallReading(IOperation Call, IMethodSymbol Callee, CatalogueEntry Entry, NameClaim? Claim, KernelReading Kernel)
{
    /// <summary>The argument that the kernel was read from; null where none is given.</summary>
    public IOperation? KernelArgument { get; init; }

    /// <summary>What the callee does to the kernel that it is given, where that is one of the two operations.</summary>
    public OperationKind? Computed =>
        Entry.Operation switch
        {
            ComputedOperation.Convolution => OperationKind.Convolution,
            ComputedOperation.Correlation => OperationKind.Correlation,
            _ => null,
        };

    /// <summary>
    /// What comes out for the kernel as it was written or received: reversing it first turns one operation into the other.
    /// </summary>
    public OperationKind? Effective =>
        (Computed, Kernel.Orientation) switch
        {
            (OperationKind.Convolution, Orientation.AsWritten) or (OperationKind.Correlation, Orientation.Reversed) =>
                OperationKind.Convolution,
            (OperationKind.Correlation, Orientation.AsWritten) or (OperationKind.Convolution, Orientation.Reversed) =>
                OperationKind.Correlation,
            _ => null,
        };

    /// <summary>Whether the kernel was reversed for a callee that reverses it anyway, where a convolution is named.</summary>
    public bool IsReversedTwice =>
        Claim is { Operation: OperationKind.Convolution }
        && Computed == OperationKind.Convolution
        && Kernel.Orientation == Orientation.Reversed;
}
