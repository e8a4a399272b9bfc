using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>The formula of a quantised layer, term by term: exact sums, two roundings to single precision, one to an integer.</summary>
internal static class QuantisedOracle
{
    /// <summary>A result.</summary>
    public static int Result(
        DeclaredLayer layer,
        LayerOracle oracle,
        QuantisedNumbers numbers,
        (int Item, int Channel, int Row, int Column) place
    )
    {
        long sum = numbers.Bias[place.Channel];
        oracle.Terms(
            place.Row,
            place.Column,
            place.Channel,
            (weight, channel, row, column) =>
            {
                int sample = row < 0 || column < 0 ? 0 : numbers.Source[place.Item, channel, row, column] - numbers.SourceZero;
                sum += (numbers.Weights[weight] - numbers.KernelZero) * sample;
            }
        );

        // The product of two numbers of single precision is exact in double precision, so that the conversion rounds it once.
        float product = (float)((double)(float)sum * numbers.Scale[place.Channel]);
        (int low, int high) = layer.Space.Destination == Element.Byte ? (0, 255) : (-128, 127);
        if (layer.IsRelu)
        {
            low = numbers.DestinationZero;
        }

        return (int)
            Math.Clamp(
                (decimal)Math.Round((double)Math.Clamp(product, -1e6f, 1e6f), MidpointRounding.ToEven) + numbers.DestinationZero,
                low,
                high
            );
    }
}
