using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.Volumes;

/// <summary>A filter of volumes or a layer over them declared twice, with arrays: with source and destination, and in place.</summary>
/// <param name="Volume">Everything but channels.</param>
/// <param name="Layer">The layer, or null for a filter.</param>
internal sealed record VolumeInPlace(VolumeDeclared Volume, DeclaredLayer? Layer)
{
    /// <summary>Elements of a pixel that lie side by side.</summary>
    public int Pixel =>
        Layer is null ? Volume.Space.PixelChannels
        : Layer.IsPlanar ? 1
        : Layer.Inputs;

    /// <summary>Volumes one after the other: those of channels, of each item of a batch.</summary>
    public int Volumes => (Layer is { IsPlanar: true } ? Layer.Inputs : 1) * Items;

    public int Items => Volume.Form == VolumeForm.Batch ? 2 : 1;

    public int Weights => Volume.Space.Kernel is null ? 0 : Layer?.WeightCount ?? Volume.Space.Taps;

    public static VolumeInPlace Of(VolumeDeclared declared) => new(Equal(declared), null);

    /// <summary>A layer whose weights come at run time, as many as it takes for as many results as inputs.</summary>
    public static VolumeInPlace Of(VolumeLayer declared)
    {
        VolumeDeclared volume = Equal(declared.Volume);
        return new(
            volume,
            declared.Layer with
            {
                Space = volume.Space,
                Outputs = declared.Layer.Inputs,
                IsPrepared = false,
                Minimum = null,
                Maximum = null,
            }
        );
    }

    /// <summary>Both methods.</summary>
    public string ToSource(string name)
    {
        string image = Source("InPlace" + name)
            .Replace("[] source", "[] image", StringComparison.Ordinal)
            .Replace($", {Volume.Space.Source.Keyword()}[] destination", "", StringComparison.Ordinal)
            .Replace(", int destinationPitch", "", StringComparison.Ordinal)
            .Replace(", int destinationPlanePitch", "", StringComparison.Ordinal);
        return Source("Whole" + name) + image;
    }

    /// <summary>The method that overwrites a span, by one thread.</summary>
    public string ToSpanSource(string name) =>
        SpanText.InPlace(Layer is null ? Volume.ToSpanSource(name) : new VolumeLayer(Layer, Volume).ToSpanSource(name), hasBatch: false);

    public override string ToString() => ToSource("");

    private static VolumeDeclared Equal(VolumeDeclared declared) =>
        declared with
        {
            Form = declared.Form == VolumeForm.Shaped ? VolumeForm.Dense : declared.Form,
            Space = declared.Space with
            {
                Mode = Window.Same,
                Paddings = [],
                Anchor = declared.Space.Mode == Window.Same ? declared.Space.Anchor : null,
                Strides = [],
                Destination = declared.Space.Source,
            },
        };

    private string Source(string name) => Layer is null ? Volume.ToSource(name) : new VolumeLayer(Layer, Volume).ToSource(name);
}
