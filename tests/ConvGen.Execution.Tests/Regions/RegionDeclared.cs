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

    /// <summary>How parts travel; whole images are arrays.</summary>
    public RegionForm PartForm { get; init; }

    /// <summary>Whether channels stand in planes.</summary>
    public bool IsPlanar => Layer is { IsPlanar: true };

    public int Weights => Space.Kernel is null ? 0 : Layer?.WeightCount ?? Space.Taps;

    public Element? Bias => Layer?.Bias;

    public AxisRule Vertical => AxisRule.Vertical(Space);

    public AxisRule Horizontal => AxisRule.Horizontal(Space);

    public static RegionDeclared Of(Declared declared, RegionForm form) => WithForm(new(Plain(declared), null), form);

    public static RegionDeclared Of(DeclaredLayer layer, RegionForm form)
    {
        Declared space = Plain(layer.Space);
        return WithForm(new(space, layer with { Space = space, HasBatch = false, IsPrepared = false }), form);
    }

    /// <summary>Rows of arrays of two axes hold whole pixels, and those of signals are none.</summary>
    private static RegionDeclared WithForm(RegionDeclared declared, RegionForm form) =>
        declared with
        {
            PartForm = form == RegionForm.Shaped && (declared.IsPlanar || declared.Space.Axes == 1) ? RegionForm.Batch : form,
        };

    /// <summary>Both methods, and the one that says what a part sees.</summary>
    public string ToSource(string name) => ArrayText.Of(Source(Space, "Whole" + name)) + Shaped(ArrayText.Of(ToPart("Part" + name)));

    /// <summary>The method that computes parts, and the one that says what these see, with spans.</summary>
    public string ToPart(string name)
    {
        string size = Space.Axes == 2 ? " width," : " length,";
        string first = (PartForm == RegionForm.Batch ? " int batch, int" : " int") + size;
        string part = Source(Space with { Shape = PartForm == RegionForm.Shaped ? Shape.Plain : Shape.Sized }, name)
            .Replace(" int" + size, first + " global::ConvGen.Region held, global::ConvGen.Region region,", StringComparison.Ordinal);
        string sizes = Space.Axes == 2 ? "int width, int height" : "int length";
        string input =
            $"[global::ConvGen.InputOf(nameof({name}))]\ninternal static partial global::ConvGen.Region InputOf{name}(global::ConvGen.Region region, {sizes});\n";
        return part + input;
    }

    private string Shaped(string part) =>
        PartForm == RegionForm.Shaped
            ? part.Replace("[] source", "[,] source", StringComparison.Ordinal)
                .Replace("[] destination", "[,] destination", StringComparison.Ordinal)
            : part;

    public override string ToString() => ToSource("");

    private static Declared Plain(Declared declared) => declared with { Form = Form.Spans, Shape = Shape.Plain, Spelling = Spelling.Text };

    private string Source(Declared space, string name) =>
        Layer is null ? space.ToSource(name) : (Layer with { Space = space }).ToSpanSource(name);
}
