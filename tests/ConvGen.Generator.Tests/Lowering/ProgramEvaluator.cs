using System.Numerics;
using ConvGen.Generator.Lowering;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Tests.Lowering;

/// <summary>
/// Runs programs lane by lane, at any width on any machine: integers wrap as they do, products saturate where the instruction does, and
/// what is fused is rounded once.
/// </summary>
internal sealed class ProgramEvaluator
{
    private const int LaneBytes = 16;

    private readonly ProgramMemory memory;
    private readonly Dictionary<string, Lane[]> locals = [];
    private readonly Dictionary<string, (string Buffer, long Element)> references = new()
    {
        ["source"] = ("source", 0),
        ["destination"] = ("destination", 0),
        ["weights"] = ("weights", 0),
    };
    private readonly Dictionary<string, long> variables;
    private readonly List<StoredSums> stored = [];

    private ProgramEvaluator(ProgramMemory memory)
    {
        this.memory = memory;
        variables = memory.Variables.ToDictionary();
    }

    /// <summary>What a program stores.</summary>
    public static IReadOnlyList<StoredSums> Run(PassProgram program, ProgramMemory memory)
    {
        ProgramEvaluator evaluator = new(memory);
        evaluator.Run(program.Head);
        evaluator.Run(program.Body);
        return evaluator.stored;
    }

    /// <summary>The locals that a program leaves.</summary>
    /// <param name="program">The program.</param>
    /// <param name="memory">What it reads.</param>
    /// <param name="buffers">The buffers to whose first elements references refer at its beginning.</param>
    public static IReadOnlyDictionary<string, Lane[]> Locals(
        IEnumerable<Statement> program,
        ProgramMemory memory,
        IReadOnlyDictionary<string, string> buffers
    )
    {
        ProgramEvaluator evaluator = new(memory);
        foreach ((string name, string buffer) in buffers)
        {
            evaluator.references[name] = (buffer, 0);
        }

        evaluator.Run(program);
        return evaluator.locals;
    }

