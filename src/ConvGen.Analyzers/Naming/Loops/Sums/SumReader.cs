using System.Collections.Immutable;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using ConvGen.Analyzers.Naming.Loops.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Sums;

/// <summary>Finds what loops add up: <c>sum += a * b</c>, its longer forms, and where the sum goes.</summary>
internal sealed class SumReader(LoopBody body)
{
    private readonly ProductReader products = new(body);

    /// <summary>The sum that an operation adds to, or null.</summary>
    public Accumulation? Read(IOperation operation)
    {
        if (AddedBy(operation) is not var (target, added) || products.ProductOf(added) is not { } product)
        {
            return null;
        }

        ILoopOperation[] loops = Order.LoopsAround(operation);
        if (loops.Length == 0 || products.Factors(product, loops) is not var (first, second))
        {
            return null;
        }

        Destination destination = Follow(operation, target, loops);
        return destination.Taps.IsEmpty && destination.Targets.IsEmpty
            ? null
            : new Accumulation(
                operation,
                product,
                first,
                second,
                destination.Targets,
                destination.Taps,
                loops.Except(destination.Taps).ToImmutableArray(),
                destination.Stores
            );
    }

    /// <summary>Where the value of an expression goes: into an element, or into a variable and from there on.</summary>
    public Destination DestinationOf(IOperation value)
    {
        IOperation? parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IBinaryOperation or IVariableInitializerOperation)
        {
            parent = parent.Parent;
        }

