using System.Collections.Immutable;
using System.Numerics;
using ConvGen.CodeFixes.Lifting.Exact;
using ConvGen.CodeFixes.Lifting.Writing;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.CodeFixes.Lifting.Nests;

/// <summary>Finds the declaration that computes what a nest of loops computes, bit for bit; null where that is not proven.</summary>
internal sealed class LoopSolver
{
    private readonly LoopNest nest;
    private readonly LoopScope scope;
    private readonly SlidingNest sliding;

    private LoopSolver(LoopNest nest, LoopScope scope, SlidingNest sliding)
    {
        this.nest = nest;
        this.scope = scope;
        this.sliding = sliding;
    }

    public static LoopSolution? Solve(LoopNest nest, LoopScope scope) =>
        Solve(nest, scope, nest.Product.Left, nest.Product.Right) ?? Solve(nest, scope, nest.Product.Right, nest.Product.Left);

    private static LoopSolution? Solve(LoopNest nest, LoopScope scope, LoopElement source, LoopElement kernel)
    {
        bool isKernel =
            kernel.Inside.IsEmpty
            && (
                scope.Kernels.ContainsKey(kernel.Array)
                || (kernel.Array is IParameterSymbol && (kernel.Index.Length == 1 || scope.Extents.ContainsKey(kernel.Array)))
            );
        bool isSource =
            source.Array is IParameterSymbol { RefKind: RefKind.None }
            && !SymbolEqualityComparer.Default.Equals(source.Array, kernel.Array)
            && IsFactor(source, nest)
            && IsFactor(kernel, nest);
        return isKernel && isSource && SlidingNest.Of(nest, source, kernel, scope) is { } sliding
            ? new LoopSolver(nest, scope, sliding).Solve()
            : null;
    }

    /// <summary>Whether a factor is multiplied in the type of the product.</summary>
    private static bool IsFactor(LoopElement element, LoopNest nest) =>
        SymbolEqualityComparer.Default.Equals(element.Type, nest.Product.Type);

    private LoopSolution? Solve()
    {
        ISymbol target = nest.Target.Array;
        bool isFresh = target is ILocalSymbol && scope.Extents.ContainsKey(target);
        if (
            (!isFresh && (nest.NeedsZeros || target is not IParameterSymbol || nest.Target.Index.Length > 1))
            || SymbolEqualityComparer.Default.Equals(target, sliding.Source.Array)
            || SymbolEqualityComparer.Default.Equals(target, sliding.Kernel.Array)
        )
        {
            return null;
        }

        ImmutableArray<AxisPosition> positions = Positions();
        List<ExactIndex> guards = [.. sliding.Guards];
        bool isFlat = positions.Length == 2 && sliding.Source.Index.Length == 1;
        ImmutableArray<LiftedAxis> axes =
        [
            .. positions
                .Select(position => ExactAxisSolver.Solve(position.Question, position.Length, guards, !isFlat))
                .OfType<LiftedAxis>(),
        ];
        if (
            positions.IsEmpty
            || axes.Length != positions.Length
            || guards.Count > 0
            || !IsStored(positions, axes)
            || !HasExactExtents(axes)
        )
        {
            return null;
        }

        OutputMode[] modes = [.. axes.Select(static axis => axis.Mode).OfType<OutputMode>().Distinct()];
        BorderMode[] borders = [.. axes.Select(static axis => axis.Border).OfType<BorderMode>().Distinct()];

        // Of an empty source, Full writes nothing; the loops would write zeros to a target that has another content.
        if (modes.Length > 1 || borders.Length > 1 || !UsesAllTaps(positions) || (!isFresh && modes.Contains(OutputMode.Full)))
        {
            return null;
        }

        bool? isReversed = IsReversed(positions, out bool isKnown);
        return isKnown ? Finish(axes, modes.FirstOrDefault(), borders.FirstOrDefault(), isReversed, IsInOrder(positions)) : null;
    }

