using ConvGen.Execution.Tests.Declarations;
using ConvGen.Execution.Tests.Layers;
using ConvGen.Execution.Tests.Numbers;
using ConvGen.Execution.Tests.Trials;

namespace ConvGen.Execution.Tests.Streams;

/// <summary>
/// A signal's filter or layer declared twice, with arrays: for the whole signal, with as many zeros before it as a window has samples, and
/// block by block.
/// </summary>
/// <param name="Space">Everything but channels.</param>
/// <param name="Layer">The layer, or null for a filter.</param>
internal sealed record StreamDeclared(Declared Space, DeclaredLayer? Layer)
{
    /// <summary>Pixels before a block that its first window sees.</summary>
    public int Past => Space.Dilation(0) * (Space.Columns - 1);

    public int Stride => Space.Stride(0);

    public int Inputs => Layer?.Inputs ?? Space.PixelChannels;

    public int Outputs => Layer?.Outputs ?? Space.PixelChannels;

    public int Weights => Space.Kernel is null ? 0 : Layer?.WeightCount ?? Space.Taps;

    public Element? Bias => Layer?.Bias;

    public static StreamDeclared Of(Declared declared) => new(Plain(declared), null);

    public static StreamDeclared Of(DeclaredLayer layer)
    {
        Declared space = Plain(layer.Space);
        return new(space, layer with { Space = space, IsPlanar = false, HasBatch = false, IsPrepared = false });
    }

    /// <summary>Both methods.</summary>
    public string ToSource(string name)
    {
        string whole = Source(Space with { Mode = Window.Padded, Paddings = [Past, 0] }, "Whole" + name);
        string blocks = Source(Space, "Blocks" + name)
            .Replace(" source, ", $" source, {Space.Source.Keyword()}[] history, ", StringComparison.Ordinal);
        return whole + blocks;
    }

    public override string ToString() => ToSource("");

    private static Declared Plain(Declared declared) =>
        declared with
        {
            Mode = Window.Same,
            Paddings = [],
            Anchor = null,
            Border = Outside.Constant,
            BorderValue = "0",
            Form = Form.Spans,
            Shape = Shape.Plain,
            Spelling = Spelling.Text,
        };

    private string Source(Declared space, string name) =>
        ArrayText.Of(Layer is null ? space.ToSource(name) : (Layer with { Space = space }).ToSource(name));
}