        ILoopOperation[] loops = Order.LoopsAround(value);
        return parent switch
        {
            ICompoundAssignmentOperation or ISimpleAssignmentOperation when AddedBy(parent) is var (target, _) => Follow(
                parent,
                target,
                loops
            ),
            ISimpleAssignmentOperation assignment
                when Unwrapped.Of(assignment.Target) is not ILocalReferenceOperation
                    && body.Elements.Read(assignment.Target) is { } element => new Destination(
                ImmutableArray<IOperation>.Empty,
                ImmutableArray.Create(element),
                ImmutableArray.Create(parent)
            ),
            ISimpleAssignmentOperation assignment when WriteReader.VariableOf(assignment.Target) is { } variable => FollowVariable(
                variable,
                parent,
                loops,
                0
            ) with
            {
                Taps = ImmutableArray<IOperation>.Empty,
            },
            IVariableDeclaratorOperation declarator => FollowVariable(declarator.Symbol, parent, loops, 0) with
            {
                Taps = ImmutableArray<IOperation>.Empty,
            },
            _ => new Destination(ImmutableArray<IOperation>.Empty, ImmutableArray<ElementAccess>.Empty, ImmutableArray<IOperation>.Empty),
        };
    }

    /// <summary>What an operation adds to, and what it adds.</summary>
    public static (IOperation Target, IOperation Added)? AddedBy(IOperation operation)
    {
        if (operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } compound)
        {
            return (compound.Target, compound.Value);
        }

        if (operation is not ISimpleAssignmentOperation assignment)
        {
            return null;
        }

        switch (Unwrapped.Of(assignment.Value))
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return IsTarget(sum.LeftOperand) ? (assignment.Target, sum.RightOperand)
                    : IsTarget(sum.RightOperand) ? (assignment.Target, sum.LeftOperand)
                    : null;
            case IInvocationOperation
            {
                TargetMethod.Name: "FusedMultiplyAdd" or "MultiplyAdd" or "MultiplyAddEstimate",
                Arguments.Length: 3
            } fused when IsTarget(fused.Arguments[2].Value):
                return (assignment.Target, fused);
            default:
                return null;
        }

        bool IsTarget(IOperation operand) => WrittenText.IsSame(Unwrapped.Of(operand)!.Syntax, assignment.Target.Syntax);
    }

    private Destination Follow(IOperation operation, IOperation target, ILoopOperation[] loops)
    {
        ImmutableArray<IOperation> stores = ImmutableArray.Create(operation);
        if (Unwrapped.Of(target) is not ILocalReferenceOperation && body.Elements.Read(target) is { } element)
        {
            int reset = ResetOf(element, operation, loops);
            if (reset < 0)
            {
                // Without a new beginning the sum runs over the loops that do not choose its element. One that is chosen by nothing is as
                // good as a variable.
                bool isFixed = element.Indices.All(index => index.Polynomial.Constant is not null);
                return new Destination(
                    loops.Where(loop => !element.Varies(loop)).ToImmutableArray<IOperation>(),
                    isFixed ? ImmutableArray<ElementAccess>.Empty : ImmutableArray.Create(element),
                    stores
                );
            }

            bool isOuter = loops.Skip(reset).Any(element.Varies);
            return new Destination(
                loops.Take(reset).ToImmutableArray<IOperation>(),
                isOuter ? ImmutableArray.Create(element) : ImmutableArray<ElementAccess>.Empty,
                stores
            );
        }

        IOperation holder = Unwrapped.Of(target)!;
        while (holder is IMemberReferenceOperation { Instance: { } instance } && instance is not IInstanceReferenceOperation)
        {
            holder = Unwrapped.Of(instance)!;
        }

        return WriteReader.VariableOf(holder) is { } sum
            ? FollowVariable(sum, operation, loops, 0)
            : new Destination(ImmutableArray<IOperation>.Empty, ImmutableArray<ElementAccess>.Empty, stores);
    }

    private Destination FollowVariable(ISymbol sum, IOperation operation, ILoopOperation[] loops, int depth)
    {
        int taps = Array.FindIndex(
            loops,
            loop =>
                body.WritesTo(sum)
                    .Any(write =>
                        write.Kind != WriteKind.Step && Order.IsRepeated(loop, write.Operation) && AddedBy(write.Operation) is null
                    ) || (sum is ILocalSymbol local && IsDeclaredIn(local, loop))
        );
        taps = taps < 0 ? loops.Length : taps;
        IOperation around = taps == loops.Length ? body.Tree.Root : loops[taps];

        ImmutableArray<ElementAccess>.Builder targets = ImmutableArray.CreateBuilder<ElementAccess>();
        ImmutableArray<IOperation>.Builder stores = ImmutableArray.CreateBuilder<IOperation>();
        HashSet<ISymbol> carriers = new(SymbolEqualityComparer.Default) { sum };
        foreach (IOperation place in body.Tree.Within(around))
        {
            (IOperation? written, IOperation? value) = Written(place);
            if (
                value is null
                || place.Syntax.SpanStart < operation.Syntax.SpanStart
                || Order.Contains(place, operation)
                || !Uses(value, carriers)
            )
            {
                continue;
            }

            stores.Add(place);
            if (written is not null && Unwrapped.Of(written) is not ILocalReferenceOperation && body.Elements.Read(written) is { } element)
            {
                targets.Add(element);
            }
            else if (place is IVariableDeclaratorOperation declarator)
            {
                carriers.Add(declarator.Symbol);
            }
            else if (WriteReader.VariableOf(written) is { } next && !SymbolEqualityComparer.Default.Equals(next, sum))
            {
                carriers.Add(next);
                if (AddedBy(place) is not null && depth < 3)
                {
                    // A row's sum is added to the whole one.
                    ILoopOperation[] outside = Order.LoopsAround(place);
                    Destination whole = FollowVariable(next, place, outside, depth + 1);
                    return whole with { Taps = loops.Except(outside).Concat(whole.Taps).ToImmutableArray() };
                }
            }
        }

        return new Destination(loops.Take(taps).ToImmutableArray<IOperation>(), targets.ToImmutable(), stores.ToImmutable());
    }

    private bool Uses(IOperation value, HashSet<ISymbol> carriers)
    {
        if (WriteReader.VariableOf(value) is { } whole && carriers.Contains(whole))
        {
            return true;
        }

        foreach (IOperation part in body.Tree.Within(value))
        {
            if (WriteReader.VariableOf(part) is { } used && carriers.Contains(used))
            {
                return true;
            }
        }

        return false;
    }

    private static (IOperation? Written, IOperation? Value) Written(IOperation place) =>
        place switch
        {
            ISimpleAssignmentOperation assignment => (assignment.Target, assignment.Value),
            ICompoundAssignmentOperation assignment => (assignment.Target, assignment.Value),
            IVariableDeclaratorOperation { Initializer: { } initializer } => (null, initializer.Value),
            _ => (null, null),
        };

    private static bool IsDeclaredIn(ILocalSymbol local, ILoopOperation loop) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && loop.Body.Syntax.Span.Contains(declaration.Span);

    /// <summary>The first loop, from the inside, in which the elements are set anew; -1 where there is none.</summary>
    private int ResetOf(ElementAccess element, IOperation operation, ILoopOperation[] loops) =>
        Array.FindIndex(
            loops,
            loop => (element.Symbol is ILocalSymbol local && IsDeclaredIn(local, loop)) || IsSetIn(loop.Body, element, operation)
        );

    private bool IsSetIn(IOperation round, ElementAccess element, IOperation operation)
    {
        foreach (IOperation place in body.Tree.Within(round))
        {
            if (
                place is ISimpleAssignmentOperation assignment
                && assignment != operation
                && AddedBy(assignment) is null
                && Order.IsBefore(assignment, operation)
                && Unwrapped.Of(assignment.Target) is not ILocalReferenceOperation
                && body.Elements.Read(assignment.Target) is { } other
                && other.IsOf(element)
            )
            {
                return true;
            }
        }

        return false;
    }
}
