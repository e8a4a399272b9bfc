using ConvGen.Generator.Emission.Helpers;
using ConvGen.Generator.Emission.Text;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Emission.Entry;

/// <summary>Where channels stand in carriers that know their shape, and how many there must be.</summary>
internal sealed class ShapedChannels(SourceWriter writer, ConvolutionModel model)
{
    /// <summary>The first spatial axis of a tensor; that of the planes of channels comes before it.</summary>
    public int FirstAxis { get; } = model is { HasPlanes: true, HasChannelAxis: true } ? 1 : 0;

    /// <summary>
    /// The arguments that say how many axes a tensor has, and how many channels its last one, or 0 where that is no axis of channels that
    /// is checked with the rank.
    /// </summary>
    public string TensorAxes { get; } =
        $"{Literals.Of(model.Form.Axes + (model.HasChannelAxis ? 1 : 0))}, {Literals.Of(model.PixelChannels > 1 ? model.PixelChannels : 0)}";

    /// <summary>Refuses gaps in a tensor, and another rank.</summary>
    public void EmitContiguous(string name) =>
        writer.Line($"{writer.Use(HelperKind.RequireContiguous)}({name}.Lengths, {name}.Strides, {TensorAxes}, nameof({name}));");

    /// <summary>
    /// Elements of a tensor from one place to the next on its outermost axis, within which it has no gaps; reading places that lie within
    /// each other harms nothing.
    /// </summary>
    public string OuterPitch(string name, bool mayOverlap) =>
        $"{writer.Use(HelperKind.RequireRows)}({name}.Lengths, {name}.Strides, {TensorAxes}, mayOverlap: {(mayOverlap ? "true" : "false")}, nameof({name}))";

    /// <summary>Refuses another number of channels than a layer has; pixel channels are checked with the rank.</summary>
    public void EmitCount(string name, int channels)
    {
        if (model is { Layer: not null, HasChannelAxis: true })
        {
            writer.Line(
                $"{writer.Use(HelperKind.RequireCount)}({name}.Lengths[{(FirstAxis == 1 ? "0" : "^1")}], {Literals.Of(channels)}, nameof({name}));"
            );
        }
    }

    /// <summary>Pixels of the result, a 64-bit number, as elements.</summary>
    public string ResultElements(string pixels) =>
        model.ResultChannels == 1 ? pixels : $"{writer.Use(HelperKind.Product)}({pixels}, {Literals.Of(model.ResultChannels)})";

    /// <summary>Rows, or planes of a volume, of all channels that stand in planes of their own.</summary>
    public string OfAll(string rows, int channels) =>
        model.HasPlanes && channels > 1 ? $"{writer.Use(HelperKind.Product)}({rows}, {Literals.Of(channels)})" : rows;
}
