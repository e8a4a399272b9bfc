using System.Numerics;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Compares the results of a layer with the naive loops.</summary>
internal sealed class LayerComparison<TSource, TWeight, TBias, TResult>(DeclaredLayer layer)
    where TSource : unmanaged, INumber<TSource>
    where TWeight : unmanaged, INumber<TWeight>
    where TBias : unmanaged, INumber<TBias>
    where TResult : unmanaged, INumber<TResult>
{
    private Declared Space => layer.Space;

    /// <summary>What is wrong with results, or null.</summary>
    /// <param name="oracle">The naive loops.</param>
    /// <param name="data">The numbers of the call.</param>
    /// <param name="result">Its results.</param>
    /// <param name="content">The kind of numbers.</param>
    public string? Compare(LayerOracle oracle, LayerNumbers<TSource, TWeight, TBias> data, Stack<TResult> result, Content content)
    {
        if (Space.IsStrict && !LayerOracle.IsExact(layer))
        {
            return LayerOracle.Accumulator(layer) == Element.Double
                ? CompareStrict<double>(oracle, data, result)
                : CompareStrict<float>(oracle, data, result);
        }

        return content == Content.Special && !LayerOracle.IsExact(layer)
            ? null
            : CompareExact(oracle, data, result, content == Content.Subnormal);
    }

    private string? CompareStrict<TSum>(LayerOracle oracle, LayerNumbers<TSource, TWeight, TBias> data, Stack<TResult> result)
        where TSum : IBinaryFloatingPointIeee754<TSum>
    {
        TSum[] weights = Space.Kernel is null
            ? [.. Space.ExactWeights().Select(Elements.Convert<TSum>)]
            : [.. data.Weights.Select(TSum.CreateChecked)];
        TSum border = Elements.Convert<TSum>(Fraction.Parse(Space.BorderValue));
        return First(
            result,
            place =>
            {
                TSum start = layer.Bias is null ? TSum.Zero : TSum.CreateChecked(data.Bias[place.Channel]);
                TResult expected = StrictSums.Convert<TResult>(
                    double.CreateChecked(oracle.Strict(data.Source, weights, start, border, place))
                );
                expected =
                    layer.Lowest is { } lowest && expected < Elements.Convert<TResult>(lowest)
                        ? Elements.Convert<TResult>(lowest)
                        : expected;
                expected =
                    layer.Highest is { } highest && expected > Elements.Convert<TResult>(highest)
                        ? Elements.Convert<TResult>(highest)
                        : expected;
                TResult actual = result[place.Item, place.Channel, place.Row, place.Column];
                return Elements.AreSame(expected, actual) ? null : $"{actual} instead of {expected}";
            }
        );
    }

    private string? CompareExact(LayerOracle oracle, LayerNumbers<TSource, TWeight, TBias> data, Stack<TResult> result, bool isNearZero)
    {
        ExactLayer exact = Exact(oracle, data);
        return First(
            result,
            place =>
            {
                TResult actual = result[place.Item, place.Channel, place.Row, place.Column];
                double bias = layer.Bias is null ? 0 : double.CreateChecked(data.Bias[place.Channel]);
                (Int128 sum, Int128 magnitude) = exact.Sums(place);
                if (LayerJudge.IsPlainlyRight(layer, sum, magnitude, (double)exact.Denominator, bias, actual))
                {
                    return null;
                }

                (Fraction value, Fraction size) = exact.At(place, BiasOf(data, place));
                return LayerJudge.Objection(layer, value, size, actual, isNearZero);
            }
        );
    }

    public Fraction BiasOf(LayerNumbers<TSource, TWeight, TBias> data, (int Item, int Channel, int Row, int Column) place) =>
        layer.Bias is null ? Fraction.Zero : Elements.Exact(data.Bias[place.Channel]);

    /// <summary>The exact sums on the numbers of a call.</summary>
    public ExactLayer Exact(LayerOracle oracle, LayerNumbers<TSource, TWeight, TBias> data)
    {
        (Int128[] weights, BigInteger weightDenominator) = ExactSums.Scale(
            Space.Kernel is null ? Space.ExactWeights() : [.. data.Weights.Select(Elements.Exact)]
        );

        // Gaps between rows hold what no sum may see.
        Stack<TSource> dense = data.Source with
        {
            Pitch = data.Source.Row,
        };
        Fraction[] exact = new Fraction[dense.Needed + 1];
        exact[^1] = Fraction.Parse(Space.BorderValue);
        foreach ((int item, int channel, int row, int column) in dense.Positions)
        {
            exact[dense.Index(item, channel, row, column)] = Elements.Exact(data.Source[item, channel, row, column]);
        }

        (Int128[] samples, BigInteger sampleDenominator) = ExactSums.Scale(exact);
        Stack<Int128> scaled = new(dense.Batch, dense.Channels, dense.Width, dense.Height, dense.Pitch, dense.IsPlanar, samples);
        return new ExactLayer(oracle, scaled, weights, samples[^1], weightDenominator * sampleDenominator);
    }

    /// <summary>The first objection to a result, with its place, or null.</summary>
    public static string? First(Stack<TResult> result, Func<(int Item, int Channel, int Row, int Column), string?> objection)
    {
        foreach ((int item, int channel, int row, int column) place in result.Positions)
        {
            if (objection(place) is { } text)
            {
                return $"item {place.item}, row {place.row}, column {place.column}, channel {place.channel} of {result.Width} x {result.Height}: {text}";
            }
        }

        return null;
    }
}