    private void Run(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Run(statement);
        }
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case Statement.Blank or Statement.Declare:
                break;
            case Statement.Assign assign:
                Assert.Equal(assign.Target.Type, assign.Value.Type);
                locals[assign.Target.Name] = Value(assign.Value);
                break;
            case Statement.Increase increase:
                locals[increase.Target.Name] = Value(increase.Target + increase.Value);
                break;
            case Statement.Refer refer:
                references[refer.Name] = Resolve(refer.At);
                break;
            case Statement.ReferToTable refer:
                references[refer.Name] = (refer.Table, 0);
                break;
            case Statement.Compute compute:
                variables[compute.Name] = Value(compute.Value);
                break;
            case Statement.Loop loop:
                Run(loop);
                break;
            case Statement.Store store:
                stored.Add(
                    new StoredSums(Resolve(store.At).Element, store.Sums[0].Type.Element, [.. store.Sums.Select(Value)])
                    {
                        Kept = ElementOf(store.Kept, "source"),
                        Mask = ElementOf(store.Mask, "Kept"),
                    }
                );
                break;
            default:
                throw new NotSupportedException(statement.ToString());
        }
    }

    private void Run(Statement.Loop loop)
    {
        if (loop.First is { } first)
        {
            variables[loop.Counter] = Value(first);
        }

        while (variables[loop.Counter] < Value(loop.End))
        {
            Run(loop.Body);
            variables[loop.Counter] += loop.Counts ? 1 : 0;
        }
    }

    private (string Buffer, long Element) Resolve(Place place)
    {
        (string buffer, long element) = references[place.Reference];
        return (buffer, element + Value(place.Elements));
    }

    private long? ElementOf(Place? place, string buffer)
    {
        if (place is null)
        {
            return null;
        }

        (string resolved, long element) = Resolve(place);
        Assert.Equal(buffer, resolved);
        return element;
    }

    private long Value(Offset offset) =>
        offset switch
        {
            Offset.Number number => number.Value,
            Offset.Variable variable => variables[variable.Name],
            Offset.Sum sum => Value(sum.Left) + Value(sum.Right),
            Offset.Difference difference => Value(difference.Left) - Value(difference.Right),
            Offset.Product product => Value(product.Left) * Value(product.Right),
            Offset.Quotient quotient => Value(quotient.Left) / Value(quotient.Right),
            Offset.Remainder remainder => Value(remainder.Left) % Value(remainder.Right),
            Offset.Smaller smaller => Math.Min(Value(smaller.Left), Value(smaller.Right)),
            Offset.Native native => Value(native.Value),
            Offset.Entry entry => (long)Element(new Place(entry.Table, entry.At), 0).Whole,
            Offset.Chosen chosen => chosen.Values[(int)variables[chosen.Counter]],
            _ => throw new NotSupportedException(offset.ToString()),
        };

    private Lane Element(Place place, int further)
    {
        (string buffer, long element) = Resolve(place);
        return memory.Read(buffer, element + further);
    }

    private Lane[] Value(Expression expression)
    {
        ElementType type = expression.Type.Element;
        int lanes = expression.Type.Lanes;
        Lane[] value = expression switch
        {
            Expression.Local local => locals[local.Name],
            Expression.Zero => All(lanes, Lane.Of(type, BigInteger.Zero)),
            Expression.NegativeZero => All(lanes, Lane.Of(type, -0.0)),
            Expression.Constant constant => All(
                lanes,
                type.IsFloating()
                    ? Lane.Of(type, type == ElementType.Single ? constant.Value.ToSingle() : constant.Value.ToDouble())
                    : Lane.Of(type, constant.Value.Numerator)
            ),
            Expression.Broadcast broadcast => Broadcast(broadcast),
            Expression.Load load => [.. Enumerable.Range(0, lanes).Select(lane => Converted(load, Element(load.At, lane)))],
            Expression.Reinterpret reinterpret => Reinterpreted(Value(reinterpret.Value), reinterpret.Value.Type.Element, type),
            Expression.Negate negate => [.. Value(negate.Value).Select(lane => Lane.Negate(type, lane))],
            Expression.Add add => Each(add.Left, add.Right, (left, right) => Lane.Add(type, left, right)),
            Expression.Subtract subtract => Each(
                subtract.Left,
                subtract.Right,
                (left, right) => Lane.Add(type, left, Lane.Negate(type, right))
            ),
            Expression.And and => Each(and.Left, and.Right, (left, right) => Lane.Of(type, left.Whole & right.Whole)),
            Expression.Multiply multiply => Each(multiply.Left, multiply.Right, (left, right) => Lane.Multiply(type, left, right)),
            Expression.MultiplyLong multiply => Each(multiply.Left, multiply.Right, (left, right) => Lane.Multiply(type, left, right)),
            Expression.MultiplyWide wide => Wide(Value(wide.Numbers), Value(wide.Weights)),
            Expression.MultiplyAdd sum => Fused(type, Value(sum.Left), Value(sum.Right), Value(sum.Sum)),
            Expression.PairSum sum => PairSums(type, Value(sum.Samples), Value(sum.Weights)),
            Expression.QuadSum sum => QuadSums(Value(sum.Sum), Value(sum.Samples), Value(sum.Weights)),
            Expression.ShiftLeft shift => [.. Value(shift.Value).Select(lane => Lane.Of(type, lane.Whole << shift.Count))],
            Expression.Alternate alternate => Alternated(
                alternate.IsHigh,
                Value(alternate.Even),
                Value(alternate.Odd),
                LaneBytes / type.Size()
            ),
            _ => throw new NotSupportedException(expression.ToString()),
        };
        Assert.Equal(lanes, value.Length);
        return value;
    }

    private static Lane[] All(int lanes, Lane value) => [.. Enumerable.Repeat(value, lanes)];

    private Lane[] Each(Expression left, Expression right, Func<Lane, Lane, Lane> apply)
    {
        Assert.Equal(left.Type, right.Type);
        return [.. Value(left).Zip(Value(right), apply)];
    }

    private Lane[] Broadcast(Expression.Broadcast broadcast)
    {
        Lane entry = Element(broadcast.At, 0);
        int lanes = broadcast.Type.IsVector ? broadcast.Type.Of(broadcast.Stored).Lanes : 1;
        return broadcast.Type.IsVector ? Reinterpreted(All(lanes, entry), broadcast.Stored, broadcast.Type.Element) : [entry];
    }

    private static Lane Converted(Expression.Load load, Lane sample)
    {
        ElementType type = load.Type.Element;
        return load.Source.IsFloating()
            ? Lane.Of(type, sample.Real)
            : Lane.Of(type, load.IsBiased ? sample.Whole - ((load.Source.Maximum() + 1) / 2) : sample.Whole);
    }

    private static Lane[] Reinterpreted(Lane[] lanes, ElementType from, ElementType to)
    {
        if (from == to)
        {
            return lanes;
        }

        byte[] bytes = [.. lanes.SelectMany(lane => Lane.Bytes(from, lane))];
        return [.. bytes.Chunk(to.Size()).Select(chunk => Lane.FromBytes(to, chunk))];
    }

    private static Lane[] Wide(Lane[] numbers, Lane[] weights) =>
        [.. numbers.Select((number, i) => Lane.Of(ElementType.Int64, ElementType.Int32.Wrap(number.Whole) * weights[2 * i].Whole))];

    private static Lane[] Fused(ElementType type, Lane[] left, Lane[] right, Lane[] sum) =>
        [.. left.Select((lane, i) => Lane.Fused(type, lane, right[i], sum[i]))];

    private static Lane[] PairSums(ElementType type, Lane[] samples, Lane[] weights)
    {
        return
        [
            .. Enumerable
                .Range(0, samples.Length / 2)
                .Select(i => Of((samples[2 * i].Whole * weights[2 * i].Whole) + (samples[(2 * i) + 1].Whole * weights[(2 * i) + 1].Whole))),
        ];

        // Bytes saturate, shorts wrap in the one case in which they could.
        Lane Of(BigInteger sum) =>
            Lane.Of(type, type == ElementType.Int16 ? BigInteger.Min(BigInteger.Max(sum, type.Minimum()), type.Maximum()) : sum);
    }

    private static Lane[] QuadSums(Lane[] sums, Lane[] samples, Lane[] weights) =>
        [
            .. sums.Select(
                (sum, i) =>
                    Lane.Of(
                        ElementType.Int32,
                        Enumerable
                            .Range(4 * i, 4)
                            .Aggregate(sum.Whole, (total, place) => total + (samples[place].Whole * weights[place].Whole))
                    )
            ),
        ];

    private static Lane[] Alternated(bool isHigh, Lane[] even, Lane[] odd, int inLane) =>
        [
            .. Enumerable
                .Range(0, even.Length)
                .Select(i =>
                {
                    int from = (i / inLane * inLane) + (isHigh ? inLane / 2 : 0) + (i % inLane / 2);
                    return i % 2 == 0 ? even[from] : odd[from];
                }),
        ];
}
