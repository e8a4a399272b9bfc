using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Execution;
using ConvGen.Analyzers.Naming.Execution.Values;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Solving;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Sums;
using ConvGen.Analyzers.Naming.Names;
using ConvGen.Analyzers.Naming.Weights;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops;

/// <summary>Finds the sums of products in a body that slide one array over another, and solves which way the indices run.</summary>
internal static class LoopReader
{
    /// <summary>
    /// A member with more sums was generated. Each sum asks what the others write, which takes the square of their number.
    /// </summary>
    public const int MostSums = 200;

    private const int MostAxes = 3;

    /// <summary>
    /// The loops with a name whose directions are proven, in the order in which they stand. Anything that is not proven is left out.
    /// </summary>
    public static ImmutableArray<LoopReading> Read(MemberContext member)
    {
        LoopBody? body = null;
        Cases? cases = null;
        ImmutableArray<LoopReading>.Builder readings = ImmutableArray.CreateBuilder<LoopReading>();
        foreach (IOperation operation in member.Tree.All)
        {
            if (
                operation
                is not (
                    ICompoundAssignmentOperation
                    or ISimpleAssignmentOperation
                    or IVariableDeclaratorOperation
                    or IReturnOperation
                    or IInvocationOperation { TargetMethod.Name: "Sum" or "Dot" }
                )
            )
            {
                continue;
            }

            member.Cancellation.ThrowIfCancellationRequested();
            if (body is null && !IsReadable(member.Tree))
            {
                break;
            }

            body ??= new LoopBody(member.Tree);
            cases ??= new Cases(body);
            LoopReading? reading = Read(operation, body, member) ?? ReadCases(operation, cases, member);
            if (reading is not null && !readings.Any(other => IsSameKernel(other, reading)))
            {
                readings.Add(reading);
            }
        }

        return ExecutionReadings.Complete(readings.ToImmutable(), member);
    }

    /// <summary>
    /// Whether anything is multiplied at all, as in most members that only call others it is not; and not so much that only a generator
    /// writes it.
    /// </summary>
    private static bool IsReadable(BodyTree tree)
    {
        bool hasProduct = false;
        foreach (IOperation operation in tree.All)
        {
            hasProduct |=
                operation
                    is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply }
                        or IInvocationOperation
                        {
                            TargetMethod.Name: "Multiply" or "FusedMultiplyAdd" or "MultiplyAdd" or "MultiplyAddEstimate" or "Dot"
                        };
        }

