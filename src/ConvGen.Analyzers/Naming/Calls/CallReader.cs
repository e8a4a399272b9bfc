using System.Collections.Immutable;
using ConvGen.Analyzers.Catalogue;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using ConvGen.Analyzers.Naming.Weights.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Calls;

/// <summary>Finds the calls in a body whose operation is known.</summary>
internal static class CallReader
{
    private static readonly char[] Separator = { '|' };

    /// <summary>The calls whose result answers to a name that says an operation, in the order in which they stand.</summary>
    public static ImmutableArray<CallReading> Read(MemberContext member)
    {
        ImmutableArray<CallReading>.Builder readings = ImmutableArray.CreateBuilder<CallReading>();
        foreach (IOperation operation in member.Tree.All)
        {
            if (Callee(operation) is { } callee && Read(operation, callee, member) is { } reading)
            {
                readings.Add(reading);
            }
        }

        return readings.ToImmutable();
    }

    private static IMethodSymbol? Callee(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            IBinaryOperation { OperatorMethod: { } method } => method,
            _ => null,
        };

    private static CallReading? Read(IOperation operation, IMethodSymbol callee, MemberContext member)
    {
        CallArguments arguments = new(operation, member);
        if (
            member.Catalogue.Find(callee, arguments.Constant) is not { Use: not CatalogueUse.SymmetricKernel } entry
            || ClaimReader.Read(operation, member) is not { } claim
        )
        {
            return null;
        }

        List<IOperation> kernels = new();
        foreach (string name in entry.Kernel?.Split(Separator, StringSplitOptions.RemoveEmptyEntries) ?? Array.Empty<string>())
        {
            if (arguments.FindWritten(name.Trim()) is { } kernel)
            {
                kernels.Add(kernel);
            }
        }

        return new CallReading(operation, callee, entry, claim, DesignWords.Read(Kernel(entry, kernels, member), claim, member))
        {
            KernelArgument = kernels.FirstOrDefault(),
        };
    }

    private static KernelReading Kernel(CatalogueEntry entry, List<IOperation> arguments, MemberContext member)
    {
        if (entry.Weights is { } weights)
        {
            return KernelTrace.Opaque.ToReading() with { Symmetry = WeightSymmetry.Of(weights), Values = weights, Shape = entry.Shape };
        }

        return arguments.Count == 0
            ? KernelTrace.Opaque.ToReading()
            : arguments.Select(argument => KernelReader.Read(argument, member)).Aggregate(Product);
    }

    /// <summary>
    /// The two factors of a separable kernel as one. Which way a symmetric factor lies makes no difference; of two others, one alone that
    /// is
    /// reversed is a reversal on one axis.
    /// </summary>
    private static KernelReading Product(KernelReading first, KernelReading second)
    {
        Orientation orientation = (first, second) switch
        {
            ({ Orientation: Orientation.Unknown }, _) or (_, { Orientation: Orientation.Unknown }) => Orientation.Unknown,
            ({ Symmetry: Symmetry.Symmetric }, _) => second.Orientation,
            (_, { Symmetry: Symmetry.Symmetric }) => first.Orientation,
            _ => first.Orientation == second.Orientation ? first.Orientation : Orientation.ReversedOnOneAxis,
        };
        KernelReading reversed = first.Reversals.IsEmpty ? second : first;
        return new KernelReading(
            WeightSymmetry.Product(first.Symmetry, second.Symmetry),
            orientation,
            reversed.Symbol,
            null,
            null,
            first.Shape is { Length: 1 } columns && second.Shape is { Length: 1 } rows ? ImmutableArray.Create(rows[0], columns[0]) : null,
            first.Reversals.AddRange(second.Reversals)
        );
    }
}
