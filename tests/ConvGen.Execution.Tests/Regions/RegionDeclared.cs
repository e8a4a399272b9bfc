using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Oracle;

namespace ConvGen.Execution.Tests.Regions;

/// <summary>
/// A filter or layer of images declared twice, with arrays: for the whole image, and for a rectangle of the result from a source that holds
/// a rectangle of the image.
/// </summary>
/// <param name="Space">Everything but channels.</param>
/// <param name="Layer">The layer, or null for a filter.</param>
internal sealed record RegionDeclared(Declared Space, DeclaredLayer? Layer)
{
    public int Inputs => Layer?.Inputs ?? Space.PixelChannels;

    public int Outputs => Layer?.Outputs ?? Space.PixelChannels;

    /// <summary>Whether channels stand in planes.</summary>
    public bool IsPlanar => Layer is { IsPlanar: true };

    public int Weights => Space.Kernel is null ? 0 : Layer?.WeightCount ?? Space.Taps;

    public Element? Bias => Layer?.Bias;

    public AxisRule Vertical => AxisRule.Vertical(Space);

    public AxisRule Horizontal => AxisRule.Horizontal(Space);

    public static RegionDeclared Of(Declared declared) => new(Plain(declared), null);

    public static RegionDeclared Of(DeclaredLayer layer)
    {
        Declared space = Plain(layer.Space);
        return new(space, layer with { Space = space, HasBatch = false, IsPrepared = false });
    }

    /// <summary>Both methods.</summary>
    public string ToSource(string name)
    {
        string size = Space.Axes == 2 ? " width," : " length,";
        string part = Source(Space with { Shape = Shape.Sized }, "Part" + name)
            .Replace(size, size + " global::ConvGen.Region held, global::ConvGen.Region region,", StringComparison.Ordinal);
        string sizes = Space.Axes == 2 ? "int width, int height" : "int length";
        string input =
            $"[global::ConvGen.InputOf(nameof(Part{name}))]\ninternal static partial global::ConvGen.Region Input{name}(global::ConvGen.Region region, {sizes});\n";
        return Source(Space, "Whole" + name) + part + input;
    }

    public override string ToString() => ToSource("");

    private static Declared Plain(Declared declared) => declared with { Form = Form.Spans, Shape = Shape.Plain, Spelling = Spelling.Text };

    private string Source(Declared space, string name) =>
        ArrayText.Of(Layer is null ? space.ToSource(name) : (Layer with { Space = space }).ToSource(name));
}