    /// <summary>The axes' subscripts, outermost first; a flat image's subscript is taken apart by its width.</summary>
    private ImmutableArray<AxisPosition> Positions()
    {
        ImmutableArray<ExactIndex> index = sliding.Source.Index;
        if (index.Length == 1 && sliding.Outputs.Length == 2)
        {
            foreach (VariableAtom width in index[0].Atoms.OfType<VariableAtom>())
            {
                if (
                    index[0].Split(width) is var (row, column)
                    && Position(row, null) is { } vertical
                    && Position(column, ExactIndex.Of(width)) is { } horizontal
                    && vertical.Question.Output != horizontal.Question.Output
                )
                {
                    return [vertical, horizontal];
                }
            }

            return [];
        }

        AxisPosition?[] all =
        [
            .. index.Select(
                (form, axis) => Position(form, index.Length == 1 ? null : ExactIndex.Of(new ExtentAtom(sliding.Source.Array, axis)))
            ),
        ];
        return all.Length == sliding.Outputs.Length && all.All(static position => position is not null)
            ? [.. all.OfType<AxisPosition>()]
            : [];
    }

    private AxisPosition? Position(ExactIndex form, ExactIndex? length)
    {
        ExactIndex inner = form.Atom is FoldedAtom folded ? folded.Inner : form;
        OutputRange[] outputs = [.. sliding.Outputs.Where(output => inner.Contains(output.Variable))];
        TapRange[] taps = [.. sliding.Taps.Where(tap => inner.Contains(tap.Variable))];
        return outputs.Length == 1 && taps.Length <= 1
            ? new AxisPosition(
                new AxisQuestion(
                    form,
                    outputs[0].Variable,
                    outputs[0].First,
                    outputs[0].Count,
                    taps.FirstOrDefault()?.Variable,
                    taps.FirstOrDefault()?.From ?? 0,
                    taps.FirstOrDefault()?.To ?? 0
                ),
                length
            )
            : null;
    }

    /// <summary>Whether output n goes to place n of the target.</summary>
    private bool IsStored(ImmutableArray<AxisPosition> positions, ImmutableArray<LiftedAxis> axes)
    {
        ImmutableArray<ExactIndex> numbers =
        [
            .. positions.Select(static position => ExactIndex.Of(position.Question.Output) - ExactIndex.Of(position.Question.First)),
        ];
        ImmutableArray<ExactIndex> target = sliding.Target;
        return target.Length == numbers.Length
            ? target.SequenceEqual(numbers)
            : target.Length == 1 && target[0].Equals((numbers[0] * axes[1].Outputs) + numbers[1]);
    }

    /// <summary>An array of two dimensions made here must have the shape of the result; a flat one need only be large enough.</summary>
    private bool HasExactExtents(ImmutableArray<LiftedAxis> axes) =>
        sliding.Target.Length == 1
        || (
            scope.Extents.TryGetValue(nest.Target.Array, out ImmutableArray<ExactIndex> extents)
            && extents.SequenceEqual(axes.Select(static axis => axis.Outputs))
        );

    private bool UsesAllTaps(ImmutableArray<AxisPosition> positions) =>
        sliding.Taps.All(tap => positions.Count(position => position.Question.Tap == tap.Variable) == 1);

    private bool? IsReversed(ImmutableArray<AxisPosition> positions, out bool isKnown)
    {
        ConstantKernel? constant = scope.Kernels.TryGetValue(sliding.Kernel.Array, out ConstantKernel? found) ? found : null;
        ImmutableArray<(ExactAtom? Variable, BigInteger First, BigInteger Last)> taps =
        [
            .. positions.Select(static position =>
            {
                AxisQuestion question = position.Question;
                return position.IsBackwards ? (question.Tap, question.To, question.From) : (question.Tap, question.From, question.To);
            }),
        ];
        BigInteger[] extents = scope.Extents.TryGetValue(sliding.Kernel.Array, out ImmutableArray<ExactIndex> known)
            ? [.. known.Select(static extent => extent.Constant).OfType<BigInteger>()]
            : [];
        bool? isReversed = KernelMapper.IsReversed(
            sliding.Kernel.Index,
            constant?.Columns ?? (extents.Length == 2 ? (int)extents[1] : 0),
            taps,
            out isKnown
        );
        BigInteger count = taps.Aggregate(BigInteger.One, static (product, tap) => product * (BigInteger.Abs(tap.Last - tap.First) + 1));

        // Every weight of a kernel whose size is known must be used.
        isKnown &= extents.Length == 0 || extents.Aggregate(BigInteger.One, static (product, extent) => product * extent) == count;
        return isReversed;
    }

    /// <summary>Whether taps are visited in the order in which they lie in the source, row by row.</summary>
    private bool IsInOrder(ImmutableArray<AxisPosition> positions)
    {
        IEnumerable<AxisPosition> used = positions.Where(static position =>
            position.Question is { Tap: not null } question && question.From != question.To
        );
        IEnumerable<TapRange> visited = sliding.Taps.Where(static tap => tap.From != tap.To);
        return used.Select(static position => (ExactAtom)position.Question.Tap!).SequenceEqual(visited.Select(static tap => tap.Variable))
            && used.Zip(visited, static (position, tap) => position.IsBackwards != tap.IsAscending).All(static isForwards => isForwards);
    }

