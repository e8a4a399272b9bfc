using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;
using FsCheck;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A layer over volumes: a layer over images whose kernel has more planes, with options for a third axis.</summary>
/// <param name="Layer">The layer, whose rows are those of all planes.</param>
/// <param name="Volume">Its geometry and its form.</param>
internal sealed record VolumeLayer(DeclaredLayer Layer, VolumeDeclared Volume)
{
    /// <summary>Any layer over volumes.</summary>
    public static Gen<VolumeLayer> Any { get; } =
        from layer in LayerGenerator.Any.Where(static layer => layer.Space.Axes == 2)
        from planes in Gen.Frequency((1, Gen.Constant(1)), (2, Gen.Constant(2)), (3, Gen.Constant(3)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Of(layer, planes, new Random(seed));

    /// <summary>
    /// What random draws may miss: a single channel, whose samples slide past a kernel row in registers; planes of channels that are copied
    /// side by side; channels that are convolved alone; bytes in pairs and quadruples; and a single tap.
    /// </summary>
    public static IReadOnlyList<VolumeLayer> Chosen { get; } =
    [
        .. new DeclaredLayer[]
        {
            new(Single(3, 3), 1, 8) { Bias = Element.Single, IsRelu = true },
            new(Single(3, 3), 16, 32) { IsPrepared = true, Bias = Element.Single },
            new(Single(3, 3), 18, 32)
            {
                IsPlanar = true,
                IsOutputFirst = true,
                IsPrepared = true,
                Bias = Element.Single,
            },
            new(Single(3, 3) with { Border = Outside.Reflect101 }, 24, 24, 24) { IsPrepared = true },
            new(Single(3, 3) with { Border = Outside.Wrap }, 5, 5, 5) { IsPlanar = true, IsOutputFirst = true },
            new(Single(1, 1) with { Mode = Window.Valid, Strides = [2, 1] }, 3, 16) { Bias = Element.Single },
            new(Bytes(Element.Byte, Element.Int32), 32, 40) { IsPrepared = true },
            new(Bytes(Element.SByte, Element.Int16), 5, 33) { IsOutputFirst = true, Bias = Element.Int16 },
            new(Bytes(Element.Byte, Element.Int32), 6, 7) { IsPlanar = true },
        }.SelectMany(static (layer, index) => new[] { 1, 3 }.Select(planes => Of(layer, planes, new Random(index)))),
    ];

    private static Declared Single(int rows, int columns) => new(2, rows, columns, []) { Kernel = Element.Single };

    private static Declared Bytes(Element source, Element destination) =>
        new(2, 3, 3, [])
        {
            Kernel = Element.SByte,
            Source = source,
            Destination = destination,
        };

    /// <summary>The layer with a kernel of so many planes, each as large as the one that it has.</summary>
    public static VolumeLayer Of(DeclaredLayer layer, int planes, Random random)
    {
        Declared space = layer.Space with
        {
            Rows = layer.Space.Rows * planes,
            Weights = layer.Space.Kernel is not null
                ? []
                : [.. Enumerable.Range(0, layer.WeightCount * planes).Select(_ => layer.Space.Weights[random.Next(layer.WeightCount)])],
        };
        VolumeDeclared volume = VolumeDeclared.Of(space, planes, random);
        if (layer.IsPlanar && volume.Form == VolumeForm.Shaped)
        {
            volume = volume with { Form = VolumeForm.Dense };
        }

        return new(layer with { Space = volume.Space, Planes = planes }, volume);
    }

    /// <summary>Volumes of channels that stand one after the other.</summary>
    public int Volumes(int channels) => Layer.IsPlanar ? channels : 1;

    /// <summary>Elements of a pixel that lie side by side.</summary>
    public int Pixel(int channels) => Layer.IsPlanar ? 1 : channels;

    /// <summary>The declaration, with arrays, which can be called without knowing their types.</summary>
    public string ToSource(string name) =>
        ToSource(name, static (element, _) => element + "[]", Volume.IsParallel ? ["Parallel = true"] : []);

    /// <summary>The same with spans, and one thread.</summary>
    public string ToSpanSource(string name) =>
        ToSource(name, static (element, isWritten) => $"global::System.{(isWritten ? "" : "ReadOnly")}Span<{element}>", []);

    private string ToSource(string name, Func<string, bool, string> buffer, string[] options)
    {
        List<string> weights = [];
        if (Layer.Space.Kernel is { } kernel)
        {
            weights.Add((Layer.IsPrepared ? Carrier.Prepared.Of(kernel.Keyword()) : buffer(kernel.Keyword(), false)) + " kernel");
        }

        if (Layer.Bias is { } bias)
        {
            weights.Add(buffer(bias.Keyword(), false) + " bias");
        }

        return (Layer with { FormOptions = options }).Attributes
            + $"internal static partial void {name}({string.Join(", ", Volume.Parameters(buffer, weights))});\n";
    }

    public override string ToString() => ToSource("M");
}