        return hasProduct && IsWritten(tree);
    }

    /// <summary>Whether a person may have written so many sums.</summary>
    public static bool IsWritten(BodyTree tree)
    {
        int sums = 0;
        foreach (IOperation operation in tree.All)
        {
            sums +=
                operation is ICompoundAssignmentOperation or ISimpleAssignmentOperation && SumReader.AddedBy(operation) is not null ? 1 : 0;
        }

        return sums <= MostSums;
    }

    private static LoopReading? Read(IOperation operation, LoopBody body, MemberContext member)
    {
        SumReader reader = new(body);
        Accumulation? sum = operation is IInvocationOperation ? new SequenceReader(body, reader).Read(operation) : reader.Read(operation);
        return sum is not null ? Read(sum, body, member) : ReadUnrolled(operation, body, member);
    }

    /// <summary>
    /// A sum in which a condition chooses the axis: whatever the condition is, the indices must provably run the same ways.
    /// </summary>
    private static LoopReading? ReadCases(IOperation operation, Cases cases, MemberContext member)
    {
        if (SumReader.AddedBy(operation) is null)
        {
            return null;
        }

        foreach ((LoopBody ifTrue, LoopBody ifFalse) in cases.Bodies)
        {
            if (
                Read(operation, ifTrue, member) is { } one
                && Read(operation, ifFalse, member) is { } other
                && IsSameKernel(one, other)
                && one.Kernel.Orientation == other.Kernel.Orientation
            )
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>A sum that is written out, in a loop or for one sample.</summary>
    private static LoopReading? ReadUnrolled(IOperation operation, LoopBody body, MemberContext member)
    {
        if (
            new UnrolledReader(body).Read(operation) is not var (product, source, kernel, axes)
            || !AreUsable(source, kernel, true)
            || ClaimReader.ReadLoop(product, member) is not { } claim
            || KernelReader.Read(kernel.Collection, member) is not { Orientation: not Orientation.Unknown } weights
            || KernelReader.Read(source.Collection, member).Orientation is Orientation.Reversed or Orientation.ReversedOnOneAxis
        )
        {
            return null;
        }

        ImmutableArray<TapAxis> taps = axes.Select(static axis => new TapAxis(static () => "", axis.IsOpposite)).ToImmutableArray();
        return new LoopReading(
            operation,
            product,
            source.Name,
            kernel.Name,
            kernel.Syntax,
            DesignWords.Read(weights, claim, member),
            taps,
            claim
        );
    }

    /// <summary>Red, green and blue are one filter.</summary>
    private static bool IsSameKernel(LoopReading one, LoopReading other) =>
        one.KernelName == other.KernelName
        && one.Claim.Name == other.Claim.Name
        && one.Axes.Select(axis => axis.IsOpposite).SequenceEqual(other.Axes.Select(axis => axis.IsOpposite));

    private static LoopReading? Read(Accumulation sum, LoopBody body, MemberContext member)
    {
        // A sum that no name speaks of has nothing to contradict.
        if (
            ClaimOf(sum, member) is not { } claim
            || sum.First.IsOf(sum.Second)
            || IsWritten(sum, body)
            || new AxisSolver(body, sum).Solve() is not { Length: > 0 and <= MostAxes } axes
        )
        {
            return null;
        }

        bool isFirstSource = axes[0].IsFirstSource;
        if (
            axes.All(axis => axis.IsOpposite)
            && IsNamedOtherWay(isFirstSource ? sum.First : sum.Second, isFirstSource ? sum.Second : sum.First)
        )
        {
            // In a convolution both play the same part; the one that is called a kernel is.
            isFirstSource = !isFirstSource;
        }

        ElementAccess source = isFirstSource ? sum.First : sum.Second;
        ElementAccess kernel = isFirstSource ? sum.Second : sum.First;
        if (!AreUsable(source, kernel, isFirstSource == axes[0].IsFirstSource))
        {
            return null;
        }

        KernelReading weights = KernelReader.Read(kernel.Collection, member);
        KernelReading data = KernelReader.Read(source.Collection, member);
        if (weights.Orientation == Orientation.Unknown || data.Orientation is Orientation.Reversed or Orientation.ReversedOnOneAxis)
        {
            return null;
        }

        if (data.Symmetry == Symmetry.Symmetric)
        {
            // Two symmetric ways to look at it: what slides may be either.
            weights = weights with
            {
                Symmetry = Symmetry.Symmetric,
            };
        }

        ImmutableArray<TapAxis> taps = Taps(axes, body, source, kernel, isFirstSource);
        return new LoopReading(
            sum.Sum,
            sum.Product,
            source.Name,
            kernel.Name,
            kernel.Syntax,
            DesignWords.Read(weights, claim, member),
            taps,
            claim
        );
    }

    private static ImmutableArray<TapAxis> Taps(
        ImmutableArray<AxisSign> axes,
        LoopBody body,
        ElementAccess source,
        ElementAccess kernel,
        bool isFirstSource
    ) =>
        axes.Select(axis =>
            {
                SyntaxNode inSource = source.Subscripts[isFirstSource ? axis.FirstDimension : axis.SecondDimension];
                SyntaxNode inKernel = kernel.Subscripts[isFirstSource ? axis.SecondDimension : axis.FirstDimension];
                return new TapAxis(() => IndexNames.NameOf(body, axis.Tap, inKernel, inSource), axis.IsOpposite);
            })
            .ToImmutableArray();

    private static bool IsNamedOtherWay(ElementAccess source, ElementAccess kernel) =>
        BorderWords.IsKernel(source.Name) && !BorderWords.IsKernel(kernel.Name);

    /// <summary>What was turned around under its name, or is folded so that both halves are the same, proves nothing.</summary>
    private static bool AreUsable(ElementAccess source, ElementAccess kernel, bool isByOutput) =>
        !BorderWords.IsTurned(source.Collection.Syntax.ToString())
        && !BorderWords.IsTurned(kernel.Collection.Syntax.ToString())
        && !kernel.IsCall
        && ((isByOutput ? kernel : source).Folds & ~IndexFolds.Wrap) == 0;

    /// <summary>An array that changes while it is read is a delay line, or feeds back.</summary>
    private static bool IsWritten(Accumulation sum, LoopBody body)
    {
        IOperation[] around = [.. sum.Taps.Concat(sum.Outer)];
        return sum.Targets.Any(target => target.IsOf(sum.First) || target.IsOf(sum.Second))
            || around.Any(loop => !around.Any(other => other != loop && Order.Contains(other, loop)) && HasWrite(loop, sum, body));
    }

    private static bool HasWrite(IOperation loop, Accumulation sum, LoopBody body)
    {
        foreach (IOperation operation in body.Tree.Within(loop))
        {
            if (
                operation is IAssignmentOperation assignment
                && Unwrapped.Of(assignment.Target) is not (ILocalReferenceOperation or IParameterReferenceOperation)
                && body.Elements.Read(assignment.Target) is { } written
                && (written.IsOf(sum.First) || written.IsOf(sum.Second))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name nearest to the sum: where it is added up, where it is stored, then the member around.</summary>
    private static NameClaim? ClaimOf(Accumulation sum, MemberContext member)
    {
        NameClaim? first = ClaimReader.ReadLoop(sum.Product, member);
        if (first?.Symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol)
        {
            return first;
        }

        foreach (IOperation store in sum.Stores)
        {
            IOperation? value = store switch
            {
                IAssignmentOperation assignment => assignment.Value,
                IVariableDeclaratorOperation { Initializer: { } initializer } => initializer.Value,
                _ => null,
            };
            if (
                value is not null
                && ClaimReader.ReadLoop(value, member) is { Symbol: ILocalSymbol or IFieldSymbol or IPropertySymbol } stored
            )
            {
                return stored;
            }
        }

        return first;
    }
}
