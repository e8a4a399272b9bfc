using System.Text.Json;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>
/// A layer's result computed by PyTorch or printed in one of the founding documents, brought to planes with outputs first.
/// </summary>
/// <param name="Name">The case's name.</param>
/// <param name="Layer">The case as a declaration in double, in planes, with outputs first and run-time weights.</param>
/// <param name="Batch">Items.</param>
/// <param name="Width">Source columns.</param>
/// <param name="Height">Source rows; 1 for a signal.</param>
/// <param name="Input">The source.</param>
/// <param name="Weights">The kernel as written.</param>
/// <param name="OutputWidth">Result columns.</param>
/// <param name="OutputHeight">Result rows.</param>
/// <param name="Output">The result.</param>
internal sealed record LayerGolden(
    string Name,
    DeclaredLayer Layer,
    int Batch,
    int Width,
    int Height,
    Fraction[] Input,
    Fraction[] Weights,
    int OutputWidth,
    int OutputHeight,
    Fraction[] Output
)
{
    private static readonly Lazy<IReadOnlyDictionary<string, LayerGolden>> Loaded = new(() =>
        new[] { "seeds", "channels" }.SelectMany(Load).ToDictionary(golden => golden.Name, StringComparer.Ordinal)
    );

    /// <summary>All cases with channels, by name.</summary>
    public static IReadOnlyDictionary<string, LayerGolden> All => Loaded.Value;

    /// <summary>The weights in the order of a layer's kernel layout, as written.</summary>
    public Fraction[] WeightsOf(DeclaredLayer layer)
    {
        Fraction[] weights = new Fraction[Weights.Length];
        DeclaredLayer own = Layer with { IsOutputFirst = true };
        for (int output = 0; output < layer.Outputs; output++)
        {
            for (int input = 0; input < layer.GroupInputs; input++)
            {
                for (int row = 0; row < layer.Space.Rows; row++)
                {
                    for (int column = 0; column < layer.Space.Columns; column++)
                    {
                        weights[layer.WeightIndex(row, column, input, output)] = Weights[own.WeightIndex(row, column, input, output)];
                    }
                }
            }
        }

        return weights;
    }

    private static IEnumerable<LayerGolden> Load(string file)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", file + ".json"))
        );
        return [.. document.RootElement.EnumerateArray().Where(element => element.TryGetProperty("layout", out _)).Select(Read)];
    }

    private static LayerGolden Read(JsonElement element)
    {
        string layout = element.GetProperty("layout").GetString()!,
            kernelLayout = element.GetProperty("kernelLayout").GetString()!;
        Axes input = new(layout, element.GetProperty("input"), "NCHW"),
            output = new(layout, element.GetProperty("output"), "NCHW"),
            kernel = new(kernelLayout, element.GetProperty("kernel"), "OIHW");
        int axes = layout.Contains('L', StringComparison.Ordinal) ? 1 : 2;
        int groups = Number(element, "groups", 1),
            padding = Number(element, "padding", 0),
            stride = Number(element, "stride", 1),
            dilation = Number(element, "dilation", 1);
        Declared space = new(axes, kernel['H'], kernel['W'], [])
        {
            IsConvolution = element.GetProperty("operation").GetString() == "convolution",
            Mode = Enum.Parse<Window>(element.GetProperty("mode").GetString()!, ignoreCase: true),
            Border = Enum.Parse<Outside>(element.GetProperty("border").GetString()!, ignoreCase: true),
            BorderValue = element.GetProperty("borderValue").GetRawText(),
            Source = Element.Double,
            Destination = Element.Double,
            Kernel = Element.Double,
            Strides = [.. Enumerable.Repeat(stride, axes)],
            Dilations = [.. Enumerable.Repeat(dilation, axes)],
            Paddings = element.GetProperty("mode").GetString() == "padded" ? [.. Enumerable.Repeat(padding, 2 * axes)] : [],
        };
        DeclaredLayer layer = new(space, input['C'], output['C'], groups)
        {
            IsPlanar = true,
            IsOutputFirst = true,
            HasBatch = input['N'] > 1,
        };
        return new LayerGolden(
            element.GetProperty("name").GetString()!,
            layer,
            input['N'],
            input['W'],
            input['H'],
            input.Data,
            kernel.Data,
            output['W'],
            output['H'],
            output.Data
        );
    }

    private static int Number(JsonElement element, string name, int absent) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : absent;

    /// <summary>An array with named axes, brought to an order of axes; one that it lacks has length 1, and L is W.</summary>
    private sealed class Axes
    {
        private readonly Dictionary<char, int> lengths = [];

        public Axes(string layout, JsonElement array, string order)
        {
            int[] shape = [.. array.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
            Fraction[] data = [.. array.GetProperty("data").EnumerateArray().Select(number => Fraction.Parse(number.GetRawText()))];
            string axes = layout.Replace('L', 'W');
            Dictionary<char, int> steps = [];
            for (int axis = shape.Length - 1, step = 1; axis >= 0; step *= shape[axis--])
            {
                lengths[axes[axis]] = shape[axis];
                steps[axes[axis]] = step;
            }

            IEnumerable<int> places = [0];
            foreach (char axis in order)
            {
                places = places.SelectMany(place =>
                    Enumerable.Range(0, this[axis]).Select(index => place + (index * steps.GetValueOrDefault(axis)))
                );
            }

            Data = [.. places.Select(place => data[place])];
        }

        public Fraction[] Data { get; }

        public int this[char axis] => lengths.GetValueOrDefault(axis, 1);
    }
}
