using ConvGen.Generator.Model;
using ConvGen.Generator.Refusals;

namespace ConvGen.Generator.Tests.Parsing;

/// <summary>Signals that come block by block.</summary>
public class HistoryTests
{
    private const string Stream = "public static partial void M(ReadOnlySpan<byte> source, Span<byte> history, Span<short> destination);";

    [Theory]
    [InlineData("void M(ReadOnlySpan<byte> source, Span<byte> history, Span<short> destination)", Carrier.Span)]
    [InlineData("short[] M(byte[] source, byte[] history)", Carrier.Array)]
    [InlineData("void M(Memory<byte> history, int length, Memory<byte> source, Memory<short> destination)", Carrier.Memory)]
    public void A_history_makes_a_stream(string method, object carrier)
    {
        ConvolutionModel model = Compilations
            .Parse($"[Convolution(Dilation = 3), Kernel(\"1 2 3\")] public static partial {method};")
            .Model!;
        Assert.True(model.IsStream);
        Assert.Equal(new Model.Buffer((Carrier)carrier, ElementType.Byte, false), model.Form.History);
        Assert.Equal((Model.OutputMode.Valid, 6), (model.Mode, model.PastPixels));
    }

    [Theory]
    [InlineData("void M(ReadOnlySpan<byte> source, ReadOnlySpan<byte> history, Span<short> destination)", 1, "make it a 'Span<byte>'")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, Span<short> history, Span<short> destination)",
        1,
        "'history' holds 'short' and the source 'byte'"
    )]
    [InlineData("void M(ReadOnlySpan<byte> source, int history, Span<short> destination)", 1, "make it a 'Span<byte>'")]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, Span<byte> history, int batch, Span<short> destination)",
        2,
        "call once for each signal"
    )]
    [InlineData(
        "void M(ReadOnlySpan<byte> source, int width, int height, Span<byte> history, Span<short> destination)",
        3,
        "a signal of one axis"
    )]
    [InlineData("void M(byte[,] source, byte[] history, short[,] destination)", 1, "a signal of one axis")]
    [InlineData("void M(ReadOnlySpan<byte> source, Span<byte> delayLine, Span<short> destination)", 1, "did you mean 'history'?")]
    public void Signatures_that_do_not_fit(string method, int parameter, string text)
    {
        Refusal? refusal = Compilations.Parse($"[Convolution, Kernel(\"1 2 3\")] public static partial {method};").Refusal;
        Assert.Equal((DeclarationRules.UnknownSignature, RefusalSite.Parameter(parameter)), (refusal?.Rule, refusal?.Site));
        Assert.Contains(text, refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mode = OutputMode.Same", "Mode")]
    [InlineData("Padding = 1", "Padding")]
    [InlineData("Paddings = new[] { 1, 0 }", "Paddings")]
    [InlineData("Anchor = new[] { 0 }", "Anchor")]
    [InlineData("Border = BorderMode.Wrap", "Border")]
    [InlineData("BorderValue = 1", "BorderValue")]
    public void Nothing_is_said_about_ends(string option, string site)
    {
        Refusal? refusal = Compilations.Parse($"[Convolution({option}), Kernel(\"1 2 3\")] {Stream}").Refusal;
        Assert.Equal((DeclarationRules.OptionClash, RefusalSite.Option(site)), (refusal?.Rule, refusal?.Site));
        Assert.Contains($"remove {site}: the signal goes on at both ends of a block", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_stand_side_by_side()
    {
        Refusal? refusal = Compilations
            .Parse(
                $"[Convolution(Layout = ChannelLayout.Planar), Kernel(\"1 2 3 4\", Columns = 2, InputChannels = 2, OutputChannels = 1)] {Stream}"
            )
            .Refusal;
        Assert.Equal(RefusalSite.Option("Layout"), refusal?.Site);
        Assert.Contains("ChannelLayout.Interleaved", refusal!.Message, StringComparison.Ordinal);
    }
}
