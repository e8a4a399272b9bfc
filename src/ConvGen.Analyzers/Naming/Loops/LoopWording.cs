using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using OperationKind = ConvGen.Generator.Model.OperationKind;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>What a loop computes, in words and as a diagnostic.</summary>
internal static class LoopWording
{
    /// <summary>What a loop computes, the kernel's earlier reversal included; null for neither.</summary>
    public static OperationKind? Effective(LoopReading loop)
    {
        bool isOpposite = loop.Axes[0].IsOpposite;
        if (loop.Axes.Any(axis => axis.IsOpposite != isOpposite) || loop.Kernel.Orientation == Orientation.ReversedOnOneAxis)
        {
            return null;
        }

        return isOpposite != (loop.Kernel.Orientation == Orientation.Reversed) ? OperationKind.Convolution : OperationKind.Correlation;
    }

    /// <summary>The operation with its article.</summary>
    public static string Noun(OperationKind operation) => operation == OperationKind.Convolution ? "a convolution" : "a correlation";

    /// <summary>Which way the indices run: "'i' and 'j' run the same way in 'image' and in 'kernel'".</summary>
    public static string Directions(LoopReading loop, IEnumerable<TapAxis> axes, bool isOpposite)
    {
        string[] names = [.. axes.Select(axis => axis.Index).Where(name => name.Length > 0).Distinct().Select(name => $"'{name}'")];
        string subject = names.Length switch
        {
            0 => axes.Skip(1).Any() ? "the indices over the taps run" : "the index over the taps runs",
            1 => $"{names[0]} runs",
            _ => $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]} run",
        };
        return $"{subject} {(isOpposite ? "opposite ways" : "the same way")} in '{loop.SourceName}' and in '{loop.KernelName}'";
    }

    /// <summary>A diagnostic at the product, with the name and the kernel for fixes.</summary>
    public static Diagnostic Diagnostic(
        DiagnosticDescriptor descriptor,
        LoopReading loop,
        NameClaim claim,
        OperationKind computed,
        params object[] arguments
    ) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor,
            loop.Product.Syntax.GetLocation(),
            claim.Local is { } local
                ? ImmutableArray.Create(claim.Location, loop.KernelAccess.GetLocation(), local)
                : ImmutableArray.Create(claim.Location, loop.KernelAccess.GetLocation()),
            NamingProperties.Of(claim, computed).Add(NamingProperties.Indices, IndicesToTurn(loop, claim)),
            arguments
        );

    /// <summary>
    /// The indices whose direction in the kernel is not the one that the name says; none where one of them has no name, as the others alone
    /// would leave neither operation.
    /// </summary>
    private static string? IndicesToTurn(LoopReading loop, NameClaim claim)
    {
        bool isOpposite = (claim.Operation == OperationKind.Convolution) != (loop.Kernel.Orientation == Orientation.Reversed);
        string[] names = [.. loop.Axes.Where(axis => axis.IsOpposite != isOpposite).Select(axis => axis.Index).Distinct()];
        return loop.Kernel.Orientation == Orientation.ReversedOnOneAxis || names.Contains("") ? null : string.Join(",", names);
    }
}
