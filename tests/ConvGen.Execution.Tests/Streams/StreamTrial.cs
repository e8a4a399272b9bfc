using System.Globalization;
using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Streams;

/// <summary>A compiled stream that can be put to the test.</summary>
internal abstract class StreamTrial(StreamDeclared declared)
{
    public StreamDeclared Declared { get; } = declared;

    public static StreamTrial Create(StreamDeclared declared, CompiledBatch batch, string name) =>
        TypedTrials.Create<StreamTrial>(typeof(StreamTrial<,,,>), declared.Space, declared.Bias, declared, batch, name);

    /// <summary>
    /// Cuts a signal into blocks; their results must have the bits of the whole one's, and the last history must hold the signal's last
    /// samples.
    /// </summary>
    /// <param name="blocks">The lengths of the blocks, in results.</param>
    /// <param name="seed">What numbers are drawn from.</param>
    /// <param name="content">The kind of samples.</param>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Run(IReadOnlyList<int> blocks, int seed, Content content = Content.Ordinary);

    public override string ToString() => Declared.ToString();
}

/// <summary>The same with its element types.</summary>
internal sealed class StreamTrial<TSource, TWeight, TBias, TResult>(StreamDeclared declared, CompiledBatch batch, string name)
    : StreamTrial(declared)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo whole = batch.MethodOf(Batch.TypeName, "Whole" + name),
        part = batch.MethodOf(Batch.TypeName, "Blocks" + name);

    public override string? Run(IReadOnlyList<int> blocks, int seed, Content content = Content.Ordinary)
    {
        Random random = new(seed);
        int results = blocks.Sum(),
            inputs = Declared.Inputs,
            outputs = Declared.Outputs;
        long largest = Declared.Space.Destination == Element.Half ? 100 : 1L << 30;
        int count = results * Declared.Stride * inputs;
        TSource[] signal = Adversary.Makes(content)
            ? Adversary.Draw<TSource>(random, count, content, largest)
            : Samples.Draw<TSource>(random, count, content, largest);
        TWeight[] weights = Samples.Draw<TWeight>(random, Declared.Weights, Content.Ordinary, 1 << 16);
        TBias[] bias = Declared.Bias is null ? [] : Samples.Draw<TBias>(random, outputs, Content.Ordinary);
        TResult[] expected = new TResult[results * outputs];
        if (TypedTrials.Refusal(() => Call(whole, signal, [], weights, bias, expected)) is { } rule)
        {
            string? same = TypedTrials.Refusal(() =>
                Call(part, signal, new TSource[Declared.Past * inputs], weights, bias, new TResult[results * outputs])
            );
            return same == rule ? null : $"the whole signal is refused by {rule}, its blocks by {same ?? "nothing"}";
        }

        TSource[] history = new TSource[Declared.Past * inputs];
        int at = 0;
        foreach (int block in blocks)
        {
            TResult[] actual = new TResult[(block * outputs) + 3];
            Array.Fill(actual, Samples.Poison<TResult>());
            Call(
                part,
                signal.AsSpan(at * Declared.Stride * inputs, block * Declared.Stride * inputs).ToArray(),
                history,
                weights,
                bias,
                actual
            );
            for (int i = 0; i < actual.Length; i++)
            {
                TResult wanted = i < block * outputs ? expected[(at * outputs) + i] : Samples.Poison<TResult>();
                if (!Elements.AreSame(wanted, actual[i]))
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"block at {at} of {block}: element {i} is {actual[i]} instead of {wanted}"
                    );
                }
            }

            at += block;
        }

        TSource[] last = [.. Enumerable.Repeat(TSource.Zero, history.Length).Concat(signal).TakeLast(history.Length)];
        return history.Zip(last, Elements.AreSame).All(static isSame => isSame)
            ? null
            : "the history does not hold the last samples of the signal";
    }

    private static void Call(
        MethodInfo method,
        TSource[] source,
        TSource[] history,
        TWeight[] weights,
        TBias[] bias,
        TResult[] destination
    ) =>
        method.Invoke(
            null,
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.Name switch
                        {
                            "source" => (object)source,
                            "history" => history,
                            "kernel" => weights,
                            "bias" => bias,
                            _ => destination,
                        }
                    ),
            ]
        );
}
