using System.Numerics;
using System.Reflection;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>A compiled quantised layer.</summary>
internal sealed class QuantisedTrial(DeclaredLayer layer, CompiledBatch batch, string name)
{
    /// <summary>Elements behind the result, which no call may touch.</summary>
    private const int Margin = 7;

    /// <summary>What the memory of results holds before a call.</summary>
    private const int Untouched = 77;

    private readonly MethodInfo method = batch.MethodOf(Batch.TypeName, name);

    public DeclaredLayer Layer { get; } = layer;

    /// <summary>Runs the layer.</summary>
    /// <returns>The results, and behind them what was there before.</returns>
    public Layers.Stack<int> Run(QuantisedNumbers numbers)
    {
        LayerOracle oracle = new(Layer, numbers.Source.Width, numbers.Source.Height);
        int gap = numbers.Source.Pitch - numbers.Source.Row;
        Layers.Stack<int> result = new(
            numbers.Source.Batch,
            Layer.Outputs,
            oracle.Width,
            oracle.Height,
            (Layer.IsPlanar ? oracle.Width : oracle.Width * Layer.Outputs) + gap,
            Layer.IsPlanar,
            []
        );
        int pitch = Layer.ResultPitch(numbers.Source.Width, gap);
        Array destination = Converted(Enumerable.Repeat(Untouched, result.Needed + Margin), Layer.Space.Destination);
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter.Name!, numbers, destination, pitch))];
        method.Invoke(null, arguments);
        return result with { Elements = [.. destination.Cast<object>().Select(Convert.ToInt32)] };
    }

    /// <summary>Compares every result with the formula, and what lies between rows and behind with what was there.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Objection(QuantisedNumbers numbers)
    {
        LayerOracle oracle = new(Layer, numbers.Source.Width, numbers.Source.Height);
        Layers.Stack<int> result = Run(numbers);
        HashSet<int> written = [];
        foreach ((int Item, int Channel, int Row, int Column) place in result.Positions)
        {
            int index = result.Index(place.Item, place.Channel, place.Row, place.Column),
                expected = QuantisedOracle.Result(Layer, oracle, numbers, place);
            written.Add(index);
            if (result.Elements[index] != expected)
            {
                return $"{place}: {result.Elements[index]} instead of {expected}";
            }
        }

        int touched = Enumerable
            .Range(0, result.Elements.Length)
            .FirstOrDefault(index => !written.Contains(index) && result.Elements[index] != Untouched, -1);
        return touched < 0 ? null : $"element {touched} is no result and was written";
    }

    public override string ToString() => Layer.ToString();

    private object Argument(string name, QuantisedNumbers numbers, Array destination, int pitch) =>
        name switch
        {
            "source" => Converted(numbers.Source.Elements, Layer.Space.Source),
            "batch" => numbers.Source.Batch,
            "width" or "length" => numbers.Source.Width,
            "height" => numbers.Source.Height,
            "sourcePitch" => numbers.Source.Pitch,
            "kernel" when Layer.IsPrepared => Activator.CreateInstance(
                typeof(PreparedKernel<>).MakeGenericType(Layer.Space.Kernel!.Value.Type()),
                Converted(numbers.Weights, Layer.Space.Kernel!.Value)
            )!,
            "kernel" => Converted(numbers.Weights, Layer.Space.Kernel!.Value),
            "bias" => numbers.Bias,
            "scale" => numbers.Scale,
            "sourceZeroPoint" => numbers.SourceZero,
            "kernelZeroPoint" => numbers.KernelZero,
            "destinationZeroPoint" => numbers.DestinationZero,
            "destination" => destination,
            _ => pitch,
        };

    private static Array Converted(IEnumerable<int> numbers, Element type) => type == Element.Byte ? Of<byte>(numbers) : Of<sbyte>(numbers);

    private static T[] Of<T>(IEnumerable<int> numbers)
        where T : INumber<T> => [.. numbers.Select(T.CreateChecked)];
}
