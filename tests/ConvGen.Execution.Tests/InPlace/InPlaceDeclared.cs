using ConvGen.Execution.Tests.Bands;
using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;

namespace ConvGen.Execution.Tests.InPlace;

/// <summary>A filter or layer declared twice, with arrays: with source and destination, and in place.</summary>
/// <param name="Space">Everything but channels.</param>
/// <param name="Layer">The layer, or null for a filter.</param>
internal sealed record InPlaceDeclared(Declared Space, DeclaredLayer? Layer)
{
    /// <summary>Elements of a pixel of one plane.</summary>
    public int Pixel =>
        Layer is null ? Space.PixelChannels
        : Layer.IsPlanar ? 1
        : Layer.Inputs;

    public int Planes => Layer is { IsPlanar: true } ? Layer.Inputs : 1;

    /// <summary>Whether several images lie one after the other.</summary>
    public bool HasBatch { get; init; }

    /// <summary>Whether several threads overwrite the image.</summary>
    public bool IsParallel { get; init; }

    public int Weights => Space.Kernel is null ? 0 : Layer?.WeightCount ?? Space.Taps;

    public Element? Bias => Layer?.Bias;

    public static InPlaceDeclared Of(Declared declared, bool hasBatch) => new(Equal(declared), null) { HasBatch = hasBatch };

    /// <summary>A layer whose weights come at run time, as many as it takes for as many results as inputs.</summary>
    public static InPlaceDeclared Of(DeclaredLayer layer)
    {
        Declared space = Equal(layer.Space);
        return new(
            space,
            layer with
            {
                Space = space,
                Outputs = layer.Inputs,
                IsPrepared = false,
                HasBatch = false,
                Minimum = null,
                Maximum = null,
            }
        )
        {
            HasBatch = layer.HasBatch,
        };
    }

    /// <summary>Both methods.</summary>
    public string ToSource(string name)
    {
        string image = Source("InPlace" + name)
            .Replace("[] source", "[] image", StringComparison.Ordinal)
            .Replace($", {Space.Source.Keyword()}[] destination", "", StringComparison.Ordinal)
            .Replace(", int destinationPitch", "", StringComparison.Ordinal);
        return Source("Whole" + name) + (IsParallel ? BandDeclared.ByThreads(image) : image);
    }

    public override string ToString() => ToSource("");

    private static Declared Equal(Declared declared) =>
        declared with
        {
            Mode = Window.Same,
            Paddings = [],
            Anchor = declared.Mode == Window.Same ? declared.Anchor : null,
            Strides = [],
            Destination = declared.Source,
            Form = Form.Spans,
            Spelling = Spelling.Text,
        };

    /// <summary>The method that overwrites a span, by one thread.</summary>
    public string ToSpanSource(string name) => SpanText.InPlace(Layer is null ? Space.ToSource(name) : Layer.ToSpanSource(name), HasBatch);

    private string Source(string name) =>
        ArrayText
            .Of(Layer is null ? Space.ToSource(name) : Layer.ToSource(name))
            .Replace("[] source", HasBatch ? "[] source, int batch" : "[] source", StringComparison.Ordinal);
}
