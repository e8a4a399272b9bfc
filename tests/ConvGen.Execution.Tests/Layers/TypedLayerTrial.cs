using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>A layer's trial with its element types.</summary>
internal sealed class LayerTrial<TSource, TWeight, TBias, TResult>(DeclaredLayer layer, CompiledBatch batch, string name)
    : LayerTrial(layer)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private readonly MethodInfo method = batch.MethodOf(Batch.TypeName, layer.Space.Form.NeedsAdapter ? AdapterText.NameOf(name) : name);

    private readonly LayerComparison<TSource, TWeight, TBias, TResult> comparison = new(layer);

    private Declared Space => Layer.Space;

    public override string? Run(LayerRun run)
    {
        LayerNumbers<TSource, TWeight, TBias> data = Draw(run);
        Stack<TResult> result = Invoke(data, run.Gap);
        return Touched(result) ?? comparison.Compare(OracleOf(data), data, result, run.Content);
    }

    public override string? Run(LayerGolden golden)
    {
        Stack<TSource> source = Empty<TSource>(golden.Batch, Layer.Inputs, golden.Width, golden.Height, 0);
        foreach ((int item, int channel, int row, int column) in source.Positions)
        {
            source.Elements[source.Index(item, channel, row, column)] = Elements.Convert<TSource>(
                golden.Input[(((((item * Layer.Inputs) + channel) * golden.Height) + row) * golden.Width) + column]
            );
        }

        LayerNumbers<TSource, TWeight, TBias> data = new(
            source,
            Space.Kernel is null ? [] : [.. golden.WeightsOf(Layer).Select(Elements.Convert<TWeight>)],
            []
        );
        Stack<TResult> result = Invoke(data, 0);
        if ((result.Width, result.Height) != (golden.OutputWidth, golden.OutputHeight))
        {
            return $"the result has {result.Width} x {result.Height} pixels, the reference {golden.OutputWidth} x {golden.OutputHeight}";
        }

        foreach ((int item, int channel, int row, int column) in result.Positions)
        {
            Fraction expected = golden.Output[(((((item * Layer.Outputs) + channel) * result.Height) + row) * result.Width) + column];
            TResult actual = result[item, channel, row, column];

            // All numbers of the reference are whole, and so small that every sum is exact in any type.
            if (Elements.Exact(actual) != expected)
            {
                return $"item {item}, channel {channel}, row {row}, column {column}: {actual} instead of {expected}, by {golden.Name}";
            }
        }

        return Touched(result) ?? comparison.Compare(OracleOf(data), data, result, Content.Ordinary);
    }

    public override IReadOnlyDictionary<(int Item, int Channel, int Row, int Column), string> Results(LayerRun run, SourceView? view = null)
    {
        LayerNumbers<TSource, TWeight, TBias> data = Draw(run);
        view ??= new SourceView(0, 0, run.Width, run.Height);
        Stack<TSource> seen = Empty<TSource>(data.Source.Batch, Layer.Inputs, view.Width, view.Height, run.Gap);
        foreach ((int item, int channel, int row, int column) in seen.Positions)
        {
            seen.Elements[seen.Index(item, channel, row, column)] = data.Source[item, channel, view.Row(row), view.Column(column)];
        }

        Stack<TResult> result = Invoke(data with { Source = seen }, run.Gap);
        return result.Positions.ToDictionary(place => place, place => Text(result[place.Item, place.Channel, place.Row, place.Column]));
    }

    public override double Measure(LayerRun run)
    {
        LayerNumbers<TSource, TWeight, TBias> data = Draw(run);
        Stack<TResult> result = Invoke(data, run.Gap);
        ExactLayer exact = comparison.Exact(OracleOf(data), data);
        return result
            .Positions.Select(place =>
            {
                (Fraction value, Fraction magnitude) = exact.At(place, comparison.BiasOf(data, place));
                return LayerJudge.Ratio(Layer, value, magnitude, result[place.Item, place.Channel, place.Row, place.Column]);
            })
            .DefaultIfEmpty()
            .Max();
    }

    public override (string? Objection, int Reached) RunWithOne(LayerRun run, double special)
    {
        LayerNumbers<TSource, TWeight, TBias> data = Draw(run);
        Stack<TResult> expected = Invoke(data, run.Gap);
        (int Item, int Channel, int Row, int Column)[] places = [.. data.Source.Positions];
        (int Item, int Channel, int Row, int Column) hit = places[run.Seed % places.Length];
        TSource[] samples = [.. data.Source.Elements];
        samples[data.Source.Index(hit.Item, hit.Channel, hit.Row, hit.Column)] = TSource.CreateChecked(special);
        Stack<TResult> actual = Invoke(data with { Source = data.Source with { Elements = samples } }, run.Gap);
        LayerOracle oracle = new(Layer, run.Width, run.Height);
        Fraction[]? constants = Space.Kernel is null ? Space.ExactWeights() : null;
        int reached = 0;
        string? objection = LayerComparison<TSource, TWeight, TBias, TResult>.First(
            actual,
            place =>
            {
                bool holds = false,
                    isMultiplied = false;
                if (place.Item == hit.Item)
                {
                    oracle.Terms(
                        place.Row,
                        place.Column,
                        place.Channel,
                        (weight, channel, row, column) =>
                        {
                            bool isHit = (channel, row, column) == (hit.Channel, hit.Row, hit.Column);
                            holds |= isHit;
                            isMultiplied |= isHit && (constants is null || !constants[weight].Numerator.IsZero);
                        }
                    );
                }

                reached += holds ? 1 : 0;
                TResult value = actual[place.Item, place.Channel, place.Row, place.Column];
                if (!holds)
                {
                    TResult before = expected[place.Item, place.Channel, place.Row, place.Column];
                    return Elements.AreSame(before, value)
                        ? null
                        : $"{value} instead of {before}, though the window does not hold the {special}";
                }

                return double.IsNaN(special) && isMultiplied && !IsNothing(value) ? $"{value} where the window holds a NaN" : null;
            }
        );
        return (Touched(actual) ?? objection, reached);
    }

    private LayerOracle OracleOf(LayerNumbers<TSource, TWeight, TBias> data) => new(Layer, data.Source.Width, data.Source.Height);

    /// <summary>Whether a result is a NaN, or what stands for one among integers, within the limits of the layer.</summary>
    private bool IsNothing(TResult value) =>
        Space.Destination.IsFloating()
            ? TResult.IsNaN(value)
            : value == TResult.Zero
                || (Layer.Lowest is { } lowest && value == Elements.Convert<TResult>(lowest))
                || (Layer.Highest is { } highest && value == Elements.Convert<TResult>(highest));

    private static string Text(TResult value) =>
        TResult.IsNaN(value)
            ? "NaN"
            : Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<TResult>(in value)))
                + " "
                + value.ToString(null, CultureInfo.InvariantCulture);

    private Stack<T> Empty<T>(int items, int channels, int width, int height, int gap)
        where T : INumber<T>
    {
        int row = Layer.IsPlanar ? width : width * channels;
        Stack<T> stack = new(items, channels, width, height, row + (Layer.HasPitches ? gap : 0), Layer.IsPlanar, []);
        T[] elements = new T[stack.Needed];
        Array.Fill(elements, Samples.Poison<T>());
        return stack with { Elements = elements };
    }

    private LayerNumbers<TSource, TWeight, TBias> Draw(LayerRun run)
    {
        Random random = new(run.Seed);
        Stack<TSource> source = Empty<TSource>(Layer.HasBatch ? run.Batch : 1, Layer.Inputs, run.Width, run.Height, run.Gap);
        bool isAdverse = Adversary.Makes(run.Content);
        long largest = Space.Destination == Element.Half ? 100 : 1L << 40;
        TSource[] samples = isAdverse
            ? Adversary.Draw<TSource>(random, source.Positions.Count(), run.Content, largest)
            : Samples.Draw<TSource>(random, source.Positions.Count(), run.Content, largest);
        foreach (((int item, int channel, int row, int column), int index) in source.Positions.Select((place, index) => (place, index)))
        {
            source.Elements[source.Index(item, channel, row, column)] = samples[index];
        }

        return new LayerNumbers<TSource, TWeight, TBias>(
            source,
            Space.Kernel is null
                ? []
                : Samples.Draw<TWeight>(random, Layer.WeightCount, isAdverse ? Content.Ordinary : run.Content, 1 << 20),
            Layer.Bias is null ? [] : Samples.Draw<TBias>(random, Layer.Outputs, isAdverse ? Content.Ordinary : run.Content)
        );
    }

    private Stack<TResult> Invoke(LayerNumbers<TSource, TWeight, TBias> data, int gap)
    {
        Stack<TSource> source = data.Source;
        LayerOracle oracle = new(Layer, source.Width, source.Height);
        Stack<TResult> needed = Empty<TResult>(source.Batch, Layer.Outputs, oracle.Width, oracle.Height, gap);
        TResult[] elements = new TResult[needed.Needed + 9];
        Array.Fill(elements, Samples.Poison<TResult>());
        Stack<TResult> result = needed with { Elements = elements };

        int resultPitch = Layer.ResultPitch(source.Width, gap);
        object?[] arguments =
        [
            .. method
                .GetParameters()
                .Select(parameter =>
                    parameter.Name switch
                    {
                        "source" => (object?)source.Elements,
                        "batch" => source.Batch,
                        "width" or "length" => source.Width,
                        "height" => source.Height,
                        "sourcePitch" => source.Pitch,
                        "kernel" => Layer.IsPrepared ? new PreparedKernel<TWeight>(data.Weights) : data.Weights,
                        "bias" => data.Bias,
                        "destination" => elements,
                        _ => resultPitch,
                    }
                ),
        ];
        try
        {
            method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            throw new InvalidOperationException(exception.InnerException!.Message, exception.InnerException);
        }

        return result;
    }

    /// <summary>Says where something was written that is no result, or null.</summary>
    private static string? Touched(Stack<TResult> result)
    {
        for (int i = 0; i < result.Elements.Length; i++)
        {
            bool isResult = i < result.Needed && i % result.Pitch < result.Row;
            if (!isResult && !Elements.AreSame(result.Elements[i], Samples.Poison<TResult>()))
            {
                return $"element {i} of the destination was overwritten with {result.Elements[i]}; {result.Needed} are needed at a pitch of {result.Pitch}";
            }
        }

        return null;
    }
}
