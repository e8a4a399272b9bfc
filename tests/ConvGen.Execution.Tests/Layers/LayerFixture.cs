using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Layers;

/// <summary>Random layers, compiled once.</summary>
public sealed class LayerFixture : IDisposable
{
    private const int Count = 160;

    /// <summary>
    /// What random draws may miss: one input channel, whose samples slide past a kernel row in registers, at every vector width; and a single tap, for which rows without gaps are one.
    /// </summary>
    private static readonly DeclaredLayer[] Chosen =
    [
        new(new Declared(2, 5, 5, []) { Kernel = Element.Single }, 1, 8) { Bias = Element.Single, IsRelu = true },
        new(new Declared(2, 3, 7, []) { Kernel = Element.Single, IsConvolution = true, Mode = Window.Valid }, 1, 19) { IsPrepared = true },
        new(new Declared(2, 3, 3, []) { Kernel = Element.Double, Source = Element.Double, Destination = Element.Double, Border = Outside.Reflect101 }, 1, 16) { IsOutputFirst = true, HasBatch = true },
        new(new Declared(1, 1, 4, []) { Kernel = Element.Single, Mode = Window.Full }, 1, 33),
        new(new Declared(2, 1, 1, []) { Kernel = Element.Single }, 3, 16) { HasBatch = true, Bias = Element.Single },
        new(new Declared(2, 1, 1, []) { Kernel = Element.Single, Shape = Shape.Sized }, 5, 6) { IsPlanar = true },
    ];

    private readonly LayerBatch batch = new([.. Chosen, .. LayerGenerator.Any.Sample(Count, Seed.Start, 50)]);

    /// <summary>Layers that random draws may miss.</summary>
    internal static IReadOnlyList<DeclaredLayer> ChosenLayers => Chosen;

    internal IReadOnlyList<LayerTrial> Trials => batch.Trials;

    public void Dispose() => batch.Dispose();
}