    private LoopSolution? Finish(ImmutableArray<LiftedAxis> axes, OutputMode mode, BorderMode border, bool? isReversed, bool isInOrder)
    {
        ConstantKernel? constant = scope.Kernels.TryGetValue(sliding.Kernel.Array, out ConstantKernel? found) ? found : null;
        IParameterSymbol? kernel = constant is null ? sliding.Kernel.Array as IParameterSymbol : null;
        if (
            (constant is null && kernel is null)
            || SumProof.TypeOf(nest.Sum) is not { } sum
            || SumProof.TypeOf(nest.Product.Type) is not { } product
            || SumProof.TypeOf(sliding.Source.Element) is not { } source
            || SumProof.TypeOf(nest.Target.Element) is not { } target
            || WeightWriter.Write(constant, product) is not { } weights
        )
        {
            return null;
        }

        LoopSolution solution = new(
            (IParameterSymbol)sliding.Source.Array,
            kernel,
            nest.Target.Array,
            axes,
            mode,
            border,
            isReversed,
            weights,
            1,
            sum.IsFloating() ? sum : null
        );
        if (sum.IsFloating())
        {
            return isInOrder && IsPlain(axes, border, kernel, product == sum && target.IsFloating()) ? solution : null;
        }

        if (kernel is not null && (SumProof.TypeOf(sliding.Kernel.Element) is not { } runTime || runTime.IsFloating()))
        {
            return null;
        }

        (BigInteger smallest, BigInteger largest) = Range(
            source,
            weights,
            kernel is null ? null : SumProof.TypeOf(sliding.Kernel.Element),
            axes
        );
        return
            source.IsInteger()
            && SumProof.Divisor(nest.Steps, sum, product, smallest, largest, target) is { } divisor
            && (divisor == 1 || kernel is null)
            ? solution with
            {
                Divisor = divisor,
            }
            : null;
    }

    /// <summary>Whether nothing is done to a floating-point sum that a kernel would not do.</summary>
    private bool IsPlain(ImmutableArray<LiftedAxis> axes, BorderMode border, IParameterSymbol? kernel, bool keepsType)
    {
        // A tap that is left out adds nothing, and a weight of infinity times the zero outside would.
        bool skips = border == BorderMode.Constant && axes.Any(static axis => axis.Border is not null) && sliding.Source.Inside.IsEmpty;
        bool isPlain = nest.Steps.All(static step => step.Kind == FinishKind.Convert) && nest.Steps.Length <= 1 && keepsType;
        return isPlain && !(skips && kernel is not null);
    }

    private static (BigInteger Smallest, BigInteger Largest) Range(
        ElementType source,
        ImmutableArray<WrittenWeight> weights,
        ElementType? kernel,
        ImmutableArray<LiftedAxis> axes
    )
    {
        BigInteger taps = axes.Aggregate(BigInteger.One, static (count, axis) => count * axis.Size);
        IEnumerable<(BigInteger Low, BigInteger High, BigInteger Count)> factors = kernel is { } type
            ? [(type.Minimum(), type.Maximum(), taps)]
            : weights.Select(static weight => (weight.Value.Numerator, weight.Value.Numerator, BigInteger.One));
        BigInteger smallest = BigInteger.Zero;
        BigInteger largest = BigInteger.Zero;
        foreach ((BigInteger low, BigInteger high, BigInteger count) in factors)
        {
            BigInteger[] products = [low * source.Minimum(), low * source.Maximum(), high * source.Minimum(), high * source.Maximum()];
            smallest += count * products.Min();
            largest += count * products.Max();
        }

        return (smallest, largest);
    }

    /// <summary>An axis to be solved, with its length where that is known.</summary>
    private sealed record AxisPosition(AxisQuestion Question, ExactIndex? Length)
    {
        /// <summary>Whether the tap variable grows while the place in the source gets smaller.</summary>
        public bool IsBackwards
        {
            get
            {
                ExactIndex index = Question.Position.Atom is FoldedAtom folded ? folded.Inner : Question.Position;
                return Question.Tap is { } tap && index.FactorOf(tap).Sign < 0;
            }
        }
    }
}
