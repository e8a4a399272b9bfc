using ConvGen.Execution.Tests.Compilation;
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
    /// What random draws may miss: one input channel, whose samples slide past a kernel row in registers, at every vector width; and a
    /// single tap, for which rows without gaps are one;
    /// layers that treat every channel alone, of which only the frame is copied, or whose planes are taken one by one; planes whose
    /// channels are copied side by side, of integers too; and bytes by minimal filtering.
    /// </summary>
    private static readonly DeclaredLayer[] Chosen =
    [
        new(new Declared(2, 5, 5, []) { Kernel = Element.Single }, 1, 8) { Bias = Element.Single, IsRelu = true },
        new(
            new Declared(2, 3, 7, [])
            {
                Kernel = Element.Single,
                IsConvolution = true,
                Mode = Window.Valid,
            },
            1,
            19
        )
        {
            IsPrepared = true,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.Double,
                Source = Element.Double,
                Destination = Element.Double,
                Border = Outside.Reflect101,
            },
            1,
            16
        )
        {
            IsOutputFirst = true,
            HasBatch = true,
        },
        new(new Declared(1, 1, 4, []) { Kernel = Element.Single, Mode = Window.Full }, 1, 33),
        new(new Declared(2, 1, 1, []) { Kernel = Element.Single }, 3, 16) { HasBatch = true, Bias = Element.Single },
        new(new Declared(2, 1, 1, []) { Kernel = Element.Single, Shape = Shape.Sized }, 5, 6) { IsPlanar = true },
        new(new Declared(2, 3, 3, []) { Kernel = Element.Single, Shape = Shape.Sized }, 24, 24, 24)
        {
            Bias = Element.Single,
            HasBatch = true,
            IsRelu = true,
        },
        new(
            new Declared(2, 3, 5, [])
            {
                Kernel = Element.Single,
                Border = Outside.Reflect101,
                Strides = [2, 1],
                IsConvolution = true,
            },
            19,
            19,
            19
        )
        {
            IsPrepared = true,
        },
        new(
            new Declared(2, 4, 2, [])
            {
                Kernel = Element.Double,
                Source = Element.Double,
                Destination = Element.Double,
                Mode = Window.Full,
                Strides = [1, 3],
                IsStrict = true,
            },
            9,
            9,
            9
        ),
        new(
            new Declared(2, 5, 3, [])
            {
                Kernel = Element.Single,
                Border = Outside.Wrap,
                Dilations = [2, 1],
            },
            16,
            16,
            16
        ),
        new(new Declared(2, 3, 3, []) { Kernel = Element.Single, Shape = Shape.Sized }, 5, 5, 5)
        {
            Bias = Element.Single,
            HasBatch = true,
            IsRelu = true,
            IsPlanar = true,
            IsOutputFirst = true,
            IsPrepared = true,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.Single,
                Border = Outside.Symmetric,
                Strides = [2, 2],
                IsConvolution = true,
            },
            3,
            3,
            3
        )
        {
            IsPlanar = true,
            HasBatch = true,
        },
        new(new Declared(2, 5, 5, []) { Kernel = Element.Single }, 4, 4, 4) { IsPlanar = true, Bias = Element.Single },
        new(
            new Declared(2, 2, 3, [])
            {
                Kernel = Element.SByte,
                Source = Element.Byte,
                Destination = Element.Int32,
                Mode = Window.Valid,
            },
            3,
            3,
            3
        )
        {
            IsPlanar = true,
            Bias = Element.Int16,
        },
        new(new Declared(2, 3, 3, []) { Kernel = Element.Single, Dilations = [2, 3] }, 1, 1) { Bias = Element.Single },
        new(new Declared(2, 3, 3, []) { Kernel = Element.Single, Shape = Shape.Sized }, 18, 32)
        {
            IsPlanar = true,
            IsOutputFirst = true,
            IsPrepared = true,
            HasBatch = true,
            Bias = Element.Single,
            IsRelu = true,
        },
        new(
            new Declared(2, 3, 4, [])
            {
                Kernel = Element.Double,
                Source = Element.Double,
                Destination = Element.Double,
                Border = Outside.Reflect101,
                Dilations = [2, 1],
                IsConvolution = true,
            },
            14,
            18,
            2
        )
        {
            IsPlanar = true,
        },
        new(
            new Declared(1, 1, 21, [])
            {
                Kernel = Element.Single,
                Border = Outside.Symmetric,
                Strides = [2],
            },
            11,
            33
        )
        {
            IsPlanar = true,
            Bias = Element.Single,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.SByte,
                Source = Element.Byte,
                Destination = Element.Int32,
                Border = Outside.Replicate,
                Shape = Shape.Sized,
            },
            32,
            40
        )
        {
            IsPrepared = true,
            Minimum = "-1000",
            HasBatch = true,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.Byte,
                Source = Element.SByte,
                Destination = Element.Int16,
                IsConvolution = true,
            },
            34,
            33
        )
        {
            IsPrepared = true,
            IsOutputFirst = true,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.SByte,
                Source = Element.Byte,
                Destination = Element.Int32,
                Border = Outside.Replicate,
                IsConvolution = true,
            },
            18,
            20
        )
        {
            IsPlanar = true,
            IsOutputFirst = true,
            HasBatch = true,
            Bias = Element.Int16,
        },
        new(
            new Declared(2, 4, 3, [])
            {
                Kernel = Element.Byte,
                Source = Element.SByte,
                Destination = Element.Int32,
                Strides = [1, 2],
                BorderValue = "-3",
                Mode = Window.Full,
            },
            17,
            27
        )
        {
            IsPlanar = true,
            Minimum = "-1000",
        },
        new(
            new Declared(2, 3, 5, [])
            {
                Kernel = Element.SByte,
                Source = Element.Int16,
                Destination = Element.Int32,
                Shape = Shape.Sized,
                Dilations = [2, 1],
            },
            16,
            16
        )
        {
            IsPlanar = true,
            IsPrepared = true,
        },
        new(
            new Declared(2, 3, 3, [])
            {
                Kernel = Element.SByte,
                Source = Element.Byte,
                Destination = Element.Int32,
            },
            32,
            40
        )
        {
            IsPlanar = true,
            IsPrepared = true,
            HasBatch = true,
        },
    ];

    private readonly LayerBatch chosen = new(Chosen, new BatchSettings()),
        drawn = new(LayerGenerator.Any.Sample(Count, Seed.Start, 50));

    /// <summary>Layers that random draws may miss.</summary>
    internal static IReadOnlyList<DeclaredLayer> ChosenLayers => Chosen;

    internal IReadOnlyList<LayerTrial> Trials => [.. chosen.Trials, .. drawn.Trials];

    public void Dispose()
    {
        chosen.Dispose();
        drawn.Dispose();
    }
}
