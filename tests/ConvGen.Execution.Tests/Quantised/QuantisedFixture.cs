using ConvGen.Execution.Tests.Compilation;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Properties;
using ConvGen.Execution.Tests.Trials;
using FsCheck.Fluent;

namespace ConvGen.Execution.Tests.Quantised;

/// <summary>Random quantised layers, compiled once.</summary>
public sealed class QuantisedFixture : IDisposable
{
    private const int Count = 120;

    private static readonly ZeroPoints Both = new(Source: true, Kernel: false, Destination: true);

    private static readonly Declared Plain = new(2, 3, 3, [])
    {
        Source = Element.Byte,
        Kernel = Element.SByte,
        Destination = Element.Byte,
    };

    /// <summary>What networks are made of, whatever is drawn.</summary>
    private static readonly DeclaredLayer[] Chosen =
    [
        new(Plain, 8, 32)
        {
            Quantised = Both,
            Bias = Element.Int32,
            IsPrepared = true,
            IsRelu = true,
        },
        new(Plain, 8, 16)
        {
            Quantised = Both,
            Bias = Element.Int32,
            IsPrepared = true,
            IsPlanar = true,
            IsOutputFirst = true,
        },
        new(Plain with { Border = Outside.Replicate }, 21, 18)
        {
            Quantised = Both,
            Bias = Element.Int32,
            IsPlanar = true,
            HasBatch = true,
        },
        new(Plain with { Source = Element.SByte, Destination = Element.SByte, Mode = Window.Valid, IsConvolution = true }, 16, 24)
        {
            Quantised = Both,
            IsPlanar = true,
            IsRelu = true,
        },
        new(Plain, 19, 19, 19) { Quantised = Both, IsPrepared = true },
        new(Plain, 19, 19, 19)
        {
            Quantised = Both,
            IsPrepared = true,
            IsPlanar = true,
            IsOutputFirst = true,
        },
        new(Plain, 32, 32)
        {
            Quantised = Both,
            Bias = Element.Int32,
            IsPrepared = true,
            IsOutputFirst = true,
        },
        new(
            Plain with
            {
                Mode = Window.Full,
                Border = Outside.Symmetric,
                IsConvolution = true,
                Destination = Element.SByte,
                Shape = Shape.Sized,
            },
            34,
            40
        )
        {
            Quantised = Both,
            IsPrepared = true,
            IsRelu = true,
            HasBatch = true,
        },
        new(Plain with { Mode = Window.Valid, Source = Element.SByte }, 64, 33)
        {
            Quantised = new ZeroPoints(Source: false, Kernel: false, Destination: false),
            IsPrepared = true,
        },
        new(Plain with { Rows = 1, Columns = 1 }, 32, 16)
        {
            Quantised = Both,
            Bias = Element.Int32,
            HasBatch = true,
        },
    ];

    private readonly CompiledBatch batch;

    public QuantisedFixture()
    {
        DeclaredLayer[] layers = [.. Chosen, .. QuantisedGenerator.Any.Sample(Count, Seed.Start, 50)];
        batch = Batch.OfMembers(layers.Select((layer, index) => layer.ToSource(TrialBatch.NameOf(index))));
        Trials = [.. layers.Select((layer, index) => new QuantisedTrial(layer, batch, TrialBatch.NameOf(index)))];
    }

    internal IReadOnlyList<QuantisedTrial> Trials { get; }

    public void Dispose() => batch.Dispose();
}
