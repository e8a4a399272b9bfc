using System.Collections.Immutable;
using System.Globalization;
using ConvGen.Analyzers.Naming.Loops.Elements;
using ConvGen.Analyzers.Naming.Loops.Subscripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConvGen.Analyzers.Naming.Loops.Writes;

/// <summary>
/// Reads the value that an integer variable or a pointer has at a place, as a polynomial over the counters of the loops around.
/// </summary>
internal sealed class VariableReader(LoopBody body)
{
    // Definitions that refer to each other in a circle end here, as something that varies.
    private const int DeepestChain = 24;

    // A subscript is read for the element, for its reset and for what is written meanwhile.
    private readonly Dictionary<IOperation, IndexValue> known = [];
    private int depth;

    /// <summary>The value of a variable at a place.</summary>
    public IndexValue Read(ISymbol variable, IOperation place) =>
        body.BoundIndex(variable) ?? (known.TryGetValue(place, out IndexValue? value) ? value : ReadNew(variable, place));

    /// <summary>Forgets what was read, because a lambda's parameter is something else now.</summary>
    public void Forget() => known.Clear();

    private IndexValue ReadNew(ISymbol variable, IOperation place)
    {
        depth++;
        try
        {
            IndexValue value =
                depth > DeepestChain ? Unknown(variable, place, IndexAtomKind.Varying, Order.LoopsAround(place)) : ReadAt(variable, place);
            if (depth == 1)
            {
                known[place] = value;
            }

            return value;
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>The only value that reaches a place, where that is one plain definition; null otherwise.</summary>
    public IOperation? DefinitionAt(ISymbol variable, IOperation place)
    {
        IReadOnlyList<VariableWrite> writes = body.WritesTo(variable);
        VariableWrite? last = writes.LastOrDefault(write =>
            !Order.Contains(write.Operation, place) && Order.IsStraightBefore(write.Operation, place)
        );
        return last is { Kind: WriteKind.Definition } && writes.All(write => write == last || IsHarmless(write, last, place))
            ? last.Value
            : null;
    }

    private static bool IsHarmless(VariableWrite write, VariableWrite last, IOperation place) =>
        Order.IsBefore(write.Operation, last.Operation)
        || Order.Contains(write.Operation, place)
        || !Order.IsBefore(write.Operation, place);

    private IndexValue ReadAt(ISymbol variable, IOperation place)
    {
        IReadOnlyList<VariableWrite> writes = body.WritesTo(variable);
        if (writes.Any(write => write.Kind == WriteKind.Other))
        {
            ILoopOperation[] around = Order.LoopsAround(place);
            return Unknown(
                variable,
                place,
                IndexAtomKind.Varying,
                writes.Any(write => around.Any(loop => Order.IsRepeated(loop, write.Operation))) ? around : []
            );
        }

        ILoopOperation[] loops = Order.LoopsAround(place);
        for (int level = 0; level < loops.Length; level++)
        {
            VariableWrite[] repeated =
            [
                .. writes.Where(write => write.Operation == loops[level] || Order.IsRepeated(loops[level], write.Operation)),
            ];
            if (repeated.Length > 0)
            {
                return ReadInLoop(variable, place, loops[level], repeated, [.. loops.Skip(level)]);
            }
        }

        return ReadStraight(variable, place, writes) ?? Unknown(variable, place, KindOutside(variable, place, writes), []);
    }

    private IndexValue ReadInLoop(ISymbol variable, IOperation place, ILoopOperation loop, VariableWrite[] writes, ILoopOperation[] around)
    {
        if (writes.Length == 1 && writes[0].Kind == WriteKind.Element)
        {
            return ReadElement(variable, place, (IForEachLoopOperation)loop, around);
        }

        if (
            StepOfRound(variable, writes, loop, around) is { IsZero: false } step
            && !step.Varies(loop)
            && step.Times(IndexPolynomial.Of(body.CounterOf(loop))) is { } moved
            && Before(variable, loop) is var start
            && (start.Polynomial + moved).Limited() is { } value
        )
        {
            // A loop that begins at a clamped place leaves out taps; how its variable and what is computed from it lie to each other stays
            // the same.
            return new IndexValue(value, start.Folds & ~IndexFolds.Clamp);
        }

        return ReadStraight(variable, place, writes)
            ?? Unknown(
                variable,
                place,
                writes.All(write => write.Kind == WriteKind.Step) ? IndexAtomKind.Moving : IndexAtomKind.Varying,
                around
            );
    }

    /// <summary>
    /// What one round of a loop adds. A tap's place in a kernel may run on through several loops, <c>kernel[k++]</c>, where it begins anew
    /// for every sample;
    /// what moves over the whole image stays an unknown, as its rows may have any length.
    /// </summary>
    private IndexPolynomial? StepOfRound(ISymbol variable, VariableWrite[] writes, ILoopOperation loop, ILoopOperation[] around)
    {
        if (!writes.All(write => write.Kind == WriteKind.Step))
        {
            return null;
        }

        if (writes.All(write => Order.IsUnconditional(write.Operation, loop) && !RoundReader.IsSkipped(write, loop)))
        {
            return StepOf(writes);
        }

        if (
            !body.WritesTo(variable)
                .Any(write => write.Kind == WriteKind.Definition && around.Skip(1).Any(outer => Order.IsRepeated(outer, write.Operation)))
        )
        {
            return null;
        }

        IndexPolynomial sum = IndexPolynomial.Zero;
        foreach (VariableWrite write in writes)
        {
            if (RoundReader.Added(write, StepOf([write]), loop, body) is not { } added)
            {
                return null;
            }

            sum += added;
        }

        return sum;
    }

    /// <summary>What the writes of one round add.</summary>
    private IndexPolynomial StepOf(IEnumerable<VariableWrite> writes)
    {
        IndexPolynomial sum = IndexPolynomial.Zero;
        foreach (VariableWrite write in writes)
        {
            IndexPolynomial step = write.Value is null ? 1 : body.Indices.Read(write.Value).Polynomial;
            sum += step.Scale(write.Sign);
        }

        return sum;
    }

    /// <summary>The value with which a loop begins.</summary>
    private IndexValue Before(ISymbol variable, ILoopOperation loop)
    {
        VariableWrite? first = loop is IForLoopOperation counted
            ? body.WritesTo(variable)
                .LastOrDefault(write =>
                    write.Kind == WriteKind.Definition && counted.Before.Any(before => Order.Contains(before, write.Operation))
                )
            : null;
        return first?.Value is { } value ? body.Indices.Read(value) : Read(variable, loop);
    }

    /// <summary>
    /// The last definition on the way to a place, with what is added afterwards. Corrections at the border are looked through.
    /// </summary>
    private IndexValue? ReadStraight(ISymbol variable, IOperation place, IReadOnlyList<VariableWrite> writes)
    {
        VariableWrite? last = writes.LastOrDefault(write =>
            write.Kind == WriteKind.Definition && !Order.Contains(write.Operation, place) && Order.IsStraightBefore(write.Operation, place)
        );
        if (last?.Value is null)
        {
            return null;
        }

        IndexValue value = body.Indices.Read(last.Value);
        foreach (VariableWrite write in writes)
        {
            if (write == last || IsHarmless(write, last, place))
            {
                continue;
            }

            if (
                write.Kind == WriteKind.Step
                && Order.IsStraightBefore(write.Operation, place)
                && (value.Polynomial + StepOf([write])).Limited() is { } sum
            )
            {
                value = value with { Polynomial = sum };
            }
            else if (write.Kind == WriteKind.Wrap && Order.IsStraightBefore(write.Operation, place))
            {
                value = value with { Folds = value.Folds | IndexFolds.Wrap };
            }
            else if (BorderReader.FoldOfCorrection(variable, write) is { } fold)
            {
                value = value with { Folds = value.Folds | fold };
            }
            else
            {
                return null;
            }
        }

        return value;
    }

    private IndexValue ReadElement(ISymbol variable, IOperation place, IForEachLoopOperation loop, ILoopOperation[] around) =>
        Unwrapped.Of(loop.Collection)
            is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments.Length: 2 } range
        && body.Indices.Read(range.Arguments[0].Value) is var first
            ? new IndexValue(first.Polynomial + IndexPolynomial.Of(body.CounterOf(loop)), first.Folds)
            : Unknown(variable, place, IndexAtomKind.Varying, around);

    /// <summary>A captured variable of a local function is as good as a parameter: others set it.</summary>
    private static IndexAtomKind KindOutside(ISymbol variable, IOperation place, IReadOnlyList<VariableWrite> writes)
    {
        if (variable is IParameterSymbol)
        {
            return IndexAtomKind.Parameter;
        }

        bool isInLocalFunction = false;
        for (IOperation? parent = place.Parent; parent is not null; parent = parent.Parent)
        {
            isInLocalFunction |= parent is ILocalFunctionOperation;
        }

        return variable is ILocalSymbol && isInLocalFunction && writes.Count > 1 ? IndexAtomKind.Parameter : IndexAtomKind.Fixed;
    }

    private IndexValue Unknown(ISymbol variable, IOperation place, IndexAtomKind kind, ILoopOperation[] around)
    {
        // What has no one value inside a loop has another one in every loop.
        string key = string.Format(
            CultureInfo.InvariantCulture,
            "{0}@{1}",
            body.NumberOf(variable),
            around.Length == 0 ? place.Syntax.SyntaxTree.GetHashCode() : around[0].Syntax.SpanStart
        );
        return new IndexValue(IndexPolynomial.Of(body.AtomOf(key, kind, variable.Name, around.ToImmutableHashSet<IOperation>(), variable)));
    }
}
